#!/usr/bin/env python3
"""queries.py INDEX TREE CPYREAD: how long an answer takes from a cold process, beside `sqlite3 INDEX 'select 1'`.

Functions drawn at random, always the same, with at most 100 calls of them and in them; then what else is asked, word for word.
Medians of RUNS, taking turns.
"""
import random
import sqlite3
import statistics
import subprocess
import sys
import time

RUNS = 200
WORDED_RUNS = 40
BOUNDS = {"show": 3, "callers": 3, "callees": 3, "refs": 3, "commits": 3, "find": 5, "path": 10}

# Bound, command line. HASH: of a commit that the index has.
WORDED = [
    (3, "show list.append"),
    (3, "show os.stat"),
    (3, "show LOAD_METHOD"),
    (3, "callers list.append"),
    (3, "callees LOAD_METHOD"),
    (3, "commits _PyEval_EvalFrameDefault"),
    (5, "find append"),
    (5, "error|'list' object has no attribute"),
    (5, "error|TypeError: 'int' object is not iterable"),
    (5, "py list.append"),
    (5, "py len"),
    (5, "type list"),
    (5, "type str"),
    (5, "type PyListObject"),
    (10, "py|a + b"),
    (10, "py|f(x)"),
    (10, "py|x in y"),
    (10, "py|x.append(1)"),
    (10, "py|obj.attr"),
    (10, "py for"),
    (10, "py with"),
    (10, "py class"),
    (10, "py import"),
    (10, "commit HASH"),
    (10, "speedups 26110"),
    (10, "speedups 28915"),
    (10, "callers list.apend"),
    (10, "show list_apend"),
]

FUNCTIONS = """
SELECT name FROM symbol AS s
WHERE kind = 'function' AND defined AND NOT external
GROUP BY name
HAVING count(*) = 1
   AND (SELECT count(*) FROM direct_call WHERE callee_id = s.id) <= 100
   AND (SELECT count(*) FROM direct_call WHERE caller_id = s.id) <= 100
ORDER BY name
"""


def milliseconds(*words):
    start = time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - start) * 1000


def draw_names(index, count):
    names = [row[0] for row in sqlite3.connect(index).execute(FUNCTIONS)]
    return random.Random(7).choices(names, k=count)


def print_figure(name, ours, beside, what, bound):
    value, base = statistics.median(ours), statistics.median(beside)
    print(f"{name:42} {value:8.2f} ms  {base:8.2f} ms {what:28}  {value / base:5.2f}"
          f"  bound {bound}  {'ok' if value <= bound * base else 'OVER'}")


def words_of(line, index):
    command, _, rest = line.partition("|") if "|" in line else line.partition(" ")
    newest = sqlite3.connect(index).execute("SELECT hash FROM commits LIMIT 1").fetchone()
    return [command, rest.replace("HASH", newest[0][:10] if newest else "HEAD")]


def measure(index, tree, cpyread, lines):
    """Milliseconds of each command line, and of sqlite3 in turns with it."""
    ours, beside = [], []
    for words in lines:
        beside.append(milliseconds("sqlite3", index, "select 1"))
        ours.append(milliseconds(cpyread, "--db", index, "--src", tree, *words))
    return ours, beside


def main():
    index, tree, cpyread = sys.argv[1:4]
    names = draw_names(index, 2 * RUNS)
    for command, bound in BOUNDS.items():
        count = 2 if command == "path" else 1
        lines = [[command, *names[i::RUNS][:count]] for i in range(RUNS)]
        print_figure(command, *measure(index, tree, cpyread, lines), "sqlite3, select 1", bound)
    for bound, line in WORDED:
        lines = [words_of(line, index)] * WORDED_RUNS
        print_figure(line.replace("|", " "), *measure(index, tree, cpyread, lines), "sqlite3, select 1", bound)


if __name__ == "__main__":
    main()
