#!/usr/bin/env python3
"""pictures.py INDEX TREE CPYREAD: how long a picture takes, its queries and all, beside `dot -Tsvg` on the same DOT.

Functions drawn as queries.py draws them; medians of RUNS, taking turns.
"""
import os
import sys
import tempfile

import queries

RUNS, BOUND = 100, 1.5


def main():
    index, tree, cpyread = sys.argv[1:4]
    ours, beside = [], []
    with tempfile.TemporaryDirectory() as folder:
        dot, svg = os.path.join(folder, "a.dot"), os.path.join(folder, "a.svg")
        for name in queries.draw_names(index, RUNS):
            ask = [cpyread, "--db", index, "--src", tree, "graph", name, "-o"]
            queries.milliseconds(*ask, dot)
            ours.append(queries.milliseconds(*ask, svg))
            beside.append(queries.milliseconds("dot", "-Tsvg", dot))
    queries.print_figure("graph", ours, beside, "dot -Tsvg", BOUND)


main()
