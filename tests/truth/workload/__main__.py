"""workload [-v] [BLOCK...]: one run through many parts of Python, to see which C functions call which.

Broad rather than deep: each builtin type with its operators and methods, the modules written in C, the error paths.
Nothing is asserted. The parts work_*.py are read by 3.6 to 3.14 alike: what one of these cannot do is passed over, value
by value, and newer syntax stands in strings. All is small: under callgrind a second is a minute.

-v tells what each block took and the lines that ended early.
"""
import ast
import os
import sys
import time
import types

import common

PARTS = "numbers texts containers objects language modules data system".split()


def guarded(statement):
    """try: STATEMENT except Exception: missed()."""
    guard = ast.parse("try: pass\nexcept Exception: missed()").body[0]
    guard.body = [statement]
    return ast.copy_location(guard, statement)


class Guards(ast.NodeTransformer):
    """In functions with @block every plain statement, and every value of a row of values, may fail by itself."""

    def visit_FunctionDef(self, node):
        if any(isinstance(one, ast.Name) and one.id == "block" for one in node.decorator_list):
            node.body = [self.visit(one) for one in node.body]
            node.body = [one for part in node.body for one in (part if isinstance(part, list) else [part])]
        return node

    def visit_ClassDef(self, node):
        return guarded(node)

    def visit_Try(self, node):
        return node  # what it catches is its own business

    visit_Assign = visit_AugAssign = visit_Delete = visit_Import = visit_ClassDef
    visit_AsyncFunctionDef = visit_Try

    def visit_Expr(self, node):
        values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
        return [guarded(ast.copy_location(ast.Expr(value), node)) for value in values]


def load(part):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "work_%s.py" % part)
    with open(path, encoding="utf-8") as file:
        tree = Guards().visit(ast.parse(file.read(), path))
    module = sys.modules["work_" + part] = types.ModuleType("work_" + part)
    module.__file__, module.missed = path, common.missed
    exec(compile(ast.fix_missing_locations(tree), path, "exec"), vars(module))


def main():
    chosen = [word for word in sys.argv[1:] if word != "-v"]
    common.telling = "-v" in sys.argv
    for part in PARTS:
        load(part)
    for function in common.BLOCKS:
        if not chosen or function.__name__ in chosen:
            start = time.time()
            try:
                function()
            except BaseException:  # a signal, an exit
                common.missed()
            if common.telling:
                print("%6.3f %s" % (time.time() - start, function.__name__), file=sys.__stderr__)


main()
