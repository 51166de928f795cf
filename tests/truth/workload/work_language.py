"""The language itself: generators, coroutines, exceptions, tracing, compiling, importing, newer syntax."""
import dis
import io
import os
import sys
import tempfile
import types
import warnings

from common import attempt, block, run_source


@block
def generators():
    def counting():
        received = 0
        try:
            while True:
                received = yield received
        except KeyError as error:
            yield str(error)
        finally:
            pass
    one = counting()
    next(one), one.send(5), attempt(one.send), one.throw(KeyError("x")), one.gi_frame, one.gi_code, one.gi_running
    one.gi_yieldfrom, repr(one), one.__name__, one.__qualname__, one.close(), attempt(next, one)
    attempt(one.throw, ValueError), attempt(one.send, 1)
    attempt(counting().send, 5), attempt(counting().throw, ValueError("v"))
    attempt(counting().throw, ValueError, "v", None), attempt(counting().throw, 5)
    attempt(setattr, counting(), "__name__", 5), attempt(setattr, counting(), "__name__", "n")
    attempt(lambda: counting().gi_suspended)
    def delegating():
        got = yield from counting()
        yield from [1, 2]
        yield from (x for x in "ab")
        return got
    two = delegating()
    next(two), two.send(1), attempt(two.throw, KeyError("y")), list(two), attempt(two.throw, KeyError)
    three = delegating()
    next(three), three.close()
    def stubborn():
        try:
            yield 1
        except GeneratorExit:
            yield 2
    four = stubborn()
    next(four), attempt(four.close)
    def wrong():
        yield 1
        raise StopIteration(5)
    attempt(list, wrong())
    def recursive():
        yield next(five)
    five = recursive()
    attempt(next, five)
    def returning():
        return 7
        yield
    attempt(next, returning())
    class Iterator:
        def __iter__(self): return self
        def __next__(self): return 1
        def throw(self, *arguments): raise ValueError
        def send(self, value): return value
        def close(self): raise KeyError
    def outer(): yield from Iterator()
    six = outer()
    next(six), six.send(9), attempt(six.throw, KeyError("k")), attempt(six.close)
    seven = outer()
    next(seven), attempt(seven.close)
    types.coroutine(counting)(), list(zip(counting(), range(3))), sum(x for x in range(5))
    dict((x, x) for x in range(3)), any(x > 1 for x in range(5))


@block
def coroutines():
    class Awaitable:
        def __await__(self):
            yield 1
            return 2
    class Manager:
        async def __aenter__(self): return await Awaitable()
        async def __aexit__(self, *arguments): return True
    class Iterator:
        n = 0
        def __aiter__(self): return self
        async def __anext__(self):
            self.n += 1
            if self.n > 3: raise StopAsyncIteration
            return await Awaitable()
    async def generator():
        try:
            for x in range(3):
                got = yield x
                await Awaitable()
        finally:
            await Awaitable()
    async def main():
        async with Manager() as one:
            raise KeyError
        async for x in Iterator(): pass
        [x async for x in Iterator()], {x: 1 async for x in generator()}, {x async for x in generator()}
        [await Awaitable() for _ in range(2)]
        async for x in generator(): break
        made = generator()
        await made.asend(None), await made.asend(5), await made.aclose()
        made = generator()
        await made.__anext__()
        try: await made.athrow(ValueError("x"))
        except ValueError: pass
        made.ag_frame, made.ag_running, made.ag_await, made.ag_code, repr(made), made.__name__
        return one
    def drive(one, limit=100):
        try:
            for _ in range(limit): one.send(None)
        except StopIteration as error:
            return error.value
    one = main()
    one.cr_frame, one.cr_await, one.cr_code, one.cr_running, repr(one), one.__name__
    one.cr_origin if hasattr(one, "cr_origin") else 0
    drive(one), attempt(one.send, None), attempt(lambda: one.__await__())
    async def failing(): await 5
    attempt(drive, failing())
    async def wrong():
        async with 5: pass
    attempt(drive, wrong())
    async def wrong_iteration():
        async for x in 5: pass
    attempt(drive, wrong_iteration())
    class BadIterator:
        def __aiter__(self): return 5
    async def bad():
        async for x in BadIterator(): pass
    attempt(drive, bad())
    two = main()
    two.send(None), attempt(two.throw, KeyError("k")), two.close()
    wrapper = main().__await__()
    next(wrapper), attempt(wrapper.send, None), attempt(wrapper.throw, ValueError), wrapper.close()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        main()
    made = generator()
    step = made.asend(None)
    attempt(step.send, None), attempt(step.throw, ValueError), step.close()
    attempt(next, iter(made.athrow(ValueError)))
    attempt(lambda: drive(made.aclose()))
    sys.set_asyncgen_hooks(lambda one: None, lambda one: None), sys.get_asyncgen_hooks(), drive(main())
    sys.set_asyncgen_hooks(None, None)
    if hasattr(sys, "set_coroutine_origin_tracking_depth"):
        sys.set_coroutine_origin_tracking_depth(2), main().close(), sys.get_coroutine_origin_tracking_depth()
        sys.set_coroutine_origin_tracking_depth(0)
    attempt(lambda: drive(aiter(Iterator())))
    run_source("async def f():\n  a = aiter(I())\n  return await anext(a), await anext(a, 5)\n", I=Iterator)
    run_source("async def f(): return await anext(aiter(I()), 5)\nd(f())\nasync def g():\n  async def e():\n    return\n    yield\n  return await anext(e(), 7)\nd(g())",
            
            
            
            
            
            I=Iterator, d=drive)
    run_source("async def f():\n  async with M() as a, M() as b: return [[y async for y in I()] for x in 'ab']\nd(f())",
            I=Iterator, M=Manager, d=drive)


@block
def exceptions():
    def fails(kind, *arguments):
        raise kind(*arguments)
    import builtins
    for name, kind in sorted(vars(builtins).items()):
        if isinstance(kind, type) and issubclass(kind, BaseException):
            for arguments in ((), ("a",), ("a", "b"), ("utf-8", b"x", 0, 1, "why"), ("utf-8", "x", 0, 1, "why"),
                    ("x", 0, 1, "why"), (2, "text", "file"), (2, "text", "file", 3, "other"),
                    ("text", ("f", 1, 2, "line")), ("text", ("f", 1, 2, "line", 3, 4)),
                    ("group", [ValueError(1), KeyError(2)]), (None,)):
                def use():
                    one = kind(*arguments)
                    str(one), repr(one), one.args, one.__reduce__(), one.__dict__, one.with_traceback(None)
                    one.__cause__, one.__context__, one.__suppress_context__, one.__traceback__
                    for member in ("errno strerror filename filename2 characters_written code value name path msg lineno offset text print_file_and_line end_lineno end_offset encoding object start end reason obj exceptions message name_from").split():
                        value = attempt(getattr, one, member)
                        attempt(setattr, one, member, value), attempt(setattr, one, member, 1)
                        attempt(delattr, one, member)
                    one.__setstate__({"x": 1}), one.x, attempt(one.__setstate__, 5), attempt(setattr, one, "args", (1,))
                    attempt(setattr, one, "args", 5), attempt(setattr, one, "__cause__", 5)
                    attempt(setattr, one, "__cause__", ValueError()), attempt(setattr, one, "__context__", None)
                    attempt(setattr, one, "__traceback__", 5)
                    attempt(delattr, one, "__traceback__"), attempt(delattr, one, "__cause__")
                    attempt(delattr, one, "args"), attempt(lambda: one.add_note("n")), attempt(lambda: one.add_note(5))
                    str(one), one.__init__(*arguments)
                    if hasattr(one, "split"):
                        one.split(ValueError), one.subgroup(KeyError), one.subgroup(lambda e: True)
                        one.derive([ValueError()]), attempt(one.split, 5)
                attempt(use)
    for function in (lambda: fails(ValueError, "x"), lambda: fails(int), lambda: 1 // 0, lambda: [][1], lambda: {}["x"],
            lambda: undefined, lambda: (1).x, lambda: int("x"), lambda: "a" + 1, lambda: open("/nonexistent/file"),
            lambda: fails(OSError, 13, "x"), lambda: fails(KeyError, "k")):
        try:
            try:
                function()
            except (ArithmeticError, LookupError) as error:
                raise RuntimeError("second") from error
            except ValueError:
                raise TypeError("third")
            finally:
                sys.exc_info()
        except BaseException as error:
            import traceback
            text = io.StringIO()
            traceback.print_exc(file=text), traceback.format_exc(), traceback.extract_tb(error.__traceback__)
            repr(error.__traceback__)
            trace = error.__traceback__
            trace.tb_lasti, trace.tb_lineno, trace.tb_next, trace.tb_frame, attempt(setattr, trace, "tb_next", None)
            attempt(setattr, trace, "tb_next", trace), dir(trace)
            attempt(types.TracebackType, None, trace.tb_frame, 1, 1)
            saved, sys.stderr = sys.stderr, text
            try:
                sys.excepthook(type(error), error, error.__traceback__), sys.__excepthook__(type(error), error, None)
                attempt(sys.excepthook, 1, 2, 3)
            finally:
                sys.stderr = saved
    def nested():
        for _ in range(2):
            try:
                try: continue
                finally: pass
            finally:
                try: break
                finally: pass
        try: return 1
        finally: sys.exc_info()
    nested()
    def deep(n): return deep(n + 1)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(150), attempt(deep, 0), attempt(lambda: repr(make_deep())), sys.setrecursionlimit(limit)
    attempt(sys.setrecursionlimit, -1), attempt(sys.setrecursionlimit, 1)
    def make_deep():
        one = []
        for _ in range(1000): one = [one]
        return one
    for text in ("raise 5", "raise ValueError from 5", "assert 0, 'x'", "assert 0", "raise", "del x",
            "from os import nothing", "import nothing", "from . import x", "import os.nothing", "a, b = 1",
            "a, b = 1, 2, 3", "a, *b = ()", "for x in 5: pass", "with 5: pass", "x = yield_", "5()", "x.y = 1",
            "1 = 2",
                 "[].x = 1", "del [][0]", "None[0]", "None[0] = 1", "raise KeyError('x') from None",
                 "try: 1/0\nexcept 5: pass", "try: 1/0\nexcept (5, 6): pass", "global x\ndel x", "__import__('')",
                 "class A(5): pass", "class A(int, int): pass", "f'{1!r:{2}}'", "{**5}", "[*5]", "print(*5)",
                 "'%d' % 'x'", "object() + 1", "-'x'", "~1.5",
                 "len(5)", "1 in 5", "'' in 5", "5 < 'x'", "super().x", "__build_class__()", "type.__call__(type)",
                 "iter(5)", "next(5)", "dir(5, 6)", "hash([])", "exec(5)", "eval('1 +')", "compile('x', 'f', 'nope')",
                 "input(5, 6)", "vars(5)", "locals()['x']", "__debug__", "breakpoint if 1 else 0", "exit if 0 else 1",
                 "raise SystemExit if 0 else KeyError"):
        attempt(exec, text, {})
    run_source("try:\n  raise ExceptionGroup('g', [ValueError(1), KeyError(2), ExceptionGroup('h', [OSError(3)])])\nexcept* ValueError as e:\n  pass\nexcept* (KeyError, OSError):\n  raise TypeError(4)")
    run_source("try:\n  try:\n    raise ValueError(1)\n  except* ValueError: raise\nexcept ExceptionGroup as e:\n  import traceback\n  traceback.format_exc()")
    run_source("import sys\ntry: 1/0\nexcept ZeroDivisionError: sys.exception()")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        saved, sys.stderr = sys.stderr, io.StringIO()
        warnings.warn("text"), warnings.warn("text", DeprecationWarning, 2), attempt(warnings.warn, UserWarning("x"))
        attempt(warnings.warn, "x", 5), warnings.warn_explicit("t", UserWarning, "f", 5)
        warnings.warn_explicit("t", UserWarning, "f", 5, registry={}, module_globals={"__name__": "x"})
        attempt(warnings.warn_explicit, 1), warnings.warn("x", ResourceWarning, source=[])
        compile("'\\d'", "f", "exec"), compile("1 is 1", "f", "exec"), compile("assert (1, 2)", "f", "exec")
        attempt(compile, "() ()", "f", "exec"), bytes(bytearray(b"x")) == "x"
        for action in ("error", "ignore", "once", "default", "module"):
            warnings.simplefilter(action)
            attempt(warnings.warn, "again", UserWarning), attempt(warnings.warn, "again", ImportWarning)
        import _warnings
        _warnings.warn("direct"), attempt(_warnings._filters_mutated)
        sys.stderr = saved


@block
def tracing():
    events = []
    def tracer(frame, event, argument):
        events.append((event, frame.f_lineno, frame.f_code.co_name))
        frame.f_trace_opcodes = True
        return tracer
    def traced(n):
        total = 0
        for x in range(n):
            total += x
        try: [].pop()
        except IndexError: pass
        list(y for y in "ab")
        return len("ab")
    sys.settrace(tracer), traced(2), sys.gettrace(), sys.settrace(None)
    sys.setprofile(lambda frame, event, argument: events.append(event)), traced(2), sys.getprofile()
    sys.setprofile(None)
    def jumping(frame, event, argument):
        if event == "line" and frame.f_code.co_name == "jumped" and frame.f_lineno == frame.f_code.co_firstlineno + 1:
            attempt(setattr, frame, "f_lineno", frame.f_lineno + 2), attempt(setattr, frame, "f_lineno", 99999)
            attempt(setattr, frame, "f_lineno", "x")
        return jumping
    def jumped():
        a = 1
        a = 2
        b = 3
        return b
    sys.settrace(jumping), attempt(jumped), sys.settrace(None)
    sys.settrace(lambda *a: 1 // 0)
    try: traced(1)
    except ZeroDivisionError: pass
    sys.settrace(None)
    frame = sys._getframe()
    for name in dir(frame):
        attempt(getattr, frame, name)
    frame.f_locals, frame.f_globals, frame.f_back, frame.f_code, frame.f_lasti, repr(frame), attempt(frame.clear)
    frame.f_builtins, attempt(setattr, frame, "f_trace", tracer), attempt(delattr, frame, "f_trace")
    attempt(setattr, frame, "f_lineno", 1), frame.__sizeof__(), attempt(sys._getframe, 999), attempt(sys._getframe, "x")
    run_source("def f():\n  x = 1\n  l = sys._getframe().f_locals\n  l['x'] = 5; l['y'] = 2\n  list(l), len(l), l.get('x'), 'x' in l, dict(l), l.copy(), l.items(), list(l.values()), repr(l), attempt(l.pop, 'y'), l.update(z=1), l | {}, l == {}, list(reversed(l)), attempt(l.setdefault, 'q', 1), attempt(l.__delitem__, 'x')\nf()")
    import cProfile
    import pstats
    profile = cProfile.Profile()
    profile.enable(), traced(3), attempt(len, 5), profile.disable(), profile.getstats()
    pstats.Stats(profile, stream=io.StringIO()).sort_stats("time").print_stats(3), profile.clear()
    profile = cProfile.Profile(lambda: 5, 1.0, subcalls=True, builtins=True)
    profile.runcall(traced, 2), profile.getstats()
    run_source("m = sys.monitoring\nm.use_tool_id(3, 'x')\nE = m.events\nfor n in dir(E):\n  v = getattr(E, n)\n  if isinstance(v, int) and v: attempt(m.register_callback, 3, v, lambda *a: None)\nattempt(m.set_events, 3, E.LINE | E.CALL | E.PY_START | E.PY_RETURN | E.PY_YIELD | E.RAISE | E.JUMP | E.BRANCH | E.INSTRUCTION | E.PY_UNWIND | E.PY_RESUME | E.STOP_ITERATION | E.EXCEPTION_HANDLED | E.RERAISE)\nt(2)\nm.get_events(3), m.get_tool(3)\nm.set_events(3, 0)\nm.set_local_events(3, t.__code__, E.LINE | E.CALL)\nm.get_local_events(3, t.__code__)\nm.register_callback(3, E.LINE, lambda *a: m.DISABLE)\nt(1), m.restart_events(), t(1), m.set_local_events(3, t.__code__, 0), m._all_events(), m.free_tool_id(3), attempt(m.use_tool_id, 99)",
            
            
            
            
            
            t=traced)
    import trace
    trace.Trace(count=1, trace=0).runfunc(traced, 2)
    if hasattr(sys, "addaudithook"):
        sys.addaudithook(lambda event, arguments: None), sys.audit("mine", 1, "x"), attempt(sys.audit), eval("1")
    import faulthandler
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file), faulthandler.enable(file), faulthandler.is_enabled(), faulthandler.disable()
        faulthandler.dump_traceback_later(100, file=file), faulthandler.cancel_dump_traceback_later()
        attempt(faulthandler.register, 10, file), attempt(faulthandler.unregister, 10)
        attempt(faulthandler.dump_traceback, 5)
    import tracemalloc
    tracemalloc.start(3), [object() for _ in range(20)], tracemalloc.take_snapshot().statistics("lineno")
    tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback([]), tracemalloc.get_traceback_limit()
    tracemalloc.get_tracemalloc_memory(), tracemalloc.is_tracing(), attempt(lambda: tracemalloc.reset_peak())
    tracemalloc.clear_traces(), tracemalloc.stop(), attempt(tracemalloc.start, -1)


SAMPLES = ["x = 1", "def f(a, b=1, *c, d, e=2, **g) -> int:\n  'doc'\n  global x\n  x: int = 5\n  return a",
        "class A(B, metaclass=C):\n  @d\n  def f(self): super().f()\n  y: int",
        "for x in y:\n  if x: break\n  elif 1: continue\n  else: pass\nelse: pass", "while x: x -= 1\nelse: y",
           "try: a\nexcept B as c: d\nexcept (E, F): g\nexcept: h\nelse: i\nfinally: j", "with a as b, c as (d, e): f",
           "lambda a, *b, c=1, **d: a", "[x for y in z if w for v in u]", "{a: b for c in d}", "{a for b in c}",
           "(a for b in c)", "a if b else c", "not a and b or c", "a < b <= c != d in e not in f is g is not h",
           "a + b - c * d / e // f % g ** h @ i << j >> k & l | m ^ n", "-a + ~b - +c",
           "a.b[c:d:e, ...](f, *g, h=i, **j)", "x, *y = z", "a = b = c",
           "a += 1; b -= 1; c *= 1; d /= 1; e //= 1; f %= 1; g **= 1; h @= 1; i <<= 1; j >>= 1; k &= 1; l |= 1; m ^= 1",
           "del a, b[c], d.e", "import a.b as c, d", "from a import b as c, d", "from . import x", "from ..a import *",
           "assert a, b", "raise A from b", "global a\nnonlocal_ = 1",
           "def f():\n  a = 1\n  def g():\n    nonlocal a\n    a = 2\n  return g",
           "async def f():\n  async with a as b: pass\n  async for c in d: await e\n  return [g async for g in h]\n  yield 1",
           
           
           
           
           
           "def f():\n  x = yield\n  yield from y\n  return (yield)", "f'{a!r:>{b}} {c}' 'd' f'{{}}'",
           "b'bytes' b'more'", "r'\\d' u'x' '''long\ntext'''", "0x1f + 0b1 + 0o7 + 1_000 + 1.5e10 + 2j",
           "if 1:\n  pass", "if 0: x\nelse: y", "while 1: break", "__debug__", "x[1], x[1:2], x[::3], x[a, b:c]",
           "1 + 2 * 3", "'a' 'b' * 3", "(1, 2, 3)[0]", "x in {1, 2}, x in [1, 2]", "def f(): return\nf()",
           "@a.b(c)\nclass D: pass", "print(a, b, sep='')", "a[b] += c; d.e -= f", "(a, b), [c, *d] = e",
           "for i, (j, k) in l: pass", "\\\n1", "# comment\n\n\n", "a;b;c", "if a:\n\tb\n", "\ufeffx", "\u00e9 = 1",
           "x = [\n1,\n2]\n", "def f(a, b, /, c): pass", "if (n := 5) > 3: n",
           "match x:\n  case 1 | 2: a\n  case [a, *b]: c\n  case {'k': v, **r}: d\n  case A(b, c=d) as e if f: g\n  case -1.5+2j: h\n  case 'a' 'b': i\n  case None | True: j\n  case x.y: k\n  case (): l\n  case _: m",
           
           
           
           
           
           
           "with (a as b, c): d", "try: a\nexcept* B: c", "def f[T: int, *U, **V](a: T) -> U: pass",
           "type X[T] = list[T]", "class A[T](B): pass", "f'{x=!s:{y}} {\"a\"}'", "type X = int",
           "@(yield_)\ndef f(): pass", "print(*a, *b, **c, **d)", "{**a, 'b': c, **d}", "[*a, b, *c]", "x: int",
           "x.y: int = 5", "(x): int = 1", "async def f(): return (x async for y in z)", "t'{a}'", "def f(*, a): pass",
           "lambda: (yield)", "def f(a, /): pass", "*a, = b", "from __future__ import annotations\nx: y", "nonlocal x",
           "def f(): x = 1; del x; return x", "def f(a, a): pass", "return", "break", "yield", "continue", "x = ", "(",
           ")", "'abc", "'''abc", "def", "if x:", "  x", "if x:\n  y\n z", "f(a=1, b)", "f(**a, *b)", "f(a=1, a=2)",
           "a = 1 = b", "1 += 1", "def f(a=1, b): pass", "x = 5 5", "from x import (a,)", "from x import", "import",
           "class", "lambda x", "0777", "1__0", "0x", "1e", "'\\x'", "b'\u00e9'", "'\\N{nothing}'", "f'{'", "f'{}'",
           "f'{a'", "f'{a b}'", "f'{a!z}'", "f'}'", "$", "?", "a ? b", "\\x", "\x00", "async x", "await x", "print 1",
           "exec 'a'", "a <> b", "`a`", "except: x",
           "try: x", "else: y", "del f()", "del 1", "with: x", "for: x", "for x y", "while", "None = 1", "f() = 1",
           "(a, 1) = b", "[a] += b", "a if b", "a not b", "global x; x", "def f(x): global x", "class A: nonlocal x",
           "from __future__ import nothing", "from __future__ import braces", "x\nfrom __future__ import division",
           "def f():\n from x import *", "import a as b.c", "@", "@a", "**a", "*a", "a, b += c", "{a: b, c}",
           "{**a for b in c}", "[*a for b in c]", "(yield x) = 1", "x := 1", "def f(a, *): pass",
           "def f(**a, b): pass", "lambda *: 1", "match x:\n  case a: b\n  case c: d",
           "match x:\n  case A(b=1, b=2): c", "case x:", "i" * 300 + " = 1", "(" * 120 + ")" * 120,
           "x\n\ty\n        z", "if 1:\n\tx\n        y"]


@block
def compiling():
    import ast
    for text in SAMPLES:
        for mode in ("exec", "eval", "single"):
            code = attempt(compile, text, "<sample>", mode)
            if isinstance(code, types.CodeType):
                if mode == "exec":
                    dis.dis(code, file=io.StringIO()), attempt(dis.stack_effect, 100, 1)
        tree = attempt(ast.parse, text)
        if isinstance(tree, ast.AST):
            ast.dump(tree), attempt(compile, tree, "x", "exec"), attempt(lambda: ast.unparse(tree))
            [ast.iter_child_nodes(node) for node in ast.walk(tree)], ast.fix_missing_locations(tree)
            attempt(compile, tree, "x", "exec", optimize=2)
            attempt(lambda: __import__("copy").deepcopy(tree)), attempt(lambda: __import__("pickle").dumps(tree))
        import symtable
        table = attempt(symtable.symtable, text, "x", "exec")
        if not isinstance(table, str):
            table.get_symbols(), [child.get_symbols() for child in table.get_children()], repr(table)
        attempt(compile, text.encode(), "x", "exec")
        attempt(compile, b"# coding: latin-1\n" + text.encode("latin-1", "replace"), "x", "exec")
    run_source("import ast\nast.parse('x = 1 # type: int\\ndef f(a): # type: (int) -> str\\n  for x in y: # type: int\\n    pass\\n', type_comments=True), ast.parse('(int) -> str', mode='func_type')")
    for flags in (ast.PyCF_ONLY_AST, 0x2000, 0x10, 0x200, 0x400, 1 << 29):
        attempt(compile, "x = 1\nawait y\nprint(1)", "x", "exec", flags)
    attempt(compile, b"# coding: nonsense\nx", "x", "exec")
    attempt(compile, b"# coding: euc-kr\nx = '\xb0\xa1'", "x", "exec"), attempt(compile, b"\xff", "x", "exec")
    attempt(compile, b"\xef\xbb\xbf# coding: latin-1", "x", "exec"), attempt(compile, "x", 5, "exec")
    attempt(compile, 5, "x", "exec"), attempt(compile, memoryview(b"x"), "x", "eval")
    compile("x", b"x", "eval", dont_inherit=True, optimize=0)
    for build in (lambda: ast.Name(), lambda: ast.Module([], []), lambda: ast.Name("x", 5),
            lambda: ast.Expression(ast.Num(5) if sys.version_info < (3, 8) else ast.Constant(5)),
            lambda: ast.BinOp(1, 2, 3), lambda: ast.Name("x", ast.Load(), 1, 2, 3, 4),
            lambda: ast.Name(id="x", nope=1), lambda: ast.Module(5), lambda: ast.Expression(ast.Name("None",
            ast.Load())), lambda: ast.Expression(ast.Tuple([None], ast.Load())),
                  lambda: ast.Expression(ast.Compare(ast.Name("x", ast.Load()), [], [])),
                  lambda: ast.Module([ast.Delete([])], []), lambda: ast.Module([ast.Assign([],
                  ast.Name("x", ast.Load()))], []), lambda: ast.Module([ast.Raise(None, ast.Name("x", ast.Load()))],
                  []), lambda: ast.Module([ast.Try([], [], [], [])], []), lambda: ast.Module([ast.With([], [])], []),
                  lambda: ast.Module([ast.ImportFrom(None, [], -1)], []), lambda: ast.Expression(ast.Dict([None], [])),
                  lambda: ast.Expression(ast.BoolOp(ast.And(), []))):
        tree = attempt(build)
        attempt(lambda: tree._fields), attempt(compile, tree, "x", "exec"), attempt(compile, tree, "x", "eval")
        attempt(lambda: compile(ast.fix_missing_locations(tree), "x", "eval")), attempt(lambda: tree.__reduce_ex__(2))
        attempt(lambda: tree.__dict__), attempt(lambda: ast.fix_missing_locations(tree) and compile(tree, "x", "exec"))
    ast.literal_eval("[1, -2, {'a': (3.5, None)}]"), attempt(ast.literal_eval, "f()")
    attempt(ast.copy_location, ast.Name("x"), ast.Name("y"))
    exec("y = 1", {"__builtins__": {}}, {}), eval("x + 1", {"x": 1}), attempt(eval, "x", {}, 5)
    eval(compile("x", "f", "eval"), {}, types.MappingProxyType({"x": 1})), attempt(exec, "x", 5), eval(" 1"), eval(b"2")
    attempt(eval, "\0"), attempt(exec, (lambda: undefined_cell).__code__)
    import tokenize
    list(tokenize.generate_tokens(io.StringIO("x = [1, 'a']\nif x:\n  f'{y}'\n").readline))
    attempt(lambda: list(tokenize.tokenize(io.BytesIO(b"# coding: utf-8\nx = (\n").readline)))
    for name in ("parser", "_opcode", "opcode", "keyword"):
        module = attempt(__import__, name)
        attempt(lambda: module.suite("x = 1").totuple(True))
        attempt(lambda: module.sequence2st(module.expr("1").tolist()).compile())
        attempt(lambda: module.stack_effect(100, 5)), attempt(lambda: module.stack_effect(1))
        attempt(lambda: module.get_specialization_stats()), attempt(lambda: module.expr("1 +"))
        attempt(lambda: module.isexpr(module.expr("1"))), attempt(lambda: module.get_executor(compile.__code__, 0))
    import code
    import codeop
    codeop.compile_command("x = 1"), attempt(codeop.compile_command, "if x:"), attempt(codeop.compile_command, "x = ")


@block
def running():
    """Lines that make the loop take its many ways; each runs often enough to be specialised."""
    class Point:
        __slots__ = ("x",)
        def __init__(self, x): self.x = x
        def get(self): return self.x
        @property
        def double(self): return self.x * 2
        @classmethod
        def make(cls, x): return cls(x)
        @staticmethod
        def still(x): return x
    class Loose:
        shared = 1
        def __init__(self, x): self.x = x
        def get(self, a=1): return self.x
        def __getattr__(self, name): return 5
        def __getitem__(self, key): return key
        def __len__(self): return 3
        def __call__(self, x): return x
        def __contains__(self, x): return True
        def __enter__(self): return self
        def __exit__(self, *a): return False
    def work(n, *rest, key=None, **more):
        point, loose, total, text, items, table = Point(n), Loose(n), 0, "", [], {}
        for i in range(n):
            total += i * 2 - i // 3 + (i % 5) ** 2
            total = total + 1.5 - 0.5
            text = text + "a" + str(i)
            items.append(i), items.extend((i, i)), table.setdefault(i, []).append(i)
            point.x, point.get(), point.double, Point.make(i).x, Point.still(i), loose.x, loose.get(), loose.get(2)
            loose.zz, Loose.shared, loose.shared, loose[i], loose(i), len(loose), i in loose
            point.x = i
            loose.x = loose.y = i
            items[0] = items[-1]
            table[i], table["k"] = i, items[i]
            a, b = (i, i)
            a, b, c = [1, 2, i]
            first, *others = items
            isinstance(i, int), len(items), type(i), str(i), tuple(items), abs(-i), max(i, 2), min((1, i)), sum(items)
            ord("a"), chr(97), items == items, text == "a", i < 5, 1.5 < i, i is None, i in items, "a" in text
            i in table, not i, -i, ~i, i and a or b
            items[1:2], text[0], (1, 2)[0], "%s %d" % (text, i), f"{i:>5}{text!r}", [x for x in (1, 2)]
            {x: x for x in "ab"}, {x for x in "ab"}, list(x for x in "ab")
            work_inner(i, 2, c=3), work_inner(*(1, 2), **{"c": 4}), (lambda x=i: x)(), text.upper(), text.split("a")
            "".join(["a", text]), text.startswith("a"), table.get(i), table.items(), items.pop(), items.sort()
            items.index(1) if 1 in items else 0
            with loose as entered: pass
            if i > 3 and total: continue
            try:
                if i % 2: raise KeyError(i)
            except KeyError as error: error.args
            finally: del a
            global GLOBAL
            GLOBAL = i
            GLOBAL, len, sys.path, os.sep, sys.maxsize, Point, loose.__class__.__name__, __name__, None is None, True
            i if i else 0, super, dis
            total &= 0xffff; total |= 1; total ^= 3; total <<= 1; total >>= 1; total //= 1; total %= 1000; total *= 1; total -= 1; total **= 1; total /= 1; total = int(total)
        return total
    def work_inner(a, b=1, *, c=2): return a + b + c
    attempt(work, 40), attempt(work, 3, 4, key=5, more=6)
    def each(one):
        for x in one: pass
        return one
    for _ in range(20):
        each([1]), each((1,)), each({1: 2}), each({1}), each("ab"), each(range(2)), each(x for x in "a")
        each({1: 2}.items()), each(zip("a")), each(enumerate("a"))
    for left, right in ((1, 2), (1.5, 2.5), ("a", "b"), ([1], [2]), (1, 1.5), (2 ** 70, 1), (b"a", b"b"), ((1,), (2,)),
            ({1}, {2})):
        for _ in range(20):
            for function in (lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a == b, lambda a,
                    b: a < b, lambda a, b: a is b, lambda a, b: a[b], lambda a, b: a in (b,), lambda a, b: a & b):
                try: function(left, right)
                except (TypeError, KeyError, IndexError, OverflowError): pass
    run_source("""
def f(x):
    match x:
        case 0: return 1
        case [a, b]: return a
        case [a, *b, c]: return b
        case {"k": v, **rest}: return rest
        case P(x=1): return 1
        case P(a): return a
        case str() | bytes(): return x
        case int(n) if n > 5: return n
        case None | True: return 2
        case {}: return 0
        case _: return x
class P:
    __match_args__ = ("x",)
    def __init__(self, x): self.x = x
import collections
for _ in range(10):
    for x in (0, [1, 2], (1, 2, 3), {"k": 1, "z": 2}, P(1), P(2), "a", b"b", 9, None, 1.5, {}, collections.deque([1, 2]), range(2), [], True, collections.ChainMap({"k": 2}), P): attempt(f, x)
class Bad: __match_args__ = 5
class Worse: __match_args__ = (5,)
def g(x):
    match x:
        case Bad(1): pass
def h(x):
    match x:
        case Worse(1): pass
def i(x):
    match x:
        case P(1, 2): pass
        case 5(): pass
attempt(g, Bad()), attempt(h, Worse()), attempt(i, P(1))
""")
    run_source("def f(a, /, b, *, c): return a + b + c\nfor i in range(10): f(1, 2, c=3), f(1, b=2, c=3)\nif (n := 5): n\nx = [y := 1, y**2]\nattempt(f, a=1), attempt(f, 1, 2, 3), attempt(lambda: f(1, b=2, d=5))")
    run_source("{'a': 1} | {'b': 2}\nx = {}\nx |= {'c': 3}\n'abc'.removeprefix('a')")
    run_source("class A:\n  x: int = 1\n  y: 'str'\n  def f(self, a: int) -> str: pass\nA.__annotations__, A.f.__annotations__, attempt(lambda: __import__('annotationlib').get_annotations(A))\nprint_ = A.__dict__.get('__annotate__')\n")
    run_source("def f():\n  class A:\n    def g(self): return __class__\n    x = [y for y in 'ab']\n    z = lambda: [A for _ in 'a']\n  return A().g(), A.z()\nf()")
    run_source("import typing\nclass P(typing.NamedTuple):\n  x: int = 5\nP()\nclass D(typing.TypedDict): a: int\nD(a=1)\nclass Q(typing.Protocol):\n  def f(self): pass\nT = typing.TypeVar('T', bound=int)\nclass G(typing.Generic[T]): pass\nG[int]().__class__, repr(T), T.__name__, typing.ParamSpec('R').args, typing.TypeVarTuple('S'), typing.NewType('N', int)(5), typing.get_type_hints(P), typing.Callable[[int], str], typing.Literal[1], typing.cast(int, 5)")
    run_source("import dataclasses, enum\n@dataclasses.dataclass(order=True, frozen=True)\nclass D:\n  a: int\n  b: list = dataclasses.field(default_factory=list)\nD(1) < D(2), repr(D(1)), hash(D(1, ())), dataclasses.replace(D(1), a=5), dataclasses.asdict(D(1))\nclass E(enum.Enum):\n  A = 1\n  B = enum.auto()\nE.A, E(1), E['B'], list(E), E.A.name, repr(E.A)\nclass F(enum.IntFlag):\n  X = 1\n  Y = 2\nF.X | F.Y, ~F.X, F(3)")


@block
def importing():
    import importlib
    import importlib.util
    import zipfile
    with tempfile.TemporaryDirectory() as folder:
        package = os.path.join(folder, "made_package")
        os.mkdir(package)
        for name, text in (("__init__", "__all__ = ['inner']\nfrom . import inner"),
                ("inner",
                "x = 5\ndef __getattr__(name):\n  if name == 'magic': return 1\n  raise AttributeError(name)"),
                ("broken", "x = "), ("failing", "1 // 0"), ("star", "from .inner import *")):
            with open(os.path.join(package, name + ".py"), "w") as file: file.write(text)
        with zipfile.ZipFile(os.path.join(folder, "made.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("zipped_module.py", "x = 1"), archive.writestr("zipped_package/__init__.py", "y = 2")
        sys.path[:0] = [folder, os.path.join(folder, "made.zip"), "/nonexistent"]
        saved, sys.dont_write_bytecode = sys.dont_write_bytecode, False
        try:
            import made_package
            import made_package.star
            made_package.inner.x, attempt(lambda: made_package.inner.magic), attempt(lambda: made_package.inner.nothing)
            attempt(__import__, "made_package.broken"), attempt(__import__, "made_package.failing")
            attempt(__import__, "made_package.nothing"), attempt(exec, "from made_package import nothing")
            attempt(exec, "from made_package import *", {}), attempt(exec, "from made_package.inner import magic", {})
            importlib.reload(made_package.inner), sys.modules.pop("made_package.inner")
            importlib.import_module("made_package.inner"), importlib.import_module(".inner", "made_package")
            importlib.invalidate_caches(), importlib.util.find_spec("made_package.star")
            attempt(importlib.util.find_spec, "nothing.x"), importlib.util.cache_from_source("x.py")
            made_package.__spec__, made_package.__loader__.get_data(made_package.__file__)
            import zipped_module
            import zipped_package
            zipped_module.x, zipped_package.__loader__.get_source("zipped_package")
            zipped_package.__loader__.is_package("zipped_package")
            attempt(zipped_package.__loader__.get_data, "nothing")
            sys.modules["none_module"] = None
            attempt(__import__, "none_module"), attempt(__import__, 5), attempt(__import__, "x", None, None, (), -1)
            attempt(__import__, "x", {}, {}, (), 1), attempt(__import__, "os", {"__package__": 5}, {}, (), 1)
            __import__("os.path"), __import__("os", fromlist=["path"])
            attempt(__import__, "inner", {"__package__": "made_package"}, None, ("x",), 1)
            attempt(__import__, "a", {"__name__": "made_package.b"}, None, (), 1)
        finally:
            del sys.path[:3]
            sys.dont_write_bytecode = saved
    import _imp
    for name in ("lock_held acquire_lock release_lock extension_suffixes is_builtin is_frozen is_frozen_package get_frozen_object find_frozen _frozen_module_names source_hash _fix_co_filename").split():
        for arguments in ((), ("sys",), ("_frozen_importlib",), ("__hello__",), ("nothing",), (5, b"x"),
                (compile("x", "y", "eval"), "z")):
            attempt(lambda: getattr(_imp, name)(*arguments))
    attempt(_imp.init_frozen, "__hello__"), attempt(_imp.init_frozen, "nothing")
    import runpy
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "script.py")
        with open(path, "w") as file: file.write("x = 1")
        runpy.run_path(path), attempt(runpy.run_module, "nothing"), __import__("py_compile").compile(path)
        __import__("compileall").compile_dir(folder, quiet=2)
