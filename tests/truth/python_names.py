#!/usr/bin/env python3
"""python_names.py DB DESCRIPTION [--misses FILE]: the view python_names against what the interpreter says of itself.

DESCRIPTION is what describe_names.py printed. Prints, by kind, how many of its (name, C function) pairs the index holds,
the misses by cause, and how many of the index's names are not there: of types and modules that the interpreter has, what
their vars() lack. Exit status 1 where the bounds are not kept: 99.5 % and 1 %, 99 % from 3.8 on."""
import argparse
import collections
import sqlite3
import sys

FALSE = 0.01


def read_description(path):
    pairs, exists = set(), set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if row[0] == "pair":
                pairs.add(tuple(row[1:]))
            elif row[0] == "exists":
                exists.add(row[1])
    return pairs, exists


def cause(index, pair):
    kind, name, function = pair
    owner = name.rpartition(".")[0]
    others = index.execute("SELECT kind, function FROM python_names WHERE name = ?", (name,)).fetchall()
    if others:
        return "the index says: " + ", ".join(sorted({f"{kind} {function}" for kind, function in others}))
    if index.execute("SELECT 1 FROM python_names WHERE name = ? OR name GLOB ? LIMIT 1", (owner, owner + ".*")).fetchone():
        return "the owner is known, the name is not"
    return "the type or module is not known"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("db")
    parser.add_argument("description")
    parser.add_argument("--misses", help="a file for each miss and each false name")
    options = parser.parse_args()
    index = sqlite3.connect(f"file:{options.db}?mode=ro", uri=True)
    version = index.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()[0]
    pairs, exists = read_description(options.description)
    rows = index.execute("SELECT kind, name, function FROM python_names").fetchall()
    held = {(name, function) for _, name, function in rows}

    total, kept, misses = collections.Counter(), collections.Counter(), []
    for pair in sorted(pairs):
        total[pair[0]] += 1
        kept[pair[0]] += pair[1:] in held
        if pair[1:] not in held:
            misses.append((cause(index, pair), pair))
    owners = {name.rpartition(".")[0] for name in exists}
    ours = {name for kind, name, _ in rows if kind not in ("type", "exception") and name.rpartition(".")[0] in owners}
    false = sorted(ours - exists)

    share = sum(kept.values()) / len(pairs)
    for kind in sorted(total):
        print(f"  {kind:12} {kept[kind]:5} of {total[kind]:5}")
    print(f"names: {sum(kept.values())} of {len(pairs)} pairs ({100 * share:.2f} %) are in python_names; "
          f"{len(false)} of {len(ours)} names ({100 * len(false) / len(ours):.2f} %) are not there")
    for why, number in collections.Counter(why.split(":")[0] for why, _ in misses).most_common():
        print(f"  missed {number}: {why}")
    if options.misses:
        with open(options.misses, "w", encoding="utf-8") as file:
            for why, pair in misses:
                print(*pair, why, sep="\t", file=file)
            for name in false:
                print("false", name, sep="\t", file=file)
    bound = 0.995 if version.startswith("3.7.") else 0.99
    return 0 if share >= bound and len(false) <= FALSE * len(ours) else 1


if __name__ == "__main__":
    sys.exit(main())
