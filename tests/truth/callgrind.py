#!/usr/bin/env python3
"""callgrind.py: what a run executed, as (caller, caller_file, callee, callee_file) -> how often.

Reads what valgrind's callgrind writes (its manual, "Callgrind Format Specification"), in the shape that interests here:

    ob=(1) /…/python           the program or library, until another is named
    fl=(7) Objects/abstract.c  the file, likewise; fi= and fe= say that lines of another file follow
    fn=(9) binary_op1          the function whose lines and calls follow
    cob=, cfi=, cfl=, cfn=     the same of a function that it calls
    calls=12 0                 how often; the next line is the call's place and cost

"(9) name" defines a name, "(9)" is it again. Of the functions those of the tree are kept: they lie in an object that was
built from it and their file is known, so no libc, no libgcc, no libffi, no linker's stubs. What libc calls back (qsort's
comparison, a thread's first function) has libc for its caller, and is counted apart.
"""
import argparse
import collections
import os
import re
import sqlite3

NAME = re.compile(r"\((\d+)\)(?: (.*))?$")
CYCLE = re.compile(r"'\d+$")  # valgrind's mark of a recursion's depth


class Recording:
    def __init__(self):
        self.pairs = collections.Counter()     # of functions of the tree
        self.called_back = collections.Counter()  # (function, file) that something outside called


class Names:
    """The numbers that stand for names, apart for objects, files and functions."""

    def __init__(self):
        self.tables = {"ob": {}, "fl": {}, "fn": {}}

    def read(self, table, text):
        match = NAME.match(text)
        if not match:
            return text
        number, name = match.groups()
        known = self.tables[table]
        if name is not None:
            known[number] = name
        return known.get(number, "???")


class Tree:
    """Which of callgrind's files are the tree's: those of objects below BUILD, with a path in TREE or BUILD or relative."""

    def __init__(self, tree, build):
        self.roots = [os.path.realpath(path) + "/" for path in (tree, build)]
        self.roots += [os.path.abspath(path) + "/" for path in (tree, build)]
        self.build = os.path.realpath(build) + "/"
        self.known = {}

    def path(self, ob, file):
        """The path within the tree, or None."""
        key = ob, file
        if key not in self.known:
            self.known[key] = self.find(ob, file)
        return self.known[key]

    def find(self, ob, file):
        if file == "???" or not os.path.realpath(ob).startswith(self.build):
            return None
        for root in self.roots:
            if file.startswith(root):
                file = file[len(root):]
        return None if file.startswith("/") else os.path.normpath(file)


def read_callgrind(path, tree, recording):
    """Adds what a callgrind file holds to the recording."""
    names, places, calls = Names(), {}, []
    ob = file = caller = callee_ob = callee_file = callee = None
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line[0] not in "ofc":  # costs, and the head
                continue
            key, _, value = line.rstrip("\n").partition("=")
            if key == "ob":
                ob = names.read("ob", value)
            elif key in ("fl", "fi", "fe"):
                file = names.read("fl", value)
            elif key == "fn":
                caller = value.split(" ")[0], names.read("fn", value)
                places[caller] = ob, file
            elif key == "cob":
                callee_ob = names.read("ob", value)
            elif key in ("cfi", "cfl"):
                callee_file = names.read("fl", value)
            elif key == "cfn":
                callee = value.split(" ")[0], names.read("fn", value)
            elif key == "calls":
                calls.append((caller, callee, callee_ob, callee_file, int(value.split()[0])))
                callee_ob = callee_file = None
    for caller, callee, callee_ob, callee_file, count in calls:
        # What ran has lines of its own, and those say best where it is.
        callee_place = places.get(callee) or (callee_ob or places[caller][0], callee_file or places[caller][1])
        one, other = function_of(tree, caller[1], *places[caller]), function_of(tree, callee[1], *callee_place)
        if one and other:
            recording.pairs[one + other] += count
        elif other:
            recording.called_back[other] += count


def function_of(tree, name, ob, file):
    path = tree.path(ob, file)
    return (CYCLE.sub("", name), path) if path else None


def read_all(paths, tree, build):
    """One recording of the files of one run. A child that was forked begins with its parent's counts, so each pair has
    the largest."""
    recording, where = Recording(), Tree(tree, build)
    for path in paths:
        one = Recording()
        read_callgrind(path, where, one)
        recording.pairs |= one.pairs
        recording.called_back |= one.called_back
    return recording


def write_pairs(recording, path):
    """A line a pair: caller, file, callee, file, count; no caller where something outside called."""
    with open(path, "w", encoding="utf-8") as out:
        for pair, count in sorted(recording.pairs.items()):
            out.write("\t".join(pair) + "\t%d\n" % count)
        for function, count in sorted(recording.called_back.items()):
            out.write("\t\t%s\t%s\t%d\n" % (function + (count,)))


def read_pairs(path):
    recording = Recording()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            caller, caller_file, callee, callee_file, count = line.rstrip("\n").split("\t")
            if caller:
                recording.pairs[caller, caller_file, callee, callee_file] += int(count)
            else:
                recording.called_back[callee, callee_file] += int(count)
    return recording


def write_recording(recording, path, head):
    """The kit's own format: see notes/recordings/README.md."""
    functions = sorted({(pair[1], pair[0]) for pair in recording.pairs} | {(pair[3], pair[2]) for pair in recording.pairs})
    number = {function: i for i, function in enumerate(functions)}
    calls = collections.defaultdict(list)
    for (caller, caller_file, callee, callee_file), count in recording.pairs.items():
        calls[caller_file, caller].append((number[callee_file, callee], count))
    with open(path, "w", encoding="utf-8") as out:
        out.write("cpyread recording 1\n")
        for key, value in head:
            out.write("%s %s\n" % (key, value))
        out.write("functions %d\ncalls %d\n" % (len(functions), len(recording.pairs)))
        file = None
        for at, function in enumerate(functions):
            if function[0] != file:
                file = function[0]
                out.write("\n%s:\n" % file)
            words = [function[1]]
            for callee, count in sorted(calls[function]):
                words.append("%d" % (callee - at) + ("*%d" % count if count > 1 else ""))
                at = callee
            out.write(" ".join(words) + "\n")


def main():
    parser = argparse.ArgumentParser(description="callgrind's files of one run as pairs, and as a recording of the kit's own")
    parser.add_argument("--tree", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--db", required=True, help="the tree's index: says its version and commit")
    parser.add_argument("--command", required=True)
    parser.add_argument("--pairs", required=True)
    parser.add_argument("--recording", required=True)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    recording = read_all(options.files, options.tree, options.build)
    meta = dict(sqlite3.connect("file:%s?mode=ro" % options.db, uri=True).execute("SELECT key, value FROM meta"))
    head = [(key, meta[key]) for key in ("version", "commit") if meta.get(key)] + [("command", options.command)]
    write_pairs(recording, options.pairs)
    write_recording(recording, options.recording, head)


if __name__ == "__main__":
    main()
