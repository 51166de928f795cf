#!/usr/bin/env python3
"""history.py TREE INDEX [COMMITS…]: which functions each commit touched, found another way.

For each commit (without names: a sample of those in the index) Universal Ctags says where functions begin and end in the
image before and after; a function counts as touched where its words without comments differ. Prints recall and precision of
the index, with what differs; what ctags reads wrongly (STRINGLIB(find_char), Py_LOCAL_INLINE) counts against it.
"""
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

SAMPLE, SEED, ENOUGH = 60, 7, 0.99
WORDS = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|\w+|[^\s\\]', re.S)


def git(tree, *words):
    return subprocess.run(["git", "-c", "core.fsmonitor=false", "-C", tree, *words], check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def words(text):
    return [w for w in WORDS.findall(text) if not w.startswith(("/*", "//"))]


def functions(text):
    """(name, how often it was there before) -> its words."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "image.c")
        with open(path, "w", encoding="latin-1") as file:
            file.write(text)
        out = subprocess.run(["ctags", "--language-force=C", "--kinds-C=f", "--fields=+ne", "--output-format=json",
                              "-o", "-", path],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    lines = text.split("\n")
    found = {}
    for line in out.splitlines():
        tag = json.loads(line)
        if tag.get("kind") == "function" and "end" in tag:
            first = tag["line"] - 1
            while first > 0 and lines[first - 1].strip() and not lines[first - 1].rstrip().endswith((";", "}", "/", ")", "\\")) \
                    and not lines[first - 1].startswith("#"):
                first -= 1 # the type stands on a line of its own
            found.setdefault(tag["name"], []).append(words("\n".join(lines[first:tag["end"]])))
    return found


def touched(before, after):
    names = set()
    for name in before.keys() | after.keys():
        if sorted(before.get(name, [])) != sorted(after.get(name, [])):
            names.add(name)
    return names


def by_ctags(tree, commit, files):
    names = set()
    for file in files:
        texts = []
        for image in (commit + "^1", commit):
            try:
                texts.append(git(tree, "show", f"{image}:{file}").decode("latin-1"))
            except subprocess.CalledProcessError:
                texts.append("")
        names |= {(file, name) for name in touched(functions(texts[0]), functions(texts[1]))}
    return names


def main():
    tree, index, commits = sys.argv[1], sqlite3.connect(sys.argv[2]), sys.argv[3:]
    if not commits:
        known = [row[0] for row in index.execute(
            "SELECT DISTINCT hash FROM commit_functions WHERE kind = 'function' AND NOT generated AND NOT test ORDER BY 1")]
        commits = random.Random(SEED).sample(known, min(SAMPLE, len(known)))
    if not commits:
        print("history: left out; the index holds no commits")
        return 0
    there = common = found = 0
    for short in commits:
        row = index.execute("SELECT id, hash FROM git_commit WHERE hash >= ? AND hash < ? || 'g'", (short, short)).fetchone()
        if row is None:
            print(f"  {short}: not in the index")
            continue
        files = [path for path, in index.execute(
            "SELECT path FROM commit_file WHERE commit_id = ? AND NOT generated AND NOT test", row[:1])]
        loop = {path for path, in index.execute(
            "SELECT DISTINCT file FROM commit_functions WHERE hash = ? AND kind = 'opcode'", row[1:])}
        want = by_ctags(tree, row[1], files)
        have = {(file, name) for file, name in index.execute(
            "SELECT file, function FROM commit_functions WHERE hash = ? AND kind = 'function' AND NOT generated AND NOT test"
            " AND change <> 'comment'", row[1:])}
        have |= {tuple(was.split(":")) for was, in index.execute(
            "SELECT was FROM commit_functions WHERE hash = ? AND kind = 'function' AND change = 'moved'"
            " AND NOT generated AND NOT test", row[1:])}
        want = {(file, name) for file, name in want if not (file in loop and "EvalFrame" in name)}
        have = {(file, name) for file, name in have if not (file in loop and "EvalFrame" in name)}
        there, found, common = there + len(want), found + len(have), common + len(want & have)
        for mark, rows in (("-", want - have), ("+", have - want)):
            for file, name in sorted(rows):
                print(f"  {row[1][:10]} {mark} {file}:{name}")
    recall, precision = common / max(there, 1), common / max(found, 1)
    print(f"history: {len(commits)} commits, {there} functions by ctags, {found} by the index: recall {recall:.4f},"
          f" precision {precision:.4f}")
    return recall < ENOUGH or precision < ENOUGH


if __name__ == "__main__":
    sys.exit(main())
