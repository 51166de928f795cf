#!/usr/bin/env python3
"""opcodes.py TREE DB: the opcodes of a tree by its headers and by indentation, against the index.

Each number of opcode.h (opcode_ids.h from 3.13) must be in `opcodes` with its value. One with a TARGET in the eval loop
must have the lines from there to the brace with the same indentation; one without must be known to have no body. Exit
status 1 if any is missing or has other lines."""
import pathlib
import re
import sqlite3
import sys

HEADERS = ("Include/opcode.h", "Include/opcode_ids.h")
LOOPS = ("Python/ceval.c", "Python/generated_cases.c.h")
NO_BODY = ("pseudo", "marker")
HEAD = re.compile(r"^(\s*)(?:(?:case )?TARGET\((\w+)\)|TARGET_(\w+):)")


def numbers(tree):
    """{name: value} of the headers, without the operators of BINARY_OP (NB_ADD)."""
    found = {}
    for header in HEADERS:
        path = tree / header
        text = path.read_text(errors="replace") if path.exists() else ""
        for name, value in re.findall(r"^#define[ \t]+(\w+)[ \t]+(\d+)[ \t]*$", text, re.M):
            if not name.startswith("NB_"):
                found[name] = int(value)
    return found


def bodies(tree):
    """{name: (file, line, end_line)} by indentation."""
    found = {}
    for file in LOOPS:
        path = tree / file
        lines = path.read_text(errors="replace").split("\n") if path.exists() else []
        for start, line in enumerate(lines):
            head = HEAD.match(line)
            if not head:
                continue
            opens = next(i for i in range(start, len(lines)) if re.search(r"\{\s*$|;\s*$", lines[i]))
            indent = re.match(r"\s*", lines[opens]).group()
            end = opens
            if lines[opens].rstrip().endswith("{"):
                end = next(i for i in range(opens + 1, len(lines)) if lines[i].startswith(indent + "}"))
            found[head[2] or head[3]] = (file, start + 1, end + 1)
    return found


def main():
    tree, db = pathlib.Path(sys.argv[1]), sqlite3.connect(sys.argv[2])
    index = {row[0]: row[1:] for row in db.execute(
        "SELECT name, value, kind, run_file, run_line, run_end_line FROM opcodes")}
    expected, wrong = bodies(tree), []
    for name, value in numbers(tree).items():
        if index.get(name, (None,))[0] != value:
            wrong.append(f"{name}: number {value}, in the index {index.get(name, ('missing',))[0]}")
        elif name in expected and index[name][2:] != expected[name]:
            wrong.append(f"{name}: lines {expected[name]}, in the index {index[name][2:]}")
        elif name not in expected and (index[name][3] is not None or index[name][1] not in NO_BODY):
            wrong.append(f"{name}: {index[name][1]}, without a body in the text, in the index {index[name][2:]}")
    sites, parts = db.execute(
        """SELECT count(DISTINCT site), count(DISTINCT CASE WHEN part IS NOT NULL THEN site END) FROM calls
           WHERE caller IN (SELECT parent FROM symbols WHERE kind = 'opcode') AND kind = 'direct'""").fetchone()
    for line in wrong:
        print(f"  - {line}")
    without = sum(row[3] is None for row in index.values())
    print(f"opcodes: {len(index) - without} have bodies, {without} are known to have none, {len(wrong)} are missing or wrong; "
          f"of {sites} direct calls in the loop {parts} belong to an opcode")
    return 1 if wrong or not index else 0


sys.exit(main())
