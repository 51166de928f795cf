#!/usr/bin/env python3
"""refs.py DB COMPILE_COMMANDS CLANG [--files N] [--seed SEED] [FILE…]: references against clang's own syntax tree.

For FILEs, or N units drawn at random, each place of the unit's own text where a function, a variable at file level, a
constant of an enum or a field is read, written or has its address taken must be a row of `refs` with that kind, and the
other way round, as sets of (name, kind, file, line, column, in what). Exit status 1 if anything differs.

What is done with a name is found here by the tree's implicit casts and operators (LValueToRValue reads, = writes its left
side, &x takes an address), which libclang does not show. What the dump cannot tell is left out: see README.md.
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
READ, WRITE, CHANGE, ADDRESS, CALLEE = ("read",), ("write",), ("read", "write"), ("address",), ()
PASSED_ON = ("ParenExpr", "ArraySubscriptExpr", "MemberExpr", "ImplicitCastExpr")


def use_of_child(node, number, use):
    """What `node`, with which `use` is made of it, does with its child."""
    kind, opcode = node["kind"], node.get("opcode")
    if kind == "ImplicitCastExpr" and node.get("castKind") == "LValueToRValue":
        return READ
    if kind == "CallExpr":
        return CALLEE if number == 0 else READ
    if number == 0 and kind in PASSED_ON:
        return use
    if number == 0 and kind == "BinaryOperator" and opcode == "=":
        return WRITE
    if number == 0 and (kind == "CompoundAssignOperator" or opcode in ("++", "--")):
        return CHANGE
    if kind == "UnaryOperator" and opcode in ("&", "*"):
        return ADDRESS if opcode == "&" else use
    return READ


def references_of(tree, root, main):
    """A set of (name, kind, file, line, column, inside)."""
    found = set()
    at_file_level = {node["id"] for node in syntax.children(tree) if node["kind"] == "VarDecl"}

    def add(name, kinds, place, inside):
        path = place and syntax.in_tree(place[0], root)
        if path == main and not name.startswith(BUILTINS):
            found.update((name, kind, *place[1:], inside) for kind in kinds)

    def walk(node, use, inside):
        kind = node["kind"]
        if kind == "DeclRefExpr":
            declaration = node["referencedDecl"]
            what, name = declaration["kind"], declaration.get("name")
            if what == "FunctionDecl" and use != CALLEE:
                add(name, ADDRESS, node["at"], inside)
            elif what == "VarDecl" and declaration["id"] in at_file_level:
                add(name, use or READ, node["at"], inside)
            elif what == "EnumConstantDecl":
                add(name, READ, node["at"], inside)
        elif kind == "MemberExpr" and node["name"]:
            add(node["name"], use or READ, node["until"], inside)
        for i, child in enumerate(syntax.children(node)):
            if syntax.is_evaluated(node, i):
                walk(child, use_of_child(node, i, use), inside)

    for node in syntax.children(tree):
        if node["kind"] in ("FunctionDecl", "VarDecl"):
            walk(node, READ, node["name"])
    return found


def untold_of(tree, root, main):
    """Where the dump names nothing: (kind of reference, its first token, the last)."""
    found = []

    def walk(node):
        kind, place = node["kind"], node.get("at")
        inner = syntax.children(node)
        if place and syntax.in_tree(place[0], root) == main:
            start, end = place[1:], node["until"][1:]
            if kind == "InitListExpr":
                found.append(("write", start, end))  # .field = …
                found.append(("read", start, end))  # [constant] = …
            elif kind == "OffsetOfExpr":
                found.append(("address", start, end))
            elif "[" in node.get("type", {}).get("qualType", "") and kind.endswith("Decl"):
                found.append(("read", start, inner[0]["at"][1:] if inner else end))  # the bounds of an array
        for child in inner:
            walk(child)

    walk(tree)
    return found


def rows_of(index, file):
    """The same of the index. A field of an unnamed member is called by its path there (in.z)."""
    statement = """SELECT DISTINCT refs.name, refs.kind, refs.line, refs.col, in_name
                   FROM refs JOIN symbols ON symbols.id = symbol_id
                   WHERE refs.file = ? AND refs.kind IN ('read', 'write', 'address')"""
    return {(name.split(".")[-1], *rest) for name, *rest in index.execute(statement, [file])}


def compare(index, clang, entry):
    main, root = entry["file"], entry["directory"]
    tree = syntax.dump(clang, entry)
    expected, untold = references_of(tree, root, main), untold_of(tree, root, main)
    got = rows_of(index, main)
    apart = {row for row in got - expected
             if any(row[1] == kind and start <= row[2:4] <= end for kind, start, end in untold)}
    got -= apart
    for sign, rows in (("-", expected - got), ("+", got - expected)):
        for name, kind, line, column, inside in sorted(rows, key=lambda row: (row[2:4], row[:2])):
            print(f"  {sign} {main}:{line}:{column}: {kind} {name} in {inside}")
    print(f"{main}: {len(expected)} references; {len(expected - got)} missing, {len(got - expected)} too many; "
          f"{len(apart)} apart", flush=True)
    return expected == got


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("db")
    parser.add_argument("compile_commands")
    parser.add_argument("clang")
    parser.add_argument("--files", type=int, default=2)
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
    print(f"refs: {sum(same)} of {len(same)} files equal clang's")
    return 0 if all(same) else 1


sys.exit(main())
