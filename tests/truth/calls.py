#!/usr/bin/env python3
"""calls.py DB COMPILE_COMMANDS CLANG [--all | --files N] [--seed SEED] [FILE…]: direct calls against clang's AST dump.

For FILEs, or N units drawn at random, clang prints its syntax tree as JSON; each CallExpr whose callee is a function
must be a row of `calls` with kind `direct`, and the other way round, as a multiset of (caller, callee, file, line).
The place is that of the expansion. Apart: builtins, and what is never evaluated (sizeof, _Generic's first operand).
What stands in a header is looked for in the index as well; but the index has more of it, from other units, so extras
are counted for the unit's own text alone. With --all, every unit is read, and at the end the headers must have what any
unit gives them, as often as the one that gives most, and no more. Exit status 1 if anything differs.
"""
import argparse
import collections
import json
import os
import random
import sqlite3
import sys

import syntax

BUILTINS = ("__builtin_", "__sync_", "__atomic_")
TRANSPARENT = ("ParenExpr", "ImplicitCastExpr")


def callee_of(call):
    """The function that a CallExpr names, or None."""
    inner = syntax.children(call)
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


def calls_of(tree, root):
    """A Counter of (caller, callee, file, line), of the files in the tree."""
    found = collections.Counter()

    def walk(node, function):
        kind = node["kind"]
        if kind == "CallExpr" and function:
            callee = callee_of(node)
            path = syntax.in_tree(node["at"][0], root)
            if callee and path and not callee.startswith(BUILTINS):
                found[(function, callee, path, node["at"][1])] += 1
        inside = node.get("name") if kind == "FunctionDecl" else function
        for i, child in enumerate(syntax.children(node)):
            if syntax.is_evaluated(node, i):
                walk(child, inside)

    walk(tree, None)
    return found


def rows_of(index, file):
    """The index's calls that stand in a file. A name may be another function in each includer of a header."""
    statement = """SELECT caller, callee, file, line, count(DISTINCT site) FROM calls WHERE kind = 'direct' AND file = ?
                   GROUP BY caller_id, callee_id, line"""
    found = collections.Counter()
    for *key, count in index.execute(statement, [file]):
        found[tuple(key)] = max(count, found[tuple(key)])
    return found


def report(sign, rows):
    for (caller, callee, file, line), count in sorted(rows.items()):
        times = "" if count == 1 else f" ({count} times)"
        print(f"  {sign} {file}:{line}: {caller} -> {callee}{times}")


def compare(index, clang, entry, headers):
    """Whether the calls of a unit are the index's; those in headers are added to `headers`."""
    main = entry["file"]
    expected = calls_of(syntax.dump(clang, entry), entry["directory"])
    got = collections.Counter()
    for file in {key[2] for key in expected} | {main}:
        got.update(rows_of(index, file))
    missing = expected - got
    extra = collections.Counter({key: n for key, n in (got - expected).items() if key[2] == main})
    report("-", missing)
    report("+", extra)
    own = sum(n for key, n in expected.items() if key[2] == main)
    print(f"{main}: {own} calls in it, {sum(expected.values()) - own} in headers; "
          f"{sum(missing.values())} missing, {sum(extra.values())} too many", flush=True)
    for key, count in expected.items():
        if key[2] != main:
            headers[key] = max(count, headers[key])
    return not missing and not extra


def compare_headers(index, headers, units):
    """Whether the index has no more in any file that is included than some unit gives it."""
    extra = collections.Counter()
    for (file,) in index.execute("SELECT path FROM files WHERE parsed").fetchall():
        if file not in units:
            extra.update(rows_of(index, file) - headers)
    report("+", extra)
    print(f"headers: {sum(headers.values())} calls in them; {sum(extra.values())} too many")
    return not extra


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("db")
    parser.add_argument("compile_commands")
    parser.add_argument("clang")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    with open(options.compile_commands) as file:
        entries = json.load(file)
    in_place = [entry for entry in entries if not os.path.isabs(entry["file"])]
    seed = options.seed if options.seed is not None else random.randrange(1000000)
    if options.all:
        chosen = entries  # what a build generates includes headers, too
    elif options.names:
        chosen = [entry for entry in in_place if entry["file"] in options.names]
    else:
        print(f"seed {seed}")
        chosen = random.Random(seed).sample(in_place, min(options.files, len(in_place)))
    index = sqlite3.connect(f"file:{options.db}?mode=ro", uri=True)
    headers = collections.Counter()
    same = [compare(index, options.clang, entry, headers) for entry in chosen]
    if options.all:
        same.append(compare_headers(index, headers, {entry["file"] for entry in entries}))
    print(f"calls: {sum(same)} of {len(same)} {'files, headers as one,' if options.all else 'files'} equal clang's")
    return 0 if all(same) else 1


sys.exit(main())
