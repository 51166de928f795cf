"""Classes, attributes, descriptors, functions, methods, modules, weak references, copying, garbage."""
import copy
import functools
import gc
import operator
import sys
import types
import weakref

from common import UNARY, attempt, block, run_source


@block
def classes():
    class Base:
        "doc"
        __slots__ = ("a", "__dict__", "__weakref__")
        def method(self): return 1
    class Left(Base): pass
    class Right(Base): pass
    class Both(Left, Right):
        def __init_subclass__(cls, **keywords): super().__init_subclass__()
        def __set_name__(self, owner, name): pass
        def method(self): return super().method()
    class Inner(Both, metaclass=type):
        member = Both()
    both = Both()
    both.method(), Both.__mro__, Both.mro(), Base.__subclasses__(), Both.__base__, Both.__bases__, Both.__dict__
    Both.__doc__, Both.__name__, Both.__qualname__
    both.a = 1
    del both.a
    attempt(lambda: both.a), attempt(lambda: both.missing), attempt(delattr, both, "missing")
    attempt(delattr, both, "a")
    for name, value in (("__name__", "Renamed"), ("__qualname__", "Q.R"), ("__module__", "m"), ("__doc__", "new"),
            ("__bases__", (Left,)), ("__abstractmethods__", set()),
                        ("__name__", 5), ("__bases__", 5), ("__bases__", ()), ("__dict__", {}), ("__slots__", ()),
                        ("attribute", 1), ("__annotations__", {}), ("__type_params__", ())):
        attempt(setattr, Both, name, value)
        attempt(getattr, Both, name)
        attempt(setattr, int, name, value)
        attempt(delattr, Both, name)
    attempt(setattr, both, "__class__", Left), attempt(setattr, both, "__class__", int)
    attempt(setattr, both, "__dict__", {"x": 1}), attempt(setattr, both, "__dict__", 5)
    attempt(delattr, both, "__dict__"), both.__class__, both.__dict__, dir(both), dir(Both), vars(Both), repr(Both)
    repr(both), hash(Both), Both == Both
    for arguments in ((), ("N",), ("N", (), {}), ("N", (int,), {"__slots__": ("x",)}), ("N", (5,), {}), (5, (), {}),
            ("N", (bool,), {}), ("N", (Base, Left), {}), ("N", (int, str), {}),
                      ("N", (), {"__slots__": ("a", "a")}), ("N", (), {"__slots__": 5}),
                      ("N", (), {"__slots__": ("1x",)}), ("N", (object,), {"__slots__": ("__dict__", "__weakref__")}),
                      ("N", (), {"__qualname__": 5}), ("N", (), {"__classcell__": 5}), ("\0", (), {}),
                      ("N", (), {"__doc__": "d", "__new__": lambda c: 1, "__eq__": None}), ("N", (type,), {}),
                      ("N", (list, Base), {}), ("N", (Exception,), {"x": property()})):
        attempt(type, *arguments)
    attempt(type, "N", (), {}, key=1), attempt(object, 1), attempt(object.__new__, 5), attempt(object.__new__, int)
    attempt(int.__new__, str), attempt(object.__init__, both, 1), attempt(lambda: type("X", (), {})(1))
    class Meta(type):
        def __prepare__(name, bases, **keywords): return {"prepared": 1}
        def __call__(cls, *arguments): return super().__call__()
        def __instancecheck__(cls, one): return True
        def __subclasscheck__(cls, one): return True
        def __len__(cls): return 5
        def __getattr__(cls, name): return name
        def __dir__(cls): return ["x"]
        def mro(cls): return type.mro(cls)
    Made = Meta("Made", (), {})
    isinstance(5, Made), issubclass(int, Made), len(Made), Made.anything, Made(), dir(Made)
    attempt(setattr, Made, "__bases__", (Base,))
    attempt(isinstance, 1, 5), attempt(issubclass, 1, int), attempt(issubclass, int, 5)
    isinstance(1, (str, (int, float))), issubclass(bool, (str, int)), attempt(lambda: isinstance(1, int | str))
    fake = type("Fake", (), {"__class__": property(lambda self: int), "__bases__": ()})()
    isinstance(fake, int), attempt(isinstance, 1, fake), attempt(issubclass, fake, int), attempt(issubclass, int, fake)
    super(Both, both).method, repr(super(Both, both)), attempt(super), attempt(super, int, "x"), super(Both)
    attempt(lambda: super(Both, both).nothing), super(Both, Both).method, super(Both).__get__(both)
    object().__reduce_ex__(2), object().__reduce__(), attempt(object().__format__, "x"), object().__sizeof__()
    object().__dir__(), object.__subclasshook__(), object().__init_subclass__()
    attempt(object().__getstate__) if hasattr(object, "__getstate__") else 0
    attempt(lambda: object() < object()), object() == object(), object() != 1, object.__ne__(1, 1)
    attempt(object.__lt__, 1, 2), attempt(hash, type("H", (), {"__eq__": lambda s, o: 1})())
    for type_ in (int, str, list, dict, object, type, float, tuple, set, bytes, types.FunctionType, Exception, range,
            property, memoryview, type(None), complex, bool, types.ModuleType):
        type_.__doc__, type_.__text_signature__, type_.__basicsize__, type_.__itemsize__, type_.__flags__
        type_.__dictoffset__, type_.__weakrefoffset__, type_.__module__, type_.__mro__
        attempt(type_.__subclasses__) if type_ is not type else 0, attempt(lambda: type_.__abstractmethods__)
        attempt(lambda: type_.__annotations__), type_.__sizeof__, repr(type_), dir(type_)
        for name in dir(type_):
            member = attempt(getattr, type_, name)
            attempt(repr, member), attempt(getattr, member, "__doc__"), attempt(getattr, member, "__text_signature__")
            attempt(getattr, member, "__objclass__"), attempt(getattr, member, "__qualname__")
            attempt(getattr, member, "__name__")
            attempt(lambda: member.__reduce__()) if not isinstance(member, type) else 0
            if not isinstance(member, type) and name not in ("mro", "__subclasses__"):
                attempt(member), attempt(member, 5), attempt(member, "x", "y"), attempt(member, "a", 1, 2)
    attempt(lambda: int.__add__(1, 2, 3)), attempt(int.__add__, "x", 1), int.__add__(1, 2), (5).__add__(1)
    attempt((5).__add__), (5).__add__.__self__, attempt(str.__getitem__, "a", 5), list.__len__([1]), (1).__lt__(2)
    (5).__add__ == (5).__add__, hash((5).__add__), repr((5).__add__), (5).__add__.__name__, (5).__add__.__objclass__
    attempt(lambda: (5).__add__ < 1), attempt(lambda: (5).__pow__(2, 3)), attempt(list.__init__, [], 5)
    run_source("class A[T, *Ts, **P]: pass\nA[int]\nA.__type_params__\ntype X[T] = list[T]\nX.__value__, X[int], repr(X)\ndef f[T: int](a: T) -> T: pass\nf.__type_params__\nclass B[T: (int, str)]: pass\nB.__type_params__[0].__constraints__")
    run_source("x = list[int]\nx.__origin__, x.__args__, repr(x), x == list[int], hash(x), x([1]), attempt(lambda: x[int]), x.__parameters__, attempt(isinstance, 1, x), x.__mro_entries__, dir(x), x | None, attempt(iter, x)")
    run_source("import typing\nT = typing.TypeVar('T')\nx = dict[T, list[T]]\nx[int], x.__parameters__, (int | None), int | list[T], repr(int | T), (int | str) == (str | int), hash(int | str), (T | None)[int]\nattempt(lambda: x[int, str]), attempt(lambda: (int|str) | 5), tuple[int, ...], typing.Optional[int], typing.Union[int, str]\nclass C(list[int]): pass\nisinstance(1, int | str), issubclass(int, int | str)")


@block
def descriptors():
    class Described:
        def __get__(self, one, owner): return 1 if one is None else 2
        def __set__(self, one, value): pass
        def __delete__(self, one): pass
    class Reading:
        def __get__(self, one, owner=None): return 5
    class Holder:
        data, reading = Described(), Reading()
        @property
        def prop(self):
            "doc"
            return 1
        @prop.setter
        def prop(self, value): pass
        @prop.deleter
        def prop(self): pass
        @property
        def failing(self): raise AttributeError("no")
        @staticmethod
        def still(*arguments): return arguments
        @classmethod
        def of_class(cls, *arguments): return cls
        def __getattribute__(self, name): return super().__getattribute__(name)
    one = Holder()
    one.data, Holder.data, one.reading, Holder.reading, one.prop, one.still(1), one.of_class(1), Holder.still()
    Holder.of_class(), Holder.prop, attempt(lambda: one.failing), attempt(lambda: one.zz)
    one.data = 5
    one.prop = 5
    one.reading = 7
    del one.data, one.prop, one.reading
    prop = Holder.prop
    prop.getter(len), prop.setter(len), prop.deleter(len), prop.__doc__, prop.fget, prop.__get__(None, int)
    attempt(prop.__set__, 5, 5), attempt(property().__get__, 1), attempt(property().__set__, 1, 1)
    attempt(property().__delete__, 1)
    attempt(lambda: prop.__isabstractmethod__), property(len, doc="x").__doc__, property(doc="a").getter(len)
    type("P", (property,), {})(len), attempt(setattr, prop, "__doc__", "x"), attempt(lambda: prop.__name__)
    for made in (staticmethod(len), classmethod(len), Holder.__dict__["still"], Holder.__dict__["of_class"]):
        attempt(repr, made), made.__func__, attempt(made.__get__, 1, int), made.__dict__
        attempt(lambda: made.__isabstractmethod__), attempt(made, "x"), attempt(lambda: made.__wrapped__)
        attempt(lambda: made.__annotations__)
    attempt(staticmethod), attempt(classmethod, 1, 2), attempt(lambda: classmethod(5).__get__(1)(2))
    class Slotted:
        __slots__ = ("x", "y")
    slotted = Slotted()
    slotted.x = 1
    Slotted.x, Slotted.x.__get__(slotted), attempt(Slotted.x.__get__, 5), attempt(Slotted.x.__set__, 5, 1)
    attempt(lambda: slotted.y), attempt(lambda: slotted.z), attempt(setattr, slotted, "z", 1), copy.copy(slotted)
    slotted.__reduce_ex__(2)
    del slotted.x
    attempt(delattr, slotted, "x"), attempt(slotted.__reduce_ex__, 0), attempt(weakref.ref, slotted)
    class Dynamic:
        def __getattr__(self, name):
            if name.startswith("_"): raise AttributeError(name)
            return name
        def __setattr__(self, name, value): object.__setattr__(self, name, value)
        def __delattr__(self, name): object.__delattr__(self, name)
    dynamic = Dynamic()
    dynamic.x = 1
    dynamic.x, dynamic.y, hasattr(dynamic, "_z"), getattr(dynamic, "_z", 5), attempt(getattr, dynamic, 5)
    attempt(setattr, dynamic, 5, 1), attempt(hasattr, dynamic, 5), attempt(lambda: getattr(1))
    del dynamic.x
    for i in range(60):
        setattr(dynamic, "attribute%d" % i, i)
    keeping = getattr(functools, "cached_property", property)
    class Cached:
        @keeping
        def value(self): return 1
    Cached().value
    operator.attrgetter("a.b", "c"), operator.attrgetter("real")(5), attempt(operator.attrgetter("real.zz"), 5)
    operator.attrgetter("real", "imag")(5), operator.itemgetter(1)("ab"), operator.itemgetter(0, 1)("ab")
    operator.methodcaller("upper")("a"), operator.methodcaller("split", sep="x")("axb")
    for made in (operator.attrgetter("a", "b"), operator.itemgetter(1, 2), operator.methodcaller("m", 1, k=2)):
        repr(made), made.__reduce__(), copy.copy(made), attempt(made), attempt(made, 5)
    for name in ("truth is_ is_not sub not_ call is_none length_hint lt _compare_digest setitem").split():
        attempt(lambda: getattr(operator, name)("a", "a"))


@block
def functions():
    def plain(a, b=1, *c, d, e=5, **f):
        "doc"
        return a
    closed = 5
    def closing(): return closed
    for function in (plain, closing, len, [].append, plain.__get__(5), str.upper, classes, lambda: 1, int.__add__,
            (5).__add__, dict.fromkeys, functools.partial(plain, 1), types.MethodType(len, "ab"), "".join,
            type.__call__, object.__init__):
        for name in ("__name__ __qualname__ __doc__ __module__ __defaults__ __kwdefaults__ __code__ __closure__ __globals__ __annotations__ __dict__ __self__ __func__ __text_signature__ __builtins__ __type_params__ __wrapped__ __objclass__ "
                     "__annotate__ __call__ __get__ __reduce__ __signature__").split():
            value = attempt(getattr, function, name)
            attempt(setattr, function, name, value)
            attempt(setattr, function, name, 5)
            attempt(setattr, function, name, value)
            if name not in ("__code__", "__name__", "__qualname__"):
                attempt(delattr, function, name)
        attempt(repr, function), attempt(hash, function), function == function, function != len
        attempt(lambda: function < 1), attempt(copy.copy, function), attempt(lambda: function.__reduce__())
        attempt(lambda: function.__get__(1)), attempt(lambda: function.__get__(None, int))
    def plain(a, b=1, *c, d, e=5, **f): return a
    for call in (lambda: plain(1, d=2), lambda: plain(1, 2, 3, d=4, z=5), lambda: plain(), lambda: plain(1),
            lambda: plain(1, a=2, d=1), lambda: plain(*[1], **{"d": 1}), lambda: plain(*5), lambda: plain(**5),
            lambda: plain(1, **{5: 1}), lambda: plain(d=1, *(1,)),
                 lambda: closing(1), lambda: closing(a=1), lambda: len(), lambda: len(1, 2), lambda: len(a=1),
                 lambda: "a".upper(1), lambda: str.upper(), lambda: str.upper(5), lambda: [].append(),
                 lambda: [].append(1, 2), lambda: print(a=1), lambda: int(1, 2, 3), lambda: sorted(),
                 lambda: {}.update(**{"a": 1}), lambda: "".encode(encoding=5), lambda: "x".split(sep="x", maxsplit=1),
                 lambda: "x".split(nope=1), lambda: "x".split("a", "b", "c"), lambda: open(), lambda: 5(),
                 lambda: None(), lambda: dict.fromkeys(), lambda: [].sort(1),
                 lambda: print(*[1], **{"end": "", "file": sys.stderr if False else __import__("io").StringIO()}),
                 lambda: plain(**{"a": 1}, **{"d": 2}), lambda: plain(*range(300), d=1),
                 lambda: (lambda **k: k)(**dict(a=1)), lambda: (lambda *a: a)(*"ab", 1, *[2]),
                 lambda: (lambda a, b: a)(1), lambda: (lambda a, *, b: a)(1)):
        attempt(call)
    function = types.FunctionType(plain.__code__, {}, "n", (1, 2), None)
    attempt(types.FunctionType, closing.__code__, {})
    attempt(types.FunctionType, closing.__code__, {}, "n", None, closing.__closure__)
    attempt(types.FunctionType, 5, {}), attempt(types.FunctionType, plain.__code__, {}, 5), attempt(function, 1)
    cell = closing.__closure__[0]
    cell.cell_contents, repr(cell), cell == cell, attempt(lambda: cell < cell)
    attempt(setattr, cell, "cell_contents", 6), attempt(delattr, cell, "cell_contents")
    attempt(lambda: cell.cell_contents), attempt(closing), attempt(getattr(types, "CellType", int), 1)
    partial = functools.partial(plain, 1, d=2)
    partial(5), partial(d=7), partial.func, partial.args, partial.keywords, repr(partial), partial.__reduce__()
    attempt(partial.__setstate__, (len, (), {}, {})), attempt(partial.__setstate__, 5), functools.partial(partial, 2)()
    attempt(functools.partial), attempt(functools.partial, 5), partial.__dict__, copy.copy(partial)
    run_source("import functools\nP = functools.Placeholder\nf = functools.partial(divmod, P, 3)\nf(7), repr(f), functools.partial(f, 2)()")
    functools.reduce(operator.add, [1, 2, 3], 0), attempt(functools.reduce, operator.add, [])
    attempt(functools.reduce, operator.add, 5), functools.reduce(max, "ab")
    for size in (None, 2, 0):
        cached = functools.lru_cache(size, typed=size == 2)(lambda *a, **k: a)
        cached(1), cached(1), cached("a"), cached(1, 2), cached(3.0), cached(4, k=1), cached(5), cached(1)
        attempt(cached, []), cached.cache_info(), copy.copy(cached), cached.__reduce__(), cached.__wrapped__
        cached.cache_clear(), cached.__get__(5), repr(cached)
    key = functools.cmp_to_key(lambda a, b: a - b)
    key(1) < key(2), key(1) == key(1), key(1).obj, attempt(hash, key(1)), attempt(lambda: key(1) < 5), attempt(key)
    attempt(functools.cmp_to_key), key(1) >= key(0), attempt(lambda: key("a") < key("b"))
    functools.wraps(len)(plain), functools.total_ordering(type("T", (), {"__lt__": lambda s, o: True}))
    functools.singledispatch(len).register(int, plain)
    code = plain.__code__
    for name in dir(code):
        attempt(getattr, code, name)
    attempt(lambda: list(code.co_lines())), attempt(lambda: list(code.co_positions()))
    attempt(lambda: code.replace(co_name="x", co_firstlineno=5)), code == code, hash(code), repr(code)
    code == closing.__code__, attempt(lambda: code._varname_from_oparg(0)), attempt(lambda: code.__replace__())
    code.__sizeof__()
    attempt(lambda: types.CodeType(0)), attempt(setattr, code, "co_name", 1), attempt(lambda: list(code.co_branches()))
    module = types.ModuleType("made", "doc")
    module.x = 1
    module.__getattr__ = lambda name: name
    module.y, repr(module), dir(module), module.__dict__, attempt(delattr, module, "x"), attempt(delattr, module, "zz")
    attempt(lambda: module.__annotations__), attempt(types.ModuleType), attempt(types.ModuleType, 5)
    attempt(setattr, module, "__dict__", {}), type("M", (types.ModuleType,), {})("m")
    types.SimpleNamespace(a=1, b=2), repr(types.SimpleNamespace(a=[1]))
    types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), attempt(types.SimpleNamespace, 1)
    types.SimpleNamespace(x=1).__reduce__(), attempt(lambda: types.SimpleNamespace() < 1)
    copy.copy(types.SimpleNamespace(x=1)), attempt(lambda: types.SimpleNamespace({"a": 1}))
    method = types.MethodType(plain, 5)
    method(d=1), method.__func__, method.__self__, method == types.MethodType(plain, 5), hash(method)
    method.__reduce__(), attempt(types.MethodType, 5, 5), attempt(types.MethodType, len, None), method.__get__(1)
    method.__doc__, method.a if hasattr(method, "a") else 0


@block
def weak_references():
    class Thing:
        def method(self): return 1
        def __len__(self): return 3
        def __add__(self, other): return 7
        def __call__(self): return 5
        def __eq__(self, other): return isinstance(other, Thing)
        def __hash__(self): return 9
        def __iter__(self): return iter("ab")
        def __del__(self): pass
    thing = Thing()
    calls = []
    reference, again, with_callback = weakref.ref(thing), weakref.ref(thing), weakref.ref(thing, calls.append)
    reference(), hash(reference), reference == with_callback, reference != again, repr(reference)
    reference.__callback__, attempt(lambda: reference < again), copy.copy(reference), weakref.getweakrefcount(thing)
    weakref.getweakrefs(thing)
    proxy, other = weakref.proxy(thing), weakref.proxy(thing, lambda one: 1 // 0)
    for function in UNARY + [lambda p: p + 1, lambda p: 1 + p, lambda p: p.method(), lambda p: p(), lambda p: p == p,
            lambda p: setattr(p, "x", 1), lambda p: p.x, lambda p: delattr(p, "x"), lambda p: "a" in p, lambda p: p[0],
            lambda p: operator.setitem(p, 0, 1), lambda p: p < p, lambda p: divmod(p, p), lambda p: pow(p, 2, 3),
            lambda p: operator.iadd(p, 1), lambda p: p @ p, lambda p: next(p), lambda p: p.__bytes__(),
            lambda p: reversed(p), lambda p: p / 2, lambda p: p // 2, lambda p: p % 2, lambda p: p << 1,
            lambda p: p & 1]:
        attempt(function, proxy)
    values, keys, members = weakref.WeakValueDictionary(a=thing), weakref.WeakKeyDictionary({thing: 1}), weakref.WeakSet([thing])
    values["a"], keys[thing], thing in members, list(values.items()), list(keys), len(members), values.get("z")
    keys.pop(thing, None), values.valuerefs()
    weakref.finalize(thing, calls.append, 1)
    weakref.WeakMethod(thing.method)()
    sys.unraisablehook = lambda *a: None
    saved, sys.stderr = sys.stderr, __import__("io").StringIO()
    del thing
    gc.collect()
    sys.stderr = saved
    reference(), repr(reference), attempt(lambda: proxy.method()), attempt(repr, proxy), attempt(hash, with_callback)
    reference == again, len(values)
    attempt(weakref.ref, 5), attempt(weakref.proxy, 5), attempt(weakref.ref), attempt(weakref.ref, Thing(), 1, 2)
    attempt(lambda: weakref.ref(Thing(), key=1)), type("R", (weakref.ref,), {})(Thing)
    weakref.proxy(len) if False else weakref.proxy(Thing)
    if hasattr(sys, "__unraisablehook__"): sys.unraisablehook = sys.__unraisablehook__


@block
def garbage():
    class Node:
        def __del__(self):
            self.gone = True
    for _ in range(20):
        a, b = Node(), Node()
        a.other, b.other, a.list, b.dict = b, a, [a, (b,)], {"a": a}
    del a, b
    gc.collect(), gc.collect(0), gc.collect(1), attempt(gc.collect, 9), gc.get_count(), gc.get_threshold()
    gc.set_threshold(700, 10, 10), gc.get_debug(), gc.isenabled(), gc.disable(), gc.enable(), gc.get_stats()
    gc.is_tracked([]), gc.is_tracked(1)
    gc.get_referrers(Node)[:1], gc.get_referents([1], {}, Node), len(gc.get_objects()) > 5, attempt(gc.freeze)
    attempt(gc.unfreeze), attempt(gc.get_freeze_count), attempt(gc.get_objects, 0), attempt(gc.is_finalized, Node())
    gc.callbacks.append(lambda phase, information: None)
    gc.collect()
    gc.callbacks.clear()
    import ast, asyncio, collections, ctypes, datetime, decimal, io, itertools, json, pickle, re, struct, threading, xml.etree.ElementTree
    def generator():
        try:
            yield cycle
        finally:
            pass
    cycle = []
    one = generator()
    next(one)
    cycle += [one, map(str, cycle), filter(None, cycle), zip(cycle), enumerate(cycle), reversed(cycle), iter(cycle),
            itertools.chain(cycle), itertools.cycle(cycle), itertools.product(cycle), functools.partial(len, cycle),
            cycle.append, types.MethodType(len, cycle), property(lambda: cycle),
              staticmethod(lambda: cycle), classmethod(lambda: cycle), super(Node, Node()), weakref.ref(Node),
              collections.deque([cycle]), collections.OrderedDict(a=cycle), collections.defaultdict(lambda: cycle),
              slice(cycle), types.MappingProxyType({1: cycle}), {}.keys(), {1: cycle}.items(),
              threading.local(), io.StringIO(), io.BytesIO(), io.TextIOWrapper(io.BytesIO()),
              functools.lru_cache()(lambda: cycle), itertools.tee(cycle), itertools.groupby(cycle),
              itertools.islice(cycle, 1), itertools.count(), itertools.repeat(cycle), itertools.starmap(len, cycle),
              itertools.accumulate(cycle),
              itertools.permutations(cycle), itertools.combinations([cycle], 1), itertools.compress(cycle, cycle),
              itertools.dropwhile(len, cycle), itertools.takewhile(len, cycle), itertools.filterfalse(len, cycle),
              itertools.zip_longest(cycle), ctypes.pointer(ctypes.c_int(1)), ctypes.py_object(cycle), ast.parse("x"),
              xml.etree.ElementTree.Element("a"), memoryview(b"x"), Exception(cycle), sys._getframe(), lambda: cycle,
              iter({1: 2}), iter({1}), operator.itemgetter(cycle), operator.attrgetter("x"),
              operator.methodcaller("x", cycle), pickle.Pickler(io.BytesIO()), pickle.Unpickler(io.BytesIO()),
              json.JSONDecoder().scan_once,
              re.compile("a").match("a"), struct.Struct("i").iter_unpack(b"\0" * 8), types.SimpleNamespace(x=cycle),
              iter(lambda: cycle, 1), type("Own", (), {"x": cycle}), asyncio.new_event_loop(), collections.Counter(),
              {1: cycle}.values(), frozenset([1, ()]), (cycle,)]
    for value in cycle[-2:]:
        attempt(lambda: value.close())
    [attempt(one.close) for one in cycle if isinstance(one, asyncio.AbstractEventLoop)]
    cycle.append(cycle)
    gc.get_referents(*cycle)
    del cycle[:5], one
    cycle = None
    gc.collect()


@block
def copying():
    class Plain:
        def __init__(self): self.x = [1]
    class Slots:
        __slots__ = ("a", "b")
    class Reducing:
        def __reduce__(self): return (list, ((1, 2),), None, iter([3]), None)
    class State:
        def __getstate__(self): return {"a": 1}
        def __setstate__(self, state): self.__dict__.update(state)
    class New(tuple):
        def __new__(cls, *a): return super().__new__(cls, a)
        def __getnewargs_ex__(self): return tuple(self), {}
    slots = Slots()
    slots.a = 1
    import pickle
    globals().update(Plain=Plain, Slots=Slots, Reducing=Reducing, State=State, New=New)
    for one in (Plain, Slots, Reducing, State, New):
        one.__qualname__ = one.__name__
    loop = [1]
    loop.append(loop)
    tangle = {}
    tangle["self"] = tangle
    values = [Plain(), slots, Reducing(), State(), New(1, 2), loop, tangle, (1, [2], (3,)), {1: {2}}, 1.5, "text",
            "\uac00" * 100, b"bytes", b"x" * 300, bytearray(b"ab"), None, True, 5, 300, 70000, 2 ** 31, 2 ** 63,
            -2 ** 90, 2 ** 2100, 1j, len, Plain, int, range(3), slice(1), {1, 2},
              frozenset("ab"), ..., NotImplemented, types.SimpleNamespace(a=1), [1] * 1500, dict.fromkeys(range(1500)),
              set(range(1200)), (), (1,), (1, 2, 3), (1, 2, 3, 4), [], {}, set(), "", b"", float("inf"), type(None),
              Exception("x", 1), OSError(2, "x", "f"), lambda: 1, sys, iter([1]), object(), ("a", "a", "b") * 90,
              __import__("collections").OrderedDict(a=1), __import__("datetime").datetime(2018, 4, 20),
              __import__("decimal").Decimal("1.5"), __import__("fractions").Fraction(1, 3),
              functools.partial(len, "a"), __import__("collections").deque([1], 3), str.upper, "".join, [].append]
    for value in values:
        attempt(copy.copy, value), attempt(copy.deepcopy, value)
        for protocol in range(6):
            data = attempt(pickle.dumps, value, protocol)
            if isinstance(data, bytes):
                attempt(pickle.loads, data)
                attempt(pickle.loads, data[:-2])
                attempt(pickle.loads, data[:len(data) // 2])
    import io
    class Persistent(pickle.Pickler):
        def persistent_id(self, one): return "id" if isinstance(one, float) else None
        def reducer_override(self, one): return NotImplemented
    class Loading(pickle.Unpickler):
        def persistent_load(self, name): return 1.5
        def find_class(self, module, name): return super().find_class(module, name)
    for protocol in (0, 2, 4):
        out = io.BytesIO()
        pickler = Persistent(out, protocol)
        pickler.dump([1.5, Plain(), "a"]), pickler.memo, pickler.memo.copy(), pickler.memo.__reduce__()
        pickler.clear_memo(), attempt(setattr, pickler, "memo", {}), attempt(setattr, pickler, "memo", 5)
        attempt(setattr, pickler, "fast", True), pickler.dump([1])
        loading = Loading(io.BytesIO(out.getvalue()))
        loading.load(), loading.memo, attempt(setattr, loading, "memo", {}), loading.memo.copy(), attempt(loading.load)
        attempt(loading.load), loading.memo.clear(), loading.memo.__reduce__()
    pickler = pickle.Pickler(io.BytesIO(), 4, fix_imports=True)
    pickler.dispatch_table = {Plain: lambda one: (int, (5,))}
    pickler.dump(Plain())
    with __import__("tempfile").TemporaryFile() as file:
        pickle.dump(values[:2], file), file.seek(0), pickle.load(file), attempt(pickle.load, file)
    run_source("import pickle\nout = []\ndata = pickle.dumps(pickle.PickleBuffer(bytearray(b'x')), 5, buffer_callback=out.append)\npickle.loads(data, buffers=out), out[0].raw(), out[0].release()\npickle.dumps(pickle.PickleBuffer(b'x'), 5), attempt(pickle.PickleBuffer, 5), attempt(pickle.loads, data), attempt(pickle.dumps, pickle.PickleBuffer(b''), 4), memoryview(pickle.PickleBuffer(b'x'))")
    for data in (b"", b".", b"N.", b"I5\n.", b"I01\n.", b"L5L\n.", b"F1.5\n.", b"S'ab'\n.", b"Vab\n.", b"(lp0\nI1\na.",
            b"(dp0\nS'a'\nI1\ns.", b"(I1\nI2\nt.", b"cbuiltins\nlen\n.", b"cos\nnothing\n.", b"cnothere\nx\n.",
            b"(i__main__\nX\n.", b"g5\n.", b"h\x05.", b"\x80\x09.", b"0", b"1", b"2.", b"(.", b"K", b"Ix\n.",
                 b"\x80\x02U\x01a.", b"\x8a\x01\x05.", b"\x8b\x01\0\0\0\x05.", b"J\1\0\0\0.", b"M\1\0.",
                 b"G?\xf0\0\0\0\0\0\0.", b"X\1\0\0\0a.", b"T\1\0\0\0a.", b"B\1\0\0\0a.", b"C\1a.", b"\x88.", b"\x89.",
                 b"].", b"}.", b").", b"N\x85.", b"NN\x86.", b"NNN\x87.", b"\x82\x01.", b"P1\n.", b"Q.", b"NR.",
                 b"Nb.", b"Ns.", b"\x81.", b"\x92.", b"]q\x000h\0.", b"](K\1e.", b"}(K\1K\2u.", b"\x8f(K\1\x90.",
                 b"(K\1\x91.", b"\x95\0", b"\x97.", b"\x98.", b"p\n", b"zz",
                 b"(cbuiltins\nlist\no.", b"(K\1ibuiltins\nint\n.", b"S'bad\n.", b"L\n.", b"F\n.", b"\x84\1\0\0\0.",
                 b"\x83\1\0.", b"\x94.", b"N\x94h\0.", b"Nr\1\0\0\0j\1\0\0\0.", b"\x8c\1a.", b"\x8d\1\0\0\0\0\0\0\0a.",
                 b"\x8e\1\0\0\0\0\0\0\0a.", b"\x96\1\0\0\0\0\0\0\0a.", b"\x8c\x08builtins\x8c\3len\x93.",
                 b"\x8c\1a\x8c\0\x93."):
        attempt(pickle.loads, data)
    import copyreg
    copyreg.pickle(Slots, lambda one: (Slots, ()))
    pickle.dumps(slots), copyreg.__reduce_ex__(Plain(), 1), attempt(copyreg.add_extension, "builtins", "len", 5)
    attempt(lambda: pickle.loads(pickle.dumps(len, 2))), attempt(copyreg.remove_extension, "builtins", "len", 5)
    import marshal
    for value in values + [plain_code() for plain_code in [lambda: compile("def f(a, *b): return [x for x in a]", "x",
            "exec")]]:
        for version in (0, 1, 2, 3, 4, 5):
            data = attempt(marshal.dumps, value, version)
            if isinstance(data, bytes):
                attempt(marshal.loads, data), attempt(marshal.loads, data[:-1])
    for data in (b"", b"z", b"i", b"(\xff\xff\xff\xff", b"c", b"r\5\0\0\0", b"?", b"l\1\0\0\0", b"[\1\0\0\0", b"{N0",
            b"<\1\0\0\0N", b"u\1\0\0\0\xff", b"f\3abc", b"y", b"g\0"):
        attempt(marshal.loads, data)
    with __import__("tempfile").TemporaryFile() as file:
        marshal.dump([1, "a", (1.5, {}), 2 ** 80], file), file.seek(0), marshal.load(file), attempt(marshal.load, file)
