#!/usr/bin/env python3
"""pictures.py TREE DB CPYREAD [--names N] [--seed SEED]: do pictures fit a page, and say all that they leave out?

The default picture of the N (500) functions with the most callers, and of as many drawn at random, is drawn as SVG and
told as JSON; against SQL:

    at most 30 nodes; the smaller of 12 and what there is, at least; type of 8 points or more on A4
    what the focus calls and is called by is drawn, behind a slot that is drawn, listed as cut or listed as hidden
    the nodes "+N more" and the slots stand for what is listed as cut

A line for each rule that is broken, with the first few names. Exit status 1 if there is one.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

MOST_NODES, ENOUGH, TYPE = 30, 12, 8.0


def choose(database, count, seed):
    """Ids of the functions with the most callers, and of others at random."""
    most = database.execute("""SELECT callee_id FROM direct_call JOIN symbol ON symbol.id = callee_id
                               WHERE symbol.kind = 'function' AND symbol.defined
                               GROUP BY callee_id ORDER BY count(*) DESC, callee_id LIMIT ?""", (count,))
    every = database.execute("SELECT id FROM symbols WHERE kind = 'function' AND defined ORDER BY id").fetchall()
    return [row[0] for row in most] + [row[0] for row in random.Random(seed).sample(every, min(count, len(every)))]


def draw(program, tree, path, name, folder):
    """The answer in JSON, and the size of the type in the drawing; None where the name means several."""
    with tempfile.NamedTemporaryFile(suffix=".svg", dir=folder) as picture:
        ran = subprocess.run([program, "--db", path, "--src", tree, "graph", name, "-o", picture.name, "--json"],
                             capture_output=True, text=True)
        answer = json.loads(ran.stdout)
        graphs = [block for block in answer["blocks"] if block["kind"] == "graph"]
        if not graphs:
            return None
        with open(picture.name, encoding="utf-8") as file:
            return graphs[0], type_of(file.read())


def type_of(svg):
    """Points on paper: the font's size, as the drawing is scaled into its width; both sides of A4 are looked at."""
    width, height, box_width, box_height = (float(number) for number in re.search(
        r'<svg width="([\d.]+)pt" height="([\d.]+)pt"\s+viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"', svg).groups())
    if max(width, height) > 842 or min(width, height) > 595:
        return 0.0
    smallest = min(float(size) for size in re.findall(r'font-size="([\d.]+)"', svg))
    return smallest * width / box_width * float(re.search(r"scale\(([\d.]+)", svg).group(1))


def judge(database, focus, graph, size):
    """Which rules a picture breaks."""
    drawn = [node for node in graph["nodes"] if node["kind"] != "more"]
    if len(graph["nodes"]) > MOST_NODES:
        yield "more than 30 nodes"
    if len(drawn) < ENOUGH and graph["cut"]:
        yield "fewer than 12 nodes, though something was cut"
    if size < TYPE - 0.05:
        yield "type under 8 points"
    there = {node["name"] for node in drawn} | set(graph["cut"]) | set(graph["hidden"])
    ways = {node["id"].split(" ")[1] for node in drawn if " " in node["id"]} | set(graph["hidden"])
    for name, via, opcode in database.execute("""SELECT caller, via, part FROM calls WHERE callee_id = :id
                                                 UNION SELECT callee, via, NULL FROM calls WHERE caller_id = :id""",
                                              {"id": focus}):
        if name not in there and opcode not in there and via not in ways and (via or "").split(".")[-1] not in ways:
            yield "something is neither drawn nor listed"
            break
    stands_for = sum(node["stands_for"] for node in graph["nodes"])
    if not len(graph["cut"]) <= stands_for <= 2 * len(graph["cut"]):
        yield "the numbers of what was cut are not those of the list"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tree")
    parser.add_argument("db")
    parser.add_argument("program")
    parser.add_argument("--names", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    database = sqlite3.connect(f"file:{options.db}?mode=ro", uri=True)
    place = {row[0]: row[1:] for row in database.execute("SELECT id, name, file, line FROM symbols")}
    ids = choose(database, options.names, options.seed)
    names = [f"{os.path.basename(place[i][1])}:{place[i][0]}" for i in ids]
    broken, passed_over, nodes, sizes = collections.defaultdict(list), 0, [], []
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda name: draw(options.program, options.tree, options.db, name, folder), names)
        for focus, name, answer in zip(ids, names, answers):
            if answer is None:  # the name means several: templates, mostly
                passed_over += 1
                continue
            nodes.append(len(answer[0]["nodes"]))
            sizes.append(answer[1])
            for rule in judge(database, focus, *answer):
                broken[rule].append(name)
    for rule, which in sorted(broken.items()):
        print(f"  - {rule}: {len(which)}: {', '.join(which[:5])}")
    print(f"pictures: {len(nodes)} drawn ({passed_over} names mean several), {min(nodes)} to {max(nodes)} nodes, "
          f"type from {min(sizes):.1f} points")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
