"""What the parts of the workload share: the list of blocks, and calls that may fail."""
import operator
import sys

BLOCKS = []
telling = False


def block(function):
    BLOCKS.append(function)
    return function


def attempt(function, *arguments, **keywords):
    """Calls it; an exception is as good as a value."""
    try:
        return function(*arguments, **keywords)
    except BaseException as error:  # its text is made, too
        return str(error)


def missed():
    """What a line could not do in this version."""
    if telling:
        kind, error, trace = sys.exc_info()
        print("    %s:%d: %s: %s" % (trace.tb_frame.f_globals["__name__"], trace.tb_lineno, kind.__name__, error),
                file=sys.__stderr__)


def run_source(source, **names):
    """Runs lines that this version may not know."""
    def run():
        names.update(attempt=attempt, sys=sys)
        exec(compile(source, "<newer>", "exec"), names)
    return attempt(run)


BINARY = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow,
          operator.lshift, operator.rshift, operator.and_, operator.or_, operator.xor, operator.matmul, divmod,
          operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge, operator.contains,
          operator.getitem, operator.iadd, operator.isub, operator.imul, operator.itruediv, operator.ifloordiv,
          operator.imod, operator.ipow, operator.ilshift, operator.irshift, operator.iand, operator.ior, operator.ixor,
          operator.imatmul, operator.concat, operator.iconcat, operator.indexOf, operator.countOf, operator.delitem]
UNARY = [operator.neg, operator.pos, operator.invert, operator.not_, abs, len, iter, hash, repr, str, bool, int, float,
         complex, bytes, bytearray, list, tuple, set, frozenset, dict, reversed, round, operator.index,
         operator.length_hint,
         sum, min, max, sorted, any, all, enumerate, next, callable, id, type, dir, ascii, chr, ord, bin, oct, hex,
         memoryview, range, slice, iter, vars, format]
