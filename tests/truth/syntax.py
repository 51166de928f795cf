"""syntax.py: clang's own syntax tree of a unit (-ast-dump=json), each node with its places.

A node gets "at" and "until": (file, line, column) of its first and its last token; of what a macro's text holds, of the
macro's use. The dump leaves out of a place what did not change since the one before, so they are read in its order.
"""
import json
import os
import subprocess
import sys

sys.setrecursionlimit(100000)
CHILDREN = ("inner", "array_filler")  # the other: of an array whose elements are named, [1] = …


class Places:
    def __init__(self):
        self.file = self.line = None

    def bare(self, location):
        if "offset" not in location:
            return None
        self.file = location.get("file", self.file)
        self.line = location.get("line", self.line)
        return self.file, self.line, location["col"]

    def read(self, location):
        if "expansionLoc" not in location:
            return self.bare(location)
        place = None
        for key in location:  # in the order of the dump
            if key in ("spellingLoc", "expansionLoc"):
                bare = self.bare(location[key])
                place = bare if key == "expansionLoc" else place
        return place


def find_places(node, places):
    for key, value in list(node.items()):
        if key == "loc":
            places.read(value)
        elif key == "range":
            node["at"] = places.read(value["begin"])
            node["until"] = places.read(value["end"])
        elif key in CHILDREN:
            for child in value:
                find_places(child, places)
        elif isinstance(value, dict):
            find_places(value, places)


def dump(clang, entry):
    """The tree of a unit of compile_commands.json."""
    words = [word for word in entry["arguments"][1:] if word != "-c"]
    output = subprocess.run([clang, "-Xclang", "-ast-dump=json", "-fsyntax-only", "-w", "-ferror-limit=0"] + words,
                            cwd=entry["directory"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    tree = json.loads(output)
    find_places(tree, Places())
    return tree


def children(node):
    return [child for key in CHILDREN for child in node.get(key, []) if child.get("kind")]


def is_evaluated(node, number):
    """Whether a node's child is ever run: not the operand of sizeof, nor what _Generic chooses by."""
    kind = node["kind"]
    return kind != "UnaryExprOrTypeTraitExpr" and not (kind == "GenericSelectionExpr" and number == 0)


def in_tree(file, root):
    """The path relative to the root of the tree; None outside."""
    path = os.path.relpath(os.path.join(root, file), root)
    return None if path.startswith("..") else path
