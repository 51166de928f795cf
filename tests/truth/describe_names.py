"""What a running CPython says of itself: each name of a builtin type or an extension module with the C function behind it.

Run by the interpreter that was built from the tree (`make python`), in its folder; prints rows, apart by tabs:

    pair    KIND  NAME  FUNCTION    list.append is list_append
    exists  NAME                    a type or module has this name in its vars(), or is called so
    type    NAME  BASE  SIZE  ITEM  FLAGS   in bytes; the flags in hexadecimal
    member  NAME  OFFSET            in bytes

Functions are read out of the descriptors and named by nm. A name is the type's __module__ and __qualname__, or the
module's name that a function says it is of, and the name in vars().
"""
import bisect
import ctypes
import glob
import importlib
import os
import subprocess
import sys

WORD = ctypes.sizeof(ctypes.c_void_p)
DESCRIPTOR = 5  # words before what is a descriptor's own: PyDescr_COMMON, Include/descrobject.h
FUNCTION = 2  # words before m_ml: PyCFunctionObject, Include/methodobject.h
TP_NEW = 39  # words before tp_new: PyTypeObject
OFFSET = 2  # words before the offset: PyMemberDef

types_of = type(vars(type)["__mro__"]), type(vars(dict)["fromkeys"])
method_descriptor, classmethod_descriptor = type(str.join), type(vars(dict)["fromkeys"])
wrapper_descriptor, getset_descriptor = type(object.__init__), type(vars(type)["__dict__"])
member_descriptor = type(vars(type)["__basicsize__"])
builtin_function = type(len)


def words(address, count):
    return (ctypes.c_void_p * count).from_address(address)


def field(thing, index):
    return words(id(thing), index + 1)[index]


class Names:
    """The functions of the objects that are mapped into this process, by their addresses."""

    def __init__(self):
        found = {}
        for path, base in self.mapped().items():
            out = subprocess.run(["nm", "--defined-only", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            moved = base if self.is_movable(path) else 0
            for line in out.stdout.decode("utf-8", "replace").splitlines():
                parts = line.split()
                if len(parts) == 3 and parts[1] in "tT":
                    found.setdefault(int(parts[0], 16) + moved, parts[2])
        self.at = found

    @staticmethod
    def mapped():
        objects = {}
        with open("/proc/self/maps") as maps:
            for line in maps:
                parts = line.split()
                if len(parts) == 6 and parts[5].startswith("/") and parts[2] == "00000000":
                    objects.setdefault(parts[5], int(parts[0].split("-")[0], 16))
        return objects

    @staticmethod
    def is_movable(path):
        with open(path, "rb") as file:
            head = file.read(18)
        return head[:4] == b"\x7fELF" and head[16] == 3  # ET_DYN

    def get(self, address):
        return self.at.get(address)


def extension_modules():
    """All that can be imported and were built in, or lie as shared objects in the build folder."""
    names = set(sys.builtin_module_names)
    for path in glob.glob("build/lib.*/*.so") + glob.glob("Modules/*.so"):
        names.add(os.path.basename(path).split(".")[0])
    for name in sorted(names):
        try:
            importlib.import_module(name)
        except Exception as problem:
            print("describe_names: %s: %s" % (name, problem), file=sys.stderr)
    return [sys.modules[name] for name in sorted(names) if name in sys.modules]


def all_types():
    seen, todo = set(), [object]
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        todo.extend(type.__subclasses__(one))
    return seen


def name_of(one):
    return "%s.%s" % (one.__module__, one.__qualname__)


def is_of_c(one):
    """Not a class that Python code made."""
    module = sys.modules.get(one.__module__) if isinstance(one.__module__, str) else None
    made_by_python = getattr(module, "__file__", None) or ""
    is_heap = one.__flags__ & (1 << 9)
    return not (is_heap and made_by_python.endswith(".py"))


def functions_in(one, name, value):
    """(kind, address) of each C function behind an entry of a type's vars()."""
    kind = type(value)
    if kind is staticmethod:
        value = value.__get__(None, one)
        if type(value) is builtin_function:
            yield "staticmethod", words(field(value, FUNCTION), 2)[1]
    elif kind is builtin_function and name == "__new__":
        if field(value, FUNCTION + 1) == id(one):
            yield "new", field(one, TP_NEW)
    elif kind is method_descriptor:
        yield "method", words(field(value, DESCRIPTOR), 2)[1]
    elif kind is classmethod_descriptor:
        yield "classmethod", words(field(value, DESCRIPTOR), 2)[1]
    elif kind is wrapper_descriptor:
        yield "slot", field(value, DESCRIPTOR + 1)
    elif kind is getset_descriptor:
        getset = words(field(value, DESCRIPTOR), 3)
        if getset[1]:
            yield "getter", getset[1]
        if getset[2]:
            yield "setter", getset[2]


def describe(names):
    rows = set()
    for one in all_types():
        if not is_of_c(one):
            continue
        full = name_of(one)
        rows.add(("exists", full))
        base = name_of(one.__base__) if one.__base__ else ""
        rows.add(("type", full, base, str(one.__basicsize__), str(one.__itemsize__), "%x" % one.__flags__))
        for name, value in vars(one).items():
            rows.add(("exists", full + "." + name))
            if type(value) is member_descriptor:
                rows.add(("member", full + "." + name, str(words(field(value, DESCRIPTOR), OFFSET + 1)[OFFSET] or 0)))
            for kind, address in functions_in(one, name, value):
                if getattr(value, "__objclass__", one) is one:
                    rows.add(("pair", kind, full + "." + name, names.get(address) or hex(address)))
    for module in MODULES:
        for name, value in vars(module).items():
            rows.add(("exists", module.__name__ + "." + name))
            rows.add(("exists", module.__spec__.name + "." + name if module.__spec__ else name))
            if type(value) is builtin_function:
                of = value.__module__ if isinstance(value.__module__, str) else module.__name__
                address = words(field(value, FUNCTION), 2)[1]
                rows.add(("pair", "function", of + "." + value.__name__, names.get(address) or hex(address)))
    return rows


MODULES = extension_modules()
for row in sorted(describe(Names())):
    print("\t".join(row))
