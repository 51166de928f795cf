#!/usr/bin/env python3
"""calls.py DB COMPILE_COMMANDS CLANG [--files N] [--seed SEED] [FILE…]: direct calls against clang's own AST dump.

For FILEs, or N units drawn at random, clang prints its syntax tree as JSON; each CallExpr whose callee is a function
must be a row of `calls` with kind `direct`, and the other way round, as a multiset of (caller, callee, file, line).
The place is that of the expansion. Apart: builtins, and what is never evaluated (sizeof, _Generic's first operand).
What stands in a header is looked for in the index as well; but the index has more of it, from other units, so extras
are counted for the unit's own text alone. Exit status 1 if anything differs.
"""
import argparse
import collections
import json
import os
import random
import sqlite3
import subprocess
import sys

BUILTINS = ("__builtin_", "__sync_", "__atomic_")
TRANSPARENT = ("ParenExpr", "ImplicitCastExpr")


class Places:
    """Files and lines of the dump, which leaves out what did not change since the place before."""

    def __init__(self):
        self.file = self.line = None

    def bare(self, location):
        if "offset" not in location:
            return None
        self.file = location.get("file", self.file)
        self.line = location.get("line", self.line)
        return self.file, self.line

    def read(self, location):
        """The place where the text stands; of a macro's text, where the macro is used."""
        if "expansionLoc" not in location:
            return self.bare(location)
        place = None
        for key in location:  # in the order of the dump
            if key in ("spellingLoc", "expansionLoc"):
                bare = self.bare(location[key])
                place = bare if key == "expansionLoc" else place
        return place


def callee_of(call):
    """The function that a CallExpr names, or None."""
    inner = call.get("inner")
    node = inner[0] if inner else {}
    while True:
        kind = node.get("kind")
        if kind in TRANSPARENT or (kind == "UnaryOperator" and node.get("opcode") in ("*", "&")):
            node = node["inner"][0]
        elif kind == "DeclRefExpr":
            declaration = node.get("referencedDecl", {})
            return declaration.get("name") if declaration.get("kind") == "FunctionDecl" else None
        else:
            return None


def calls_of(tree, main):
    """A Counter of (caller, callee, file, line)."""
    places, found = Places(), collections.Counter()

    def walk(node, function, counted):
        place = None
        kind = node.get("kind")
        for key, value in node.items():
            if key == "loc":
                places.read(value)
            elif key == "range":
                place = places.read(value["begin"])
                places.read(value["end"])
            elif key == "inner":
                if kind == "CallExpr" and counted and function:
                    callee = callee_of(node)
                    if callee and not callee.startswith(BUILTINS):
                        found[(function, callee, *place)] += 1
                inside = node.get("name") if kind == "FunctionDecl" else function
                for i, child in enumerate(value):
                    evaluated = kind != "UnaryExprOrTypeTraitExpr" and not (kind == "GenericSelectionExpr" and i == 0)
                    walk(child, inside, counted and evaluated)
            elif isinstance(value, dict):
                walk(value, function, counted and key != "referencedDecl")

    sys.setrecursionlimit(100000)
    walk(tree, None, True)
    return found


def dump(clang, entry):
    words = [word for word in entry["arguments"][1:] if word != "-c"]
    output = subprocess.run([clang, "-Xclang", "-ast-dump=json", "-fsyntax-only", "-w", "-ferror-limit=0"] + words,
                            cwd=entry["directory"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return json.loads(output)


def in_tree(found, root):
    """The calls that stand in the tree, with paths relative to it."""
    result = collections.Counter()
    for (caller, callee, file, line), count in found.items():
        path = os.path.relpath(os.path.join(root, file), root)
        if not path.startswith(".."):
            result[(caller, callee, path, line)] += count
    return result


def compare(index, clang, entry):
    main = entry["file"]
    expected = in_tree(calls_of(dump(clang, entry), main), entry["directory"])
    files = {key[2] for key in expected} | {main}
    got = collections.Counter()
    for file in files:
        got.update(index.execute(
            """SELECT caller, callee, file, line -- once, however many opcodes share it
               FROM (SELECT DISTINCT site, caller, callee, file, line FROM calls WHERE kind = 'direct' AND file = ?)""", [file]))
    missing = expected - got
    extra = collections.Counter({key: n for key, n in (got - expected).items() if key[2] == main})
    for sign, rows in (("-", missing), ("+", extra)):
        for (caller, callee, file, line), count in sorted(rows.items()):
            times = "" if count == 1 else f" ({count} times)"
            cause = "" if file == main else ": the index has the body that another unit gives it"
            print(f"  {sign} {file}:{line}: {caller} -> {callee}{times}{cause}")
    own = sum(n for key, n in expected.items() if key[2] == main)
    print(f"{main}: {own} calls in it, {sum(expected.values()) - own} in headers; "
          f"{sum(missing.values())} missing, {sum(extra.values())} too many", flush=True)
    return not missing and not extra


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("db")
    parser.add_argument("compile_commands")
    parser.add_argument("clang")
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    with open(options.compile_commands) as file:
        entries = [entry for entry in json.load(file) if not os.path.isabs(entry["file"])]
    seed = options.seed if options.seed is not None else random.randrange(1000000)
    if options.names:
        chosen = [entry for entry in entries if entry["file"] in options.names]
    else:
        print(f"seed {seed}")
        chosen = random.Random(seed).sample(entries, min(options.files, len(entries)))
    index = sqlite3.connect(f"file:{options.db}?mode=ro", uri=True)
    same = [compare(index, options.clang, entry) for entry in chosen]
    print(f"calls: {sum(same)} of {len(same)} files equal clang's")
    return 0 if all(same) else 1


sys.exit(main())
