-- The index of one CPython tree. The tables are ours and may change; the views below them are what people and the
-- viewer read, and are a promise: columns may be added, never renamed or given another meaning.
--
-- The same tree gives the same rows in the same order, whatever the number of workers; so nothing here holds a time, a
-- host or an absolute path. Values that do not apply are NULL. Paths are relative to the checkout, lines and columns
-- count from 1, columns in bytes.
--
-- A file's key is 31 bits of a hash of its path. A symbol's id is (key << 16) + a hash of its name within the file; the
-- id of anything else is (key << 20) + its number within the file. So no id depends on another file, the rows of a file
-- stand together, and a new function in a file leaves the ids of its neighbours as they are. What stands in no file of
-- the tree (memcpy) has an id of its own.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,  -- version (PY_VERSION), commit, schema, program, libclang, the plan's fingerprint, the stories' sum,
                             -- units, units_without_error, history (FROM..TO)
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Every C file that was read, and those that were not, with the reason.
CREATE TABLE file (
    id        INTEGER PRIMARY KEY,  -- its key
    path      TEXT NOT NULL,
    kind      TEXT NOT NULL,   -- unit, header, template (a header that gives other names in other includers), generated, python, data
    lines     INTEGER,         -- NULL where it does not lie in the tree but was made up for the parse
    hash      TEXT,            -- as git would name its contents (git hash-object)
    generated INTEGER NOT NULL, -- 1 where a program wrote it
    parsed    INTEGER NOT NULL, -- 1 where its facts are in here
    errors    INTEGER NOT NULL, -- that the compiler reported in it
    missing   TEXT,            -- headers that it, or a header on its way, did not find: "openssl/ssl.h (libssl-dev), …"
    skipped_because TEXT,
    sum       INTEGER          -- of its contents (sum.h), to see at once whether it is still the same; NULL with the hash
);

-- Ranges of lines that this configuration leaves out (#if).
CREATE TABLE skipped_range (
    file_id  INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    PRIMARY KEY (file_id, line, end_line)
) WITHOUT ROWID;

-- What has a name. A definition stands for its declarations.
CREATE TABLE symbol (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,   -- as the compiler sees it
    spelled   TEXT,            -- as it stands in the text, where a macro renames it
    kind      TEXT NOT NULL,   -- function, macro, struct, union, enum, enumerator, field, typedef, variable, opcode
    parent    TEXT,            -- of a field or an enumerator: the record or enum; of an opcode: the function that runs it
    file_id   INTEGER,         -- NULL: external
    line      INTEGER,
    end_line  INTEGER,
    signature TEXT,            -- one line of C
    doc       TEXT,            -- the comment above, without its stars
    is_static INTEGER NOT NULL,
    defined   INTEGER NOT NULL, -- 1 where this is the definition; 0 where only a declaration was found
    external  INTEGER NOT NULL, -- 1 where it is not in the tree
    by_macro  TEXT,            -- the macro whose expansion made it
    unit_id   INTEGER,         -- a unit that it was seen in
    bit_offset INTEGER,        -- of a field, from the start of the record, also where it lies in an unnamed one within that
    bits      INTEGER          -- size of a field, struct or union
);

-- References: where a symbol is named, but for calls by name, which are in direct_call. In which file, the id tells:
-- there are so many of them that a column for it and an index would cost ten megabytes.
CREATE TABLE reference (
    id        INTEGER PRIMARY KEY,
    symbol_id INTEGER NOT NULL,
    kind      INTEGER NOT NULL, -- as in reference_kind
    line      INTEGER NOT NULL,
    col       INTEGER NOT NULL,
    in_id     INTEGER           -- the function, macro, record or initialised variable that holds it; NULL: file level, where
                                -- macros are not here but in expansion
);

-- The uses of macros at file level, which stand outside any symbol: tables of codecs have 50,000 of one macro. One row for all
-- of a macro in a file.
CREATE TABLE expansion (
    file_id   INTEGER NOT NULL,
    symbol_id INTEGER NOT NULL,
    places    TEXT NOT NULL,    -- a JSON list: line << 20 | column
    PRIMARY KEY (file_id, symbol_id)
) WITHOUT ROWID;

CREATE TABLE reference_kind (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);
INSERT INTO reference_kind VALUES
    (1, 'expand'),  -- of a macro
    (2, 'read'), (3, 'write'),  -- x += 1 is both
    (4, 'address'), -- &x, or a function that is not called there
    (5, 'type');

-- String literals, neighbours as one, with their quotes as C has them.
CREATE TABLE string_literal (
    file_id INTEGER NOT NULL,
    line    INTEGER NOT NULL,
    col     INTEGER NOT NULL,
    in_id   INTEGER NOT NULL,   -- as in reference
    text    TEXT NOT NULL,
    PRIMARY KEY (file_id, line, col, in_id, text)
) WITHOUT ROWID;

-- Static initialisers, value by value: which field of which row of which variable holds what. NULL is left out, and so
-- are tables that hold nothing but numbers.
CREATE TABLE cell (
    variable_id INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL, -- in the order of the text, from 1
    path        TEXT,             -- of the record within the variable: "[3]", "[3].inner"; NULL: the variable itself
    field_id    INTEGER,          -- for an element, that of its array; NULL: the variable itself, or an element of it
    kind        TEXT NOT NULL,    -- function, variable, offset, number, string, other
    symbol_id   INTEGER,          -- the function, variable or field
    value,                        -- the number, or the string with its quotes
    file_id     INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    to_shape    TEXT,             -- of a function: as in flow
    own_shape   TEXT,
    cast_shape  TEXT,
    PRIMARY KEY (variable_id, ordinal)
) WITHOUT ROWID;

-- Calls through a pointer. Which functions they reach, call_group says.
CREATE TABLE indirect_call (
    site      INTEGER PRIMARY KEY, -- an id of the file that holds it, as in direct_call
    caller_id INTEGER NOT NULL,
    file_id   INTEGER NOT NULL,
    line      INTEGER NOT NULL,
    col       INTEGER NOT NULL,
    macro_id  INTEGER,             -- the outermost macro that carried the call
    shape     TEXT,                -- of the function type that is called, after casts: "p(p,i64)"
    type      TEXT                 -- the name of its typedef
);

-- How function pointers travel: what is at one place may come to be at another. indexer/crawl/flow.c says what is kept;
-- what a function says twice is here once.
CREATE TABLE flow (
    in_id     INTEGER NOT NULL, -- the function whose body says so
    ordinal   INTEGER NOT NULL, -- in the order of its text
    to_kind   INTEGER NOT NULL, -- as in flow_place
    to_id     INTEGER,          -- the symbol, or the site
    to_part,                    -- the number of a parameter or argument (255: behind the named ones), the name of a local variable
    from_kind INTEGER NOT NULL,
    from_id   INTEGER,
    from_part,
    to_shape   TEXT,            -- the shape of the function type there, "p(p,i64)"
    own_shape  TEXT,            -- of what flows
    cast_shape TEXT,            -- of the last cast
    PRIMARY KEY (in_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE flow_place (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);
INSERT INTO flow_place VALUES
    (1, 'function'), (2, 'field'), (3, 'variable'), (4, 'local'), (5, 'parameter'), (6, 'result'),
    (7, 'offset'),   -- offsetof a field
    (8, 'site'),     -- what an indirect call calls
    (9, 'argument'), -- of an indirect call
    (10, 'site result');

-- What the calls through a pointer reach, in two halves: each call has a group, each group its functions, with the place
-- where each of them was stored. So the destructors behind Py_DECREF are a few hundred rows instead of two million.
-- indexer/link/closure.h says how they are found. These numbers are no stable ids: the linker makes all anew.
CREATE TABLE call_group (
    site     INTEGER NOT NULL, -- of indirect_call, where one that is not here reaches nothing that was seen; or of
                               -- direct_call, where what is called calls functions that are handed to it, or looks
                               -- them up by a name that it is given
    group_id INTEGER NOT NULL,
    PRIMARY KEY (site, group_id)
) WITHOUT ROWID;

CREATE TABLE candidate (
    group_id    INTEGER NOT NULL,
    place_id    INTEGER NOT NULL,
    function_id INTEGER NOT NULL,
    PRIMARY KEY (group_id, place_id, function_id)
) WITHOUT ROWID;

CREATE TABLE stored_place (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,  -- slot: a field of a record; pointer: a variable, parameter or result; name: looked up by name
    via  TEXT            -- PyNumberMethods.nb_add; file.c:variable; function(parameter); NULL: named in the call itself
);

-- How many functions of a group were stored in a place, and which, if it is one.
CREATE TABLE group_place (
    group_id  INTEGER NOT NULL,
    place_id  INTEGER NOT NULL,
    functions INTEGER NOT NULL,
    only_id   INTEGER,
    PRIMARY KEY (group_id, place_id)
) WITHOUT ROWID;

-- The sums of a group.
CREATE TABLE candidate_group (
    id         INTEGER PRIMARY KEY,
    candidates INTEGER NOT NULL,  -- functions
    via        TEXT               -- the places, apart by commas
);

-- Which file of the tree includes which, and where.
CREATE TABLE inclusion (
    file_id     INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    included_id INTEGER NOT NULL,
    PRIMARY KEY (file_id, line, included_id)
) WITHOUT ROWID;

-- Calls of a function by its name.
CREATE TABLE direct_call (
    site      INTEGER PRIMARY KEY,  -- an id of the file that holds it
    caller_id INTEGER NOT NULL,
    callee_id INTEGER NOT NULL,
    file_id   INTEGER NOT NULL,     -- where the text stands; for a call out of a macro, where the macro is used
    line      INTEGER NOT NULL,
    col       INTEGER NOT NULL,
    macro_id    INTEGER,            -- the outermost macro that carried the call
    macro_at_id INTEGER             -- the innermost macro whose text holds it
);

-- How often a recorded run executed the calls of one function by another. Empty until `cpyread seen`; when the index is
-- made again, what is known of functions that are still there is kept.
CREATE TABLE seen (
    caller_id INTEGER NOT NULL,
    callee_id INTEGER NOT NULL,
    count     INTEGER NOT NULL,
    PRIMARY KEY (caller_id, callee_id)
) WITHOUT ROWID;

-- The curated stories: every line of notes/stories/*.tsv, which that folder's README describes. They come from there, not
-- from the tree; a commit need not be in its history.
CREATE TABLE story_commit (
    story        TEXT NOT NULL,    -- the file's name without .tsv
    ordinal      INTEGER NOT NULL, -- of the line, from 1
    issue        TEXT,             -- a number; NULL: the commit names none
    also         TEXT,             -- further issues of the commit, apart by commas
    hash         TEXT NOT NULL,
    date         TEXT,
    area         TEXT,
    kind         TEXT,             -- C, python, both
    under        TEXT NOT NULL,    -- the issue, or the first digits of the commit, under which it is told
    claim        TEXT,             -- what its author or the documentation says it gains
    claim_ko     TEXT,
    claim_source TEXT,
    factor       REAL,             -- the most that is claimed, 1.2 for 20 %; for putting claims in order
    grade        TEXT,             -- certain, message, judgement: what it rests on
    title        TEXT NOT NULL,
    title_ko     TEXT NOT NULL,
    PRIMARY KEY (story, ordinal)
) WITHOUT ROWID;

CREATE TABLE diagnostic (
    id       INTEGER PRIMARY KEY,
    file_id  INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    severity TEXT NOT NULL,         -- fatal, error
    text     TEXT NOT NULL
);

-- ---- what indexer/link/ makes of the rows above ------------------------------------------------------------------------

-- The opcodes. Those with a text have a symbol, too, of kind opcode.
CREATE TABLE opcode (
    name        TEXT PRIMARY KEY,
    value       INTEGER,       -- NULL: no header gives it one
    kind        TEXT NOT NULL, -- opcode, specialised, instrumented, pseudo (the compiler replaces it), marker (a bound in the header, no opcode)
    family      TEXT,          -- the opcode that it is a specialised form of, and falls back to
    head        TEXT,          -- inst(LOAD_FAST, (-- value)): what it takes from the stack and leaves there, from 3.12; TARGET(LOAD_FAST) before
    symbol_id   INTEGER,
    file_id     INTEGER,       -- where a person reads it
    line        INTEGER,
    end_line    INTEGER,
    run_file_id INTEGER,       -- where it runs: another place from 3.12; NULL: it has no body
    run_line    INTEGER,
    run_end_line INTEGER,
    loop_id     INTEGER,       -- the function that runs it
    macro_id    INTEGER        -- the macro that is its number
) WITHOUT ROWID;

-- What an opcode is made of, from 3.12: macro(BINARY_OP_ADD_INT) = _GUARD_BOTH_INT + _BINARY_OP_ADD_INT.
CREATE TABLE opcode_part (
    opcode   TEXT NOT NULL,
    ordinal  INTEGER NOT NULL, -- from 1
    part     TEXT NOT NULL,    -- an op, or another opcode
    file_id  INTEGER,
    line     INTEGER,
    end_line INTEGER,
    PRIMARY KEY (opcode, ordinal)
) WITHOUT ROWID;

-- What must hold for an opcode to go on, else it falls back to its family (or leaves a trace), from 3.11.
CREATE TABLE opcode_guard (
    opcode    TEXT NOT NULL,
    ordinal   INTEGER NOT NULL, -- in the order in which they are asked
    part      TEXT,             -- the part of it that asks; NULL: it is not made of parts
    macro     TEXT NOT NULL,    -- DEOPT_IF, EXIT_IF
    condition TEXT NOT NULL,    -- where this is true it does not go on
    file_id   INTEGER NOT NULL,
    line      INTEGER NOT NULL,
    PRIMARY KEY (opcode, ordinal)
) WITHOUT ROWID;

-- What the compiler may put in the place of a pseudo opcode.
CREATE TABLE opcode_target (
    opcode  TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    target  TEXT NOT NULL,
    PRIMARY KEY (opcode, ordinal)
) WITHOUT ROWID;

-- Stretches of the eval loop's text, from one opcode or label to the next.
CREATE TABLE loop_block (
    id       INTEGER PRIMARY KEY, -- in the order of the text
    file_id  INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    end_line INTEGER NOT NULL,
    label    TEXT                 -- that it begins with
);

-- Which opcodes can come there.
CREATE TABLE block_opcode (
    opcode    TEXT NOT NULL,
    block_id  INTEGER NOT NULL,
    label     TEXT,             -- of the block; NULL: it is part of the opcode's own body
    is_common INTEGER NOT NULL, -- 1: a way that most opcodes share (error), or behind another label
    PRIMARY KEY (opcode, block_id)
) WITHOUT ROWID;

-- Which stretch holds a call, and which the use of a macro.
CREATE TABLE site_block (
    site     INTEGER PRIMARY KEY,
    block_id INTEGER NOT NULL
);

CREATE TABLE reference_block (
    reference_id INTEGER PRIMARY KEY,
    block_id     INTEGER NOT NULL
);

-- Where a Python call goes on in the loop instead of calling it again, from 3.11.
CREATE TABLE frame_call (
    id        INTEGER PRIMARY KEY, -- in the order of the text
    caller_id INTEGER NOT NULL,    -- the function of the loop
    block_id  INTEGER NOT NULL,
    file_id   INTEGER NOT NULL,
    line      INTEGER NOT NULL
);

-- ---- what indexer/history/ reads from git --------------------------------------------------------------------------------

-- The commits that made this tree, by first parents.
CREATE TABLE git_commit (
    id        INTEGER PRIMARY KEY, -- its place on the line, 1: the oldest
    hash      TEXT NOT NULL,
    date      TEXT NOT NULL,       -- the author's, ISO 8601 with the offset
    author    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    merge     INTEGER NOT NULL,    -- 1: it has several parents, and is compared with the first
    hunk_file TEXT,                -- the largest hunk in hand-written code, by lines; in a function or opcode, if there is one
    hunk_line INTEGER,             -- after the commit; before it where it only removes
    hunk_in   TEXT,                -- the function or opcode; NULL: it is in none
    hunk_size INTEGER,             -- lines added and removed; the text may have fewer
    hunk      TEXT                 -- lines with - and + before them
);

-- The issues that its subject and body name, in that order.
CREATE TABLE commit_issue (
    commit_id INTEGER NOT NULL,
    ordinal   INTEGER NOT NULL,
    tracker   TEXT NOT NULL,       -- bpo, gh
    number    INTEGER NOT NULL,
    PRIMARY KEY (commit_id, ordinal)
) WITHOUT ROWID;

-- The C files that it touched.
CREATE TABLE commit_file (
    commit_id     INTEGER NOT NULL,
    ordinal       INTEGER NOT NULL,
    path          TEXT NOT NULL,   -- after the commit; before it, if it removed the file
    lines_added   INTEGER NOT NULL,
    lines_removed INTEGER NOT NULL,
    generated     INTEGER NOT NULL,
    test          INTEGER NOT NULL,
    PRIMARY KEY (commit_id, ordinal)
) WITHOUT ROWID;

-- What it did to what stands in them.
CREATE TABLE commit_change (
    commit_id     INTEGER NOT NULL,
    file          INTEGER NOT NULL, -- the ordinal in commit_file
    ordinal       INTEGER NOT NULL, -- in the order of the text; what was removed comes last
    name          TEXT NOT NULL,    -- as written: STRINGLIB(find_char)
    kind          TEXT NOT NULL,    -- function, macro, type, variable, opcode
    change        TEXT NOT NULL,    -- added, changed, removed; moved: the same tokens, in another file; comment: no token differs
    was           TEXT,             -- where it moved from, or what it was before under another name or in another file: FILE:NAME
    line          INTEGER NOT NULL, -- after the commit; before it, if removed
    lines_added   INTEGER NOT NULL,
    lines_removed INTEGER NOT NULL,
    PRIMARY KEY (commit_id, file, ordinal)
) WITHOUT ROWID;

-- ---- what link/ finds out about names in Python ------------------------------------------------------------------------

-- What Python code can name, in the order in which vars() comes about, type by type and module by module.
CREATE TABLE python_name (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,   -- as the running interpreter says it: builtins.list.append
    kind        TEXT NOT NULL,   -- function, method, classmethod, staticmethod, slot, new, getter, setter, member, type, exception
    function_id INTEGER,         -- that stands in the table or the slot; NULL: a type, a member, or a slot that makes the name None
    impl_id     INTEGER,         -- the function that Argument Clinic's wrapper calls
    symbol_id   INTEGER,         -- of a type its variable, of a member its field, of a slot that makes None what says so
    slot_id     INTEGER,         -- the field of the type that holds the function
    owner_id    INTEGER,         -- the variable of the type or module that has the name in its vars()
    base        TEXT,            -- of a type: the name of its base; NULL: not known
    flags       TEXT,            -- METH_ names as the source joins them, without blanks: METH_FASTCALL|METH_KEYWORDS; of a type Py_TPFLAGS_ names
    file_id     INTEGER,         -- where the table, or the initialiser of the type, says it
    line        INTEGER,
    record_id   INTEGER,         -- of a type: the struct that its objects are; NULL: not known
    size        INTEGER,         -- of a type: of its objects, in bytes (tp_basicsize)
    item_size   INTEGER,         -- and of each item (tp_itemsize); NULL: there are none
    offset      INTEGER          -- of a member: where it is in the object, in bytes
);
-- What the tree's compiler does for a node of the syntax tree: opcodes that it adds and children that it visits, in order.
-- indexer/link/syntax.c runs the compiler's text on a specimen of each node to find them.
CREATE TABLE syntax_step (
    node     TEXT NOT NULL,    -- as Parser/Python.asdl has it: BinOp
    form     TEXT NOT NULL,    -- where a node becomes different things: method (of Call), keywords, bare, …; '': the plain one
    operator TEXT NOT NULL,    -- that stands in it: Add, In, Load; '': none
    ordinal  INTEGER NOT NULL, -- from 1
    opcode   TEXT,
    argument TEXT,             -- of the opcode, where that is a constant with a name: NB_ADD
    child    TEXT,             -- or the field of the node whose child is visited there: left
    is_inner INTEGER NOT NULL, -- 1: in a code object of its own (of a function, a class, a comprehension)
    function TEXT NOT NULL,    -- of the compiler, that does so
    file_id  INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    PRIMARY KEY (node, form, operator, ordinal)
) WITHOUT ROWID;

-- What errors and warnings say, and where they are raised: the literal, or the format with its holes. A text that is only
-- made at run time is not here. indexer/link/messages.c says how it is found.
CREATE TABLE message (
    id          INTEGER PRIMARY KEY, -- in no order that means anything
    text        TEXT NOT NULL,       -- "list index out of range", "name '%.200s' is not defined"
    exception   TEXT,                -- as Python has it: IndexError; NULL: told by nothing in the text
    function_id INTEGER NOT NULL,    -- that raises it
    file_id     INTEGER NOT NULL,
    line        INTEGER NOT NULL
);

-- What the errors say that the modules of Lib raise, what is filled in written as %s. indexer/link/python_raises.c says how it
-- is found.
CREATE TABLE python_message (
    id        INTEGER PRIMARY KEY, -- in the order of the modules and lines
    text      TEXT NOT NULL,
    exception TEXT NOT NULL,       -- by its last name
    name      TEXT NOT NULL,       -- of the function that raises it, with its module and class, or of the module
    path      TEXT NOT NULL,
    line      INTEGER NOT NULL
);

-- What the modules of Lib bind to names, outside functions, and what C code adds to modules by name: so that what people
-- type leads to what it stands for. Left out: test, idlelib, lib2to3, encodings and the like (python_lib.c). Of several rows
-- of one name the last counts.
CREATE TABLE python_source (
    name   TEXT NOT NULL,    -- os.path; heapq.*
    line   INTEGER NOT NULL,
    kind   TEXT NOT NULL,    -- module, function, class; alias: of target; star: all that target has, from M import *
    target TEXT,             -- posixpath; _heapq; of a class its bases, apart by blanks. What the module itself names begins with
                             -- the name of the module: random._inst.seed
    path   TEXT NOT NULL,
    PRIMARY KEY (name, line, kind)
) WITHOUT ROWID;

-- The words of symbols, for `find`: any three letters beside each other lead to the symbols that have them in their name,
-- in the name as it stands in the text, or in the comment above. Made anew from the whole of `symbol`, in the order of ids:
-- so it has the same bytes however the rows came about.
CREATE VIRTUAL TABLE symbol_words USING fts5(
    name, spelled, doc,
    content = 'symbol', content_rowid = 'id', tokenize = 'trigram', detail = none, columnsize = 0
);

-- ---- the public views --------------------------------------------------------------------------------------------

CREATE VIEW files AS
SELECT path, kind, lines, hash, generated, parsed, errors, missing, skipped_because
FROM file WHERE path <> '';

CREATE VIEW skipped AS
SELECT file.path AS file, line, end_line
FROM skipped_range JOIN file ON file.id = file_id;

CREATE VIEW symbols AS
SELECT symbol.id, symbol.name, spelled, symbol.kind, parent, file.path AS file, line, end_line, signature, doc,
       is_static, defined, external, coalesce(file.generated, 0) AS generated, by_macro, unit.path AS unit,
       bit_offset, bits
FROM symbol
LEFT JOIN file ON file.id = symbol.file_id
LEFT JOIN file AS unit ON unit.id = symbol.unit_id;

CREATE VIEW refs AS
SELECT symbol_id, symbol.name, reference_kind.name AS kind, file.path AS file, reference.line, col,
       in_id, inside.name AS in_name
FROM reference
JOIN reference_kind ON reference_kind.id = reference.kind
JOIN symbol ON symbol.id = symbol_id
JOIN file ON file.id = reference.id >> 20 AND reference.id BETWEEN file.id << 20 AND (file.id << 20) + 1048575
LEFT JOIN symbol AS inside ON inside.id = in_id
UNION ALL
SELECT symbol_id, symbol.name, 'expand', file.path, place.value >> 20, place.value & 1048575, NULL, NULL
FROM expansion
JOIN symbol ON symbol.id = symbol_id
JOIN file ON file.id = expansion.file_id
JOIN json_each(places) AS place
UNION ALL
SELECT callee_id, symbol.name, 'call', file.path, direct_call.line, col, caller_id, inside.name
FROM direct_call
JOIN symbol ON symbol.id = callee_id
JOIN file ON file.id = direct_call.file_id
JOIN symbol AS inside ON inside.id = caller_id;

-- One row for (site, function that it may reach, kind, via); where opcodes share the text, for each opcode that can reach
-- it. label is then the one behind which the site stands; is_common is 1 where most opcodes may come there.
CREATE VIEW calls AS
SELECT site, caller_id, caller.name AS caller, caller_file.path AS caller_file, opcode AS part,
       callee_id, callee.name AS callee, callee_file.path AS callee_file, 'direct' AS kind, NULL AS via,
       carrier.name AS macro, holder.name AS macro_at, file.path AS file, direct_call.line, col, count AS seen, label, is_common
FROM direct_call
JOIN symbol AS caller ON caller.id = caller_id
JOIN symbol AS callee ON callee.id = callee_id
JOIN file ON file.id = direct_call.file_id
LEFT JOIN file AS caller_file ON caller_file.id = caller.file_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN symbol AS holder ON holder.id = macro_at_id
LEFT JOIN site_block USING (site)
LEFT JOIN block_opcode USING (block_id)
LEFT JOIN seen USING (caller_id, callee_id)
UNION ALL
SELECT NULL, in_id, caller.name, caller_file.path, opcode,
       symbol_id, callee.name, callee_file.path, 'macro', NULL,
       NULL, NULL, file.path, reference.line, col, NULL, label, is_common
FROM reference
JOIN symbol AS caller ON caller.id = in_id
JOIN symbol AS callee ON callee.id = symbol_id
JOIN file ON file.id = reference.id >> 20 AND reference.id BETWEEN file.id << 20 AND (file.id << 20) + 1048575
LEFT JOIN file AS caller_file ON caller_file.id = caller.file_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
LEFT JOIN reference_block ON reference_id = reference.id
LEFT JOIN block_opcode USING (block_id)
WHERE reference.kind = 1 -- expand
UNION ALL
SELECT NULL, frame_call.caller_id, name, caller_file.path, opcode,
       frame_call.caller_id, name, caller_file.path, 'frame', NULL,
       NULL, NULL, file.path, frame_call.line, NULL, count, label, is_common
FROM frame_call
JOIN symbol ON symbol.id = frame_call.caller_id
JOIN file ON file.id = frame_call.file_id
JOIN file AS caller_file ON caller_file.id = symbol.file_id
JOIN block_opcode USING (block_id)
LEFT JOIN seen ON seen.caller_id = frame_call.caller_id AND seen.callee_id = frame_call.caller_id
UNION ALL
SELECT indirect_call.site, indirect_call.caller_id, caller.name, caller_file.path, opcode,
       function_id, callee.name, callee_file.path, stored_place.kind, via,
       carrier.name, NULL, file.path, indirect_call.line, col, count, label, is_common
FROM indirect_call -- the order of LEFT JOINs is kept: what a site has once is looked up before its candidates, their opcodes come last
JOIN symbol AS caller ON caller.id = indirect_call.caller_id
JOIN file ON file.id = indirect_call.file_id
LEFT JOIN file AS caller_file ON caller_file.id = caller.file_id
LEFT JOIN symbol AS carrier ON carrier.id = macro_id
LEFT JOIN site_block ON site_block.site = indirect_call.site
JOIN call_group ON call_group.site = indirect_call.site
JOIN candidate ON candidate.group_id = call_group.group_id
JOIN stored_place ON stored_place.id = place_id
JOIN symbol AS callee ON callee.id = function_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
LEFT JOIN seen ON seen.caller_id = indirect_call.caller_id AND seen.callee_id = candidate.function_id
LEFT JOIN block_opcode ON block_opcode.block_id = site_block.block_id
UNION ALL
SELECT site, direct_call.caller_id, caller.name, caller_file.path, opcode,
       function_id, callee.name, callee_file.path, stored_place.kind, via,
       NULL, NULL, file.path, direct_call.line, col, count, label, is_common
FROM call_group -- what is handed to a library, or looked up by its name in Python: the call by name is the site
JOIN direct_call USING (site)
JOIN candidate USING (group_id)
JOIN stored_place ON stored_place.id = place_id
JOIN symbol AS caller ON caller.id = direct_call.caller_id
JOIN symbol AS callee ON callee.id = function_id
JOIN file ON file.id = direct_call.file_id
LEFT JOIN file AS caller_file ON caller_file.id = caller.file_id
LEFT JOIN file AS callee_file ON callee_file.id = callee.file_id
LEFT JOIN site_block USING (site)
LEFT JOIN block_opcode USING (block_id)
LEFT JOIN seen ON seen.caller_id = direct_call.caller_id AND seen.callee_id = function_id;

-- part: the opcode whose own body holds it.
CREATE VIEW sites AS
SELECT indirect_call.site AS id, caller_id, file.path AS file, indirect_call.line, col,
       (SELECT opcode FROM block_opcode WHERE block_opcode.block_id = site_block.block_id AND label IS NULL
        ORDER BY opcode LIMIT 1) AS part,
       candidate_group.via, coalesce(candidates, 0) AS candidates
FROM indirect_call
JOIN file ON file.id = file_id
LEFT JOIN site_block ON site_block.site = indirect_call.site
LEFT JOIN call_group ON call_group.site = indirect_call.site
LEFT JOIN candidate_group ON candidate_group.id = group_id;

CREATE VIEW opcodes AS
SELECT name, value, opcode.kind, family, file.path AS file, line, end_line,
       run_file.path AS run_file, run_line, run_end_line, head, symbol_id
FROM opcode
LEFT JOIN file ON file.id = file_id
LEFT JOIN file AS run_file ON run_file.id = run_file_id;

CREATE VIEW opcode_parts AS
SELECT opcode, ordinal, part, file.path AS file, line, end_line
FROM opcode_part LEFT JOIN file ON file.id = file_id;

-- Where condition is true, the opcode falls back to its family.
CREATE VIEW opcode_guards AS
SELECT opcode, ordinal, part, macro, condition, file.path AS file, line
FROM opcode_guard JOIN file ON file.id = file_id;

CREATE VIEW stories AS
SELECT story, issue, hash, area, kind, claim, claim_source, title, title_ko, grade,
       also, date, under, claim_ko, factor
FROM story_commit;

-- slot: the field of the type that holds the function, PySequenceMethods.sq_length. symbol: of a type its variable, of a
-- member its field, of __hash__ = None what makes it so. Sizes and offsets are in bytes.
CREATE VIEW python_names AS
SELECT python_name.name, python_name.kind, function.name AS function, function_file.path AS function_file,
       impl.name AS impl, CASE WHEN symbol.kind = 'field' THEN symbol.parent || '.' || symbol.name ELSE symbol.name END AS symbol,
       flags, file.path AS file, python_name.line, slot.parent || '.' || slot.name AS slot, base, function_id, impl_id,
       symbol_id, owner_id, record_id, size, item_size, offset
FROM python_name
LEFT JOIN symbol AS function ON function.id = function_id
LEFT JOIN file AS function_file ON function_file.id = function.file_id
LEFT JOIN symbol AS impl ON impl.id = impl_id
LEFT JOIN symbol ON symbol.id = symbol_id
LEFT JOIN symbol AS slot ON slot.id = slot_id
LEFT JOIN file ON file.id = python_name.file_id;

-- Opcodes and children in the order in which the compiler comes to them; see the table.
CREATE VIEW syntax AS
SELECT node, nullif(form, '') AS form, nullif(operator, '') AS operator, ordinal, opcode, argument, child, is_inner,
       function, file.path AS file, line
FROM syntax_step LEFT JOIN file ON file.id = file_id;

CREATE VIEW messages AS
SELECT text, exception, symbol.name AS function, file.path AS file, message.line
FROM message
JOIN symbol ON symbol.id = function_id
JOIN file ON file.id = message.file_id;

CREATE VIEW diagnostics AS
SELECT file.path AS file, line, severity, text
FROM diagnostic JOIN file ON file.id = file_id;

-- The newest first.
CREATE VIEW commits AS
SELECT hash, date, author, subject,
       (SELECT number FROM commit_issue WHERE commit_id = git_commit.id AND ordinal = 1) AS issue, merge
FROM git_commit
ORDER BY git_commit.id DESC;

CREATE VIEW commit_issues AS
SELECT hash, tracker, number
FROM commit_issue JOIN git_commit ON git_commit.id = commit_id;

-- part is the opcode, where the row is one.
CREATE VIEW commit_functions AS
SELECT git_commit.hash, commit_change.name AS function, commit_change.kind, path AS file,
       CASE commit_change.kind WHEN 'opcode' THEN commit_change.name END AS part,
       commit_change.change, commit_change.was, commit_change.lines_added, commit_change.lines_removed, generated, test,
       commit_change.line
FROM commit_change
JOIN git_commit ON git_commit.id = commit_change.commit_id
JOIN commit_file ON commit_file.commit_id = commit_change.commit_id AND commit_file.ordinal = commit_change.file;
