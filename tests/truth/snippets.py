#!/usr/bin/env python3
"""snippets.py DB CPYREAD PYTHON: the opcodes that `cpyread py` gives for pieces of Python, against dis of the interpreter
that was built from the same tree.

Compared as they stand, but for what the compiler does after it has visited the tree, and which is no matter of a node:
jumps are made shorter, pseudo opcodes replaced, blocks dropped, no-ops and constants' returns folded. Exit status 1 if
any differs."""
import json
import re
import sqlite3
import subprocess
import sys

# Two blanks between them, or a new line.
SNIPPETS = re.split(r"  |\n", """\
a + b  a - b * c  -a  +a  not a  ~a  a ** b  a // b  a / b  a % b  a @ b  a << b  a >> b  a & b  a | b  a ^ b
a == b  a != b  a < b  a <= b  a in b  a not in b  a is b  a is not b  a < b < c  a and b  a or b  a and b or c  a if b else c
f()  f(x)  f(x, y)  f(*x)  f(k=v)  f(x, k=v)  f(g(x))  a.m()  a.m(x)  a.m(x, y)  a[i].m(x)  a.b  a.b.c  a[b]  a[b:c]  a[b:c:d]  a[::b]
[a, b]  [*a]  [*a, b]  [a, *b]  (a, b)  (*a, b)  {a, b}  {*a}  {a: b}  {**a}  f'{a}'  f'{a} {b}'  f'{a!r}'  f'{a:>10}'  f'{a!s:>10}'
lambda: a  lambda x: x  [x for x in y]  [x for x in y if z]  {x for x in y}  {x: z for x in y}  (x for x in y)
a = b  a = b, c  a, b = c  a, *b = c  a.b = c  a[b] = c  a[b:c] = d  a += b  a -= b  a.b += c  a[b] += c  del a  del a.b  del a[b]
import m  from m import n  from m import *  raise a  raise a from b  assert a  assert a, b  pass  global a
for x in y: pass  for x, z in y: f(x)  while a: f()  if a: f()  with a: f()  with a as b: f()  def f(): pass  def f(x): return x
class C: pass  print(x)  len(x)  isinstance(x, int)  super().m()  a + b + c  a.b(c).d[e]""")
DIS = """
import dis, json, sys
found = []
for text in json.loads(sys.argv[1]):
    try:
        code = compile(text, "snippet", "eval")
    except SyntaxError:
        code = compile(text, "snippet", "exec")
    found.append([i.opname for i in dis.get_instructions(code)])
print(json.dumps(found))
"""
AFTER = re.compile("JUMP|^NOP$|^RESUME|^CACHE$|^PRECALL$|^PUSH_NULL$|^EXTENDED_ARG$|^MAKE_CELL$|^POP_BLOCK$|^SETUP_|^COPY_FREE|"
                   "^RERAISE$|_AND_CLEAR$|^SWAP$|^TO_BOOL$")


def ours(cpyread, db, text):
    """The opcodes of the snippet's own code object; an empty list: it is not known."""
    ran = subprocess.run([cpyread, "--db", db, "--json", "py", "--", text], capture_output=True, text=True)
    blocks = json.loads(ran.stdout).get("blocks", [])
    table = next((block for block in blocks if block.get("title") == "opcodes"), None)
    rows = table["rows"] if table else []
    names = [column["name"] if isinstance(column, dict) else column for column in table["columns"]] if table else []
    rows = [row if isinstance(row, dict) else dict(zip(names, row)) for row in rows]
    return [row["opcode"] for row in rows if not row["of"].endswith(", inside")]


def without_return(opcodes):
    """dis has the end of the code object as well, several times where ways part."""
    ends = {i for i, pair in enumerate(zip(opcodes, opcodes[1:])) if pair == ("LOAD_CONST", "RETURN_VALUE")}
    return [opcode for i, opcode in enumerate(opcodes) if i not in ends and opcode not in ("RETURN_VALUE", "RETURN_CONST")]


def comparable(opcodes, pseudo):
    """What stays of them when the compiler is done."""
    return [opcode for opcode in opcodes if not AFTER.search(opcode) and opcode not in pseudo]


def known(db):
    """From 3.12 the variable of a comprehension is a fast one in the code around it: no matter of the node."""
    version = db.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()[0]
    inlined = tuple(map(int, version.split(".")[:2])) >= (3, 12)
    return [text for text in SNIPPETS if not (inlined and text.startswith(("[x for", "{x for", "{x: z for")))]


def main():
    db, cpyread, python = sys.argv[1:4]
    snippets = known(sqlite3.connect(db))
    pseudo = {name for name, in sqlite3.connect(db).execute("SELECT name FROM opcodes WHERE kind = 'pseudo'")}
    theirs = json.loads(subprocess.check_output([python, "-c", DIS, json.dumps(snippets)]))
    wrong = 0
    for text, opcodes in zip(snippets, theirs):
        want, have = comparable(without_return(opcodes), pseudo), comparable(ours(cpyread, db, text), pseudo)
        if want != have:
            wrong += 1
            print(f"    {text}: dis has {' '.join(want)}; cpyread {' '.join(have)}")
    print(f"snippets: {len(snippets)}, {wrong} differ from dis of {python}")
    return wrong > 0


sys.exit(main())
