# cpyread: a study kit for reading CPython.   make, make study, make test; `make help` lists them all.
#
# Build output goes to .build/ (with SAN=1 to .build/san/). The viewer builds without LLVM; the indexer is left out, and
# said to be, where there is no llvm-config.

PREFIX  ?= /usr/local
BUILD   := .build$(if $(SAN),/san)
CC      ?= gcc

# Debian's names of what is needed: to build and run, and for the tests besides.
PACKAGES      := gcc pkg-config git libglib2.0-dev libsqlite3-dev libgraphviz-dev libcmark-gfm-dev \
                 libcmark-gfm-extensions-dev libclang-dev llvm weasyprint fonts-nanum fonts-nanum-coding \
                 ca-certificates xz-utils
PYTHON_PACKAGES := make zlib1g-dev libffi-dev libssl-dev libbz2-dev liblzma-dev libreadline-dev libncurses-dev uuid-dev \
                   libexpat1-dev
TEST_PACKAGES := libcmocka-dev sqlite3 universal-ctags poppler-utils

LLVM_CONFIG ?= $(firstword $(foreach n,llvm-config llvm-config-19 llvm-config-18 llvm-config-17 llvm-config-16 \
                 llvm-config-15 llvm-config-14,$(shell command -v $(n))))

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
comma    := ,
OPTIMISE := $(if $(SAN),-O1 -fsanitize=address$(comma)undefined -fno-omit-frame-pointer,-O2)
CFLAGS   ?= -g
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE $(OPTIMISE) $(WARNINGS) $(CFLAGS) -Iindexer -Iviewer \
             -DCPYREAD_PREFIX='"$(PREFIX)"'

# One line a step; V=1 shows the whole commands.
step = $(if $(V),,@echo '  $(1)  $@';)

pkg = $(shell pkg-config $(1) $(2) 2>/dev/null)
GLIB_CFLAGS   := $(call pkg,--cflags,glib-2.0 sqlite3)
GLIB_LIBS     := $(call pkg,--libs,glib-2.0 sqlite3)
# SQLite within the viewer, where its archive is there: a shared one is relocated anew for each query, a fifth of its start.
SQLITE_ARCHIVE := $(shell echo 'int main(void) { return 0; }' | $(CC) -xc - -o /dev/null -l:libsqlite3.a 2>/dev/null && echo yes)
QUERY_LIBS     := $(if $(SQLITE_ARCHIVE),$(call pkg,--libs,glib-2.0) -l:libsqlite3.a -lm -Wl$(comma)--exclude-libs$(comma)ALL,$(GLIB_LIBS))
VIEWER_CFLAGS := $(call pkg,--cflags,libgvc libcgraph libcmark-gfm)
VIEWER_LIBS   := $(call pkg,--libs,libgvc libcgraph libcmark-gfm) -lcmark-gfm-extensions
ifneq ($(LLVM_CONFIG),)
CLANG_CFLAGS  := -isystem $(shell $(LLVM_CONFIG) --includedir)
CLANG_LIBS    := -L$(shell $(LLVM_CONFIG) --libdir) -Wl,-rpath,$(shell $(LLVM_CONFIG) --libdir) -lclang
endif

STORE_SOURCES   := $(wildcard indexer/store/*.c)
INDEXER_SOURCES := $(wildcard indexer/*.c indexer/*/*.c)
VIEWER_SOURCES  := $(wildcard viewer/*.c viewer/*/*.c) indexer/store/database.c indexer/store/memory.c indexer/store/stories.c
# What needs Graphviz or cmark; the program loads it when it is asked for. viewer/graph/module.h
MODULE_SOURCES  := viewer/graph/dot.c viewer/graph/fit.c viewer/graph/guess.c viewer/graph/layout.c viewer/page/markdown.c
C_TESTS         := $(patsubst tests/c/%.c,%,$(wildcard tests/c/*.c))

objects = $(patsubst %.c,$(BUILD)/%.o,$(1))
MODULE   := $(BUILD)/cpyread-paper.so
PROGRAMS := $(BUILD)/cpyread $(if $(LLVM_CONFIG),$(BUILD)/cpyread-index)

all: $(PROGRAMS) $(MODULE)
ifeq ($(LLVM_CONFIG),)
	@echo 'no llvm-config here: the indexer was left out (apt-get install libclang-dev llvm)' >&2
endif

$(BUILD)/cpyread: $(call objects,$(filter-out $(MODULE_SOURCES),$(VIEWER_SOURCES))) $(BUILD)/data.o
	$(call step,LD)$(CC) $(ALL_CFLAGS) -rdynamic -o $@ $^ $(LDFLAGS) $(QUERY_LIBS)

$(call objects,$(MODULE_SOURCES)): OPTIMISE += -fPIC
$(MODULE): $(call objects,$(MODULE_SOURCES))
	$(call step,LD)$(CC) $(ALL_CFLAGS) -shared -o $@ $^ $(LDFLAGS) $(VIEWER_LIBS) $(GLIB_LIBS)

$(BUILD)/cpyread-index: $(call objects,$(INDEXER_SOURCES)) $(BUILD)/data.o
	$(call step,LD)$(CC) $(ALL_CFLAGS) -o $@ $^ $(LDFLAGS) $(CLANG_LIBS) $(GLIB_LIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call step,CC)$(CC) $(ALL_CFLAGS) $(GLIB_CFLAGS) $(if $(findstring /crawl/,$<),$(CLANG_CFLAGS)) \
	  $(if $(filter viewer/%,$<),$(VIEWER_CFLAGS)) -MMD -MP -c -o $@ $<

# Files that travel inside the programs, SQL statements, style sheets, shell scripts: data_text("viewer/query/callers.sql").
DATA := $(sort $(wildcard indexer/*/*.sql viewer/*/*.sql viewer/*/*.css viewer/page/note.*.md viewer/cmd/completion.*sh))

$(BUILD)/data.c: $(DATA) .ci/embed
	@mkdir -p $(@D)
	$(call step,MK).ci/embed $(DATA) > $@.new && mv $@.new $@
$(BUILD)/data.o: $(BUILD)/data.c
	$(call step,CC)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# ---- tests ----------------------------------------------------------------------------------------------------------

# A C test links everything but the two mains, so it can try any part; the module, too, is found in it (-rdynamic).
TEST_OBJECTS = $(filter-out $(BUILD)/indexer/main.o $(BUILD)/viewer/main.o,\
                 $(call objects,$(sort $(if $(LLVM_CONFIG),$(INDEXER_SOURCES),$(STORE_SOURCES)) $(VIEWER_SOURCES))))
$(BUILD)/tests/%: tests/c/%.c $(TEST_OBJECTS) $(BUILD)/data.o
	@mkdir -p $(@D)
	$(call step,LD)$(CC) $(ALL_CFLAGS) $(GLIB_CFLAGS) $(VIEWER_CFLAGS) -MMD -MP -rdynamic -o $@ $(filter-out %.h,$^) $(LDFLAGS) \
	  -lcmocka $(CLANG_LIBS) $(VIEWER_LIBS) $(GLIB_LIBS)

# As root or in CI what is missing is installed; else the one line to type is printed.
test:
	@.ci/packages $(PACKAGES) $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory -j$(shell nproc) all c-tests
	@BUILD=$(BUILD) tests/run $(T)

# How fast and how large, on cpython-src/3.7 or CPYREAD_TREE; see tests/bench/README.md.
bench: all
	@BUILD=$(BUILD) tests/bench/run

# The index against clang and ctags, on the tree TREE or CPYREAD_TREE; with RUN=1 against what a run of it executes, too.
# See tests/truth/README.md.
truth: all
	@BUILD=$(BUILD) tests/truth/run $(or $(TREE),$(CPYREAD_TREE),cpython-src/3.7)

c-tests: $(patsubst %,$(BUILD)/tests/%,$(C_TESTS))

# An unoptimised Python of cpython-src/VERSION, or of TREE, in .build/python-X.Y: to be recorded, or followed in gdb.
python:
	@.ci/packages $(PYTHON_PACKAGES) || echo 'python: modules that need what is missing are left out' >&2
	@.ci/python $(or $(TREE),cpython-src/$(or $(VERSION),3.7))

# ---- set-up ---------------------------------------------------------------------------------------------------------

study:
	@.ci/packages --install $(PACKAGES)
	@$(MAKE) --no-print-directory -j$(shell nproc) all
	@.ci/study $(VERSION)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(PROGRAMS) $(DESTDIR)$(PREFIX)/bin
	install -d $(DESTDIR)$(PREFIX)/lib/cpyread
	install -m 644 $(MODULE) $(DESTDIR)$(PREFIX)/lib/cpyread
	install -d $(DESTDIR)$(PREFIX)/share/cpyread/stories
	install -m 644 $(wildcard notes/stories/*.tsv notes/stories/*.story) $(DESTDIR)$(PREFIX)/share/cpyread/stories
	@.ci/install-help $(BUILD)/cpyread $(DESTDIR)$(PREFIX)/share

clean:
	rm -rf .build

help:
	@echo 'make            build .build/cpyread, its module for pictures and notes, and .build/cpyread-index'
	@echo 'make study      install what is missing, build, get a CPython, index it, make a first handout'
	@echo 'make test       install what is missing (as root), build, run every test; T=name runs those that match'
	@echo 'make bench      measures the indexer; make truth TREE=… compares an index with clang and ctags'
	@echo 'make python     VERSION=3.7: that CPython unoptimised, in .build/python-3.7, for gdb and make truth RUN=1'
	@echo 'make SAN=1 test the same with AddressSanitizer and UBSan'
	@echo 'make install    PREFIX=/usr/local DESTDIR='
	@echo 'make clean      remove .build'

.PHONY: all bench truth test c-tests python study install clean help
.SECONDARY:
.DELETE_ON_ERROR:
-include $(shell find $(BUILD) -name 'python-*' -prune -o -name '*.d' -print 2>/dev/null)
