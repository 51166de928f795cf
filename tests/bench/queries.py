#!/usr/bin/env python3
"""queries.py INDEX TREE CPYREAD: how long an answer takes from a cold process, beside `sqlite3 INDEX 'select 1'`.

Functions drawn at random, always the same, with at most 100 calls of them and in them; medians of RUNS, taking turns.
"""
import random
import sqlite3
import statistics
import subprocess
import sys
import time

RUNS = 200
BOUNDS = {"show": 3, "callers": 3, "callees": 3, "refs": 3, "find": 5, "path": 10}

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
    print(f"{name:18} {value:8.2f} ms  {base:8.2f} ms {what:28}  {value / base:5.2f}"
          f"  bound {bound}  {'ok' if value <= bound * base else 'OVER'}")


def main():
    index, tree, cpyread = sys.argv[1:4]
    names = draw_names(index, 2 * RUNS)
    for command, bound in BOUNDS.items():
        ours, beside = [], []
        for i in range(RUNS):
            words = [names[i], names[RUNS + i]] if command == "path" else [names[i]]
            beside.append(milliseconds("sqlite3", index, "select 1"))
            ours.append(milliseconds(cpyread, "--db", index, "--src", tree, command, *words))
        print_figure(command, ours, beside, "sqlite3, select 1", bound)


if __name__ == "__main__":
    main()
