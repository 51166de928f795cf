"""Lists, tuples, dicts, sets, ranges, slices, iterators, and what collections and itertools add."""
import collections
import copy
import functools
import itertools
import operator
import sys

from common import BINARY, UNARY, attempt, block


@block
def lists_and_tuples():
    for type_ in (list, tuple):
        one = type_(range(10))
        for function in UNARY:
            attempt(function, one)
        for other in (type_("ab"), one, type_(), 3, "x", None, slice(1, 3), slice(None, None, -2), -1, 99, [1]):
            for function in BINARY:
                attempt(function, type_(one), other)
        one.count(3), one.index(3), attempt(one.index, 99), attempt(one.index, 3, 4, 5), attempt(one.index, "x")
        repr(type_([one, "a"])), one < type_([0, 1, 5]), one == type_(one), one * 2, hash(tuple(one)), one.__sizeof__()
        attempt(type_, 5), attempt(type_, one=1), type_({1: 2}), type_(x for x in "ab"), type_("\uac00b")
        type_(iter(one))
        for iterator in (iter(one), reversed(type_(one)), iter(type_())):
            iterator.__length_hint__(), iterator.__reduce__(), attempt(next, iterator), copy.copy(iterator)
            attempt(iterator.__setstate__, 2), list(iterator), attempt(next, iterator), iterator.__reduce__()
        class Sub(type_):
            pass
        sub = Sub(one)
        sub.x = 1
        sub[1], sub[1:], sub + type_(), sub * 2, copy.copy(sub), copy.deepcopy(sub), repr(sub), len(sub), sub == one
    one = list("hello")
    one.append(1), one.extend("ab"), one.extend([1]), one.extend((2, 3)), one.extend(x for x in "z"), one.extend(one)
    one.insert(0, 5), one.insert(-1, 5), one.insert(99, 5), one.pop(), one.pop(0), one.pop(-2), one.remove(5)
    one.reverse()
    one.copy()
    one[0] = 1
    one[1:3] = "QRS"
    one[::2] = one[::2]
    one[2:2] = [1] * 30
    one[3:30] = []
    del one[0], one[0:2], one[::3]
    one += "xy"
    one *= 3
    one *= 0
    for wrong in (lambda: [].pop(), lambda: [1].pop(9), lambda: [].remove(1), lambda: operator.setitem([1], 5, 1),
                  lambda: operator.setitem([1, 2], slice(0, 2, 2), [1, 2, 3]),
                  lambda: operator.setitem([], slice(0, 1), 5),
                  lambda: [1]["x"], lambda: [].extend(5), lambda: operator.delitem([], 0), lambda: (1,)["x"],
                  lambda: [] < 5,
                  lambda: [1] * (2 ** 62), lambda: operator.delitem((), 0), lambda: [1] + (1,)):
        attempt(wrong)
    a = []
    a.append(a)
    repr(a), a.clear()
    a, *b, c = range(6)
    [x for x in range(3) if x for y in "ab"], [*range(3), *"ab"], (*range(2),)


@block
def sorting():
    import random
    generator = random.Random(5)
    numbers = [generator.randrange(1000) for _ in range(300)]
    for values in (numbers, [float(n) for n in numbers], [str(n) for n in numbers], [(n % 7, n) for n in numbers],
                   [(str(n), n) for n in numbers], [n * 2 ** 70 for n in numbers], ["\uac00%d" % n for n in numbers],
                   [b"%d" % n for n in numbers], [1, 2.5, 3] * 20, [True, 2, 5] * 10, list(range(200)),
                   list(range(200, 0, -1)),
                   [[n] for n in numbers], [(1.5, n) for n in numbers], [((n,), 1) for n in numbers], [()] * 5,
                   [None, 1], ["a", 1],
                   [(1, "a"), (1, 2)], [complex(1, 2), 1j], [set(), {1}], list(range(100)) + list(range(50)) + [7] * 80,
                   [(n > 500, n) for n in numbers], [object(), object()]):
        attempt(sorted, values)
        attempt(sorted, values, reverse=True)
        attempt(sorted, values, key=lambda one: (one, 1))
        attempt(sorted, values, key=str)
        attempt(sorted, values, key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b)))
        attempt(min, values), attempt(max, values, key=repr), attempt(max, values, default=1)
    class Odd:
        def __init__(self, n): self.n = n
        def __lt__(self, other): return self.n < other.n
    sorted(Odd(n) for n in numbers[:50])
    one = [1, 2, 3]
    attempt(one.sort, key=lambda x: one.append(1))
    attempt(one.sort, key=lambda x: 1 // 0), attempt(one.sort, 5), attempt(min), attempt(min, []), min(1, 2)
    max("a", "b", key=ord)
    import heapq
    import bisect
    heap = numbers[:50]
    for suffix in ("", "_max"):
        for name, arguments in (("heapify", ()), ("heappush", (5,)), ("heappop", ()), ("heapreplace", (7,)),
                ("heappushpop", (9,))):
            for function in (getattr(heapq, name + suffix, None), getattr(heapq, "_" + name + suffix, None)):
                attempt(function, heap, *arguments)
    heapq.nlargest(3, numbers), heapq.nsmallest(3, numbers, key=str), list(heapq.merge([1, 3], [2], reverse=False))
    attempt(heapq.heappop, []), attempt(heapq.heappush, 5, 1), attempt(heapq.heapify, ())
    attempt(heapq.heapify, [1, "a"])
    ordered = sorted(numbers)
    for name in ("bisect_left", "bisect_right", "insort_left", "insort_right"):
        function = getattr(bisect, name)
        function(ordered, 500), attempt(function, ordered, 500, 2, 20), attempt(function, ordered, "x")
        attempt(function, ordered, 1, -1)
        attempt(lambda: function(ordered, 5, key=lambda n: n)), attempt(function, collections.UserList(ordered), 5)


class Clash:
    """All of one hash, so that tables must compare."""
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return self.n == getattr(other, "n", None)


@block
def dicts():
    texts = {"k%d" % i: i for i in range(20)}
    mixed = {1: "a", "b": 2, (1, 2): 3, 2.5: None, None: 1, b"x": 5, frozenset([1]): 1}
    clash = {Clash(i): i for i in range(12)}
    instance = type("I", (), {})()
    instance.a = instance.b = 1
    class Missing(dict):
        def __missing__(self, key): return key
    kinds = [texts, mixed, clash, instance.__dict__, Missing(a=1), {}, dict(a=1, b=2), dict.fromkeys("abc"),
            collections.OrderedDict(texts),
             collections.defaultdict(list, a=[1]), collections.Counter("abcab"), dict([("a", 1)]),
             collections.ChainMap({1: 2}, {})]
    for one in kinds:
        for function in UNARY:
            attempt(function, one)
        for other in kinds + [[("a", 1)], 5, "ab", None]:
            for function in (operator.or_, operator.ior, operator.eq, operator.ne, operator.lt, operator.add,
                    operator.and_):
                attempt(function, copy.copy(one), other)
            attempt(copy.copy(one).update, other)
        for key in ("k1", "a", 1, Clash(3), [], (1, [2]), None, 2 ** 70, 1.5):
            mine = copy.copy(one)
            attempt(mine.get, key), attempt(mine.get, key, 5), attempt(mine.setdefault, key, 1), attempt(mine.pop, key)
            attempt(mine.pop, key, None), attempt(operator.getitem, mine, key), attempt(operator.contains, mine, key)
            attempt(operator.setitem, mine, key, 1), attempt(operator.delitem, mine, key)
            attempt(operator.delitem, mine, key)
        mine = copy.deepcopy(one)
        attempt(mine.popitem), mine.copy(), mine.update(z=1), mine.update([("y", 2)]), attempt(mine.__reversed__)
        repr(mine), sys.getsizeof(mine)
        for view in (one.keys(), one.values(), one.items()):
            len(view), list(view), repr(view), attempt(hash, view), 1 in view, ("a", 1) in view
            attempt(lambda: view.mapping)
            for other in (one.keys(), [1], {1}, {}.items(), 5, iter("ab")):
                for function in (operator.and_, operator.or_, operator.sub, operator.xor, operator.lt, operator.le,
                        operator.eq,
                                 operator.gt, operator.ge, operator.ne):
                    attempt(function, view, other)
                    attempt(function, other, view)
            attempt(view.isdisjoint, [1]), attempt(view.isdisjoint, view)
            iterator = iter(view)
            attempt(iterator.__length_hint__), attempt(iterator.__reduce__), attempt(next, iterator)
            copy.copy(iterator)
            attempt(lambda: list(reversed(view))), attempt(lambda: reversed(view).__reduce__())
        def change():
            for key in mine:
                mine[object()] = 1
        attempt(change)
        mine.clear()
    for wrong in (lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {}.update(5),
            lambda: {}.popitem(), lambda: {[]: 1},
                  lambda: {}["x"], lambda: dict(1, 2), lambda: {**{"a": 1}, **{"a": 2}},
                  lambda: dict(**{"a": 1}, **{"a": 2})):
        attempt(wrong)
    for i in range(400):
        texts[i] = i
    for i in range(0, 390):
        del texts[i]
    texts.copy(), dict(texts), {**texts, "x": 1}, dict.fromkeys([1, 2], 0), dict.fromkeys(texts)
    dict.fromkeys({1, 2}, 1), Missing.fromkeys("ab")
    ordered = collections.OrderedDict.fromkeys("abcde")
    ordered.move_to_end("a"), ordered.move_to_end("e", last=False), ordered.popitem(last=False), list(reversed(ordered))
    ordered.__reduce__()
    ordered.__sizeof__(), attempt(ordered.move_to_end, "zz"), ordered.pop("b"), attempt(ordered.pop, "zz")
    ordered == ordered.copy(), ordered.__dict__
    iter(ordered).__reduce__(), list(ordered.items()), list(ordered.values()), reversed(ordered.items())
    attempt(ordered.setdefault, "n", 1)
    counter = collections.Counter(a=3, b=-1)
    counter.most_common(1), list(counter.elements()), counter + counter, counter - counter, counter & counter
    counter | counter, +counter
    defaulted = collections.defaultdict(None, {1: 2})
    attempt(lambda: defaulted[5]), defaulted.default_factory, defaulted.__reduce__(), defaulted.copy()
    repr(collections.defaultdict(int))
    import types
    proxy = types.MappingProxyType({"a": 1})
    proxy["a"], proxy.get("b"), list(proxy), len(proxy), proxy.keys(), proxy.values(), proxy.items(), proxy.copy()
    repr(proxy), str(proxy)
    "a" in proxy, proxy == {"a": 1}, attempt(hash, proxy), attempt(lambda: proxy | {1: 2})
    attempt(lambda: reversed(proxy)), attempt(types.MappingProxyType, 5)
    attempt(operator.setitem, proxy, 1, 2), attempt(operator.ior, proxy, {})


@block
def sets():
    for type_ in (set, frozenset):
        kinds = [type_(), type_([1, 2, 3]), type_("abc"), type_(range(100)), type_([Clash(i) for i in range(8)]),
                type_([(1, 2), None, 2.5])]
        for one in kinds:
            for function in UNARY:
                attempt(function, one)
            for other in kinds + [[1, 2], {1: 2}, "ab", 5, iter([1]), {1, 9}, frozenset([2])]:
                for function in BINARY:
                    attempt(function, type_(one), other)
                for name in ("union", "intersection", "difference", "symmetric_difference", "isdisjoint", "issubset",
                        "issuperset",
                             "update", "intersection_update", "difference_update", "symmetric_difference_update"):
                    method = getattr(type_(one), name, None)
                    attempt(method, other), attempt(method, other, [3])
            one.copy(), repr(one), one.__reduce__(), one.__sizeof__(), copy.deepcopy(one), attempt(lambda: {1} in one)
            attempt(lambda: [] in one)
            iterator = iter(one)
            iterator.__length_hint__(), iterator.__reduce__(), attempt(next, iterator)
        attempt(type_, 5), attempt(type_, [[]]), attempt(type_, 1, 2), attempt(lambda: type_(a=1))
    one = {1, 2, 3}
    one.add(4), one.discard(1), one.discard(99), one.remove(2), one.pop(), attempt(one.remove, 99)
    attempt(one.remove, []), one.discard(frozenset())
    attempt(one.add, []), one.clear(), attempt(one.pop), attempt(one.remove, {1}), {*[1], *"ab"}, {x for x in "abc"}
    def change():
        mine = set(range(5))
        for x in mine:
            mine.add(object())
    attempt(change)
    class Sub(set): pass
    sub = Sub([1])
    sub.x = 1
    sub | {2}, copy.copy(sub), copy.deepcopy(sub), repr(sub), sub.__reduce__(), frozenset(sub)
    hash(frozenset([frozenset([1]), 2]))


@block
def ranges_and_slices():
    for one in (range(10), range(5, 1, -1), range(0), range(2 ** 70, 2 ** 70 + 5), range(0, 10 ** 25, 10 ** 24),
            range(True)):
        for function in UNARY:
            attempt(function, one)
        for value in (3, 2 ** 70, "x", 2.0, True):
            attempt(one.index, value), one.count(value), value in one, attempt(operator.getitem, one, value)
        for part in (slice(1, 3), slice(None, None, -1), slice(None, None, 2), slice(2 ** 80)):
            attempt(lambda: one[part])
        one == range(10), one != one, attempt(lambda: one < one), one.__reduce__(), one.start, one.stop, one.step
        repr(one), hash(one)
        iterator = iter(one)
        iterator.__length_hint__(), iterator.__reduce__(), attempt(next, iterator), attempt(iterator.__setstate__, 1)
        list(iterator), attempt(next, iterator)
        list(reversed(one)), copy.copy(one), sys.getsizeof(one)
    attempt(range), attempt(range, 1, 2, 0), attempt(range, 1.5), attempt(range, 1, 2, 3, 4)
    attempt(lambda: range(a=1))
    for part in (slice(1), slice(1, None, -1), slice("a"), slice(2 ** 70, -5, 3)):
        attempt(part.indices, 10), attempt(part.indices, -1), attempt(part.indices, 2 ** 80), part == slice(1)
        attempt(lambda: part < slice(2)), repr(part)
        attempt(hash, part), part.__reduce__(), part.start, attempt(part.indices, "x")
    attempt(slice), attempt(lambda: slice(1, 2, 3, 4)), ..., repr(...), Ellipsis.__reduce__(), repr(None), bool(None)
    hash(None), repr(NotImplemented)
    attempt(bool, NotImplemented), NotImplemented.__reduce__(), type(None)(), type(...)(), type(NotImplemented)()
    attempt(type(None), 1)


@block
def iterators():
    numbers = [3, 1, 2]
    makers = [lambda: map(str, numbers), lambda: map(operator.add, numbers, numbers), lambda: filter(None, numbers),
            lambda: filter(lambda x: x > 1, numbers),
              lambda: zip(numbers, "ab"), lambda: enumerate(numbers, 5), lambda: reversed(numbers),
              lambda: iter(numbers), lambda: iter("a\uac00\U0001f600"),
              lambda: iter(b"ab"), lambda: iter(collections.deque("ab")), lambda: iter(lambda: 1, 1),
              lambda: iter(type("S", (), {"__getitem__": lambda s, i: [1, 2][i]})()),
              lambda: enumerate("ab", 2 ** 70), lambda: (x for x in "ab"),
              lambda: reversed(type("S", (), {"__len__": lambda s: 2, "__getitem__": lambda s, i: i})()),
              lambda: itertools.accumulate(numbers), lambda: itertools.accumulate(numbers, operator.mul),
              lambda: itertools.chain("ab", numbers),
              lambda: itertools.chain.from_iterable(["ab", "c"]), lambda: itertools.combinations("abcd", 2),
              lambda: itertools.combinations_with_replacement("abc", 2),
              lambda: itertools.compress("abc", [1, 0, 1]), lambda: itertools.islice(itertools.count(2 ** 70), 3),
              lambda: itertools.islice(itertools.count(1, 2), 1, 9, 3),
              lambda: itertools.islice(itertools.cycle("ab"), 5), lambda: itertools.dropwhile(lambda x: x > 2, numbers),
              lambda: itertools.takewhile(lambda x: x > 2, numbers),
              lambda: itertools.filterfalse(None, [0, 1]), lambda: itertools.filterfalse(lambda x: x, numbers),
              lambda: itertools.groupby("aabbc"),
              lambda: itertools.groupby(numbers, key=lambda x: x % 2), lambda: itertools.permutations("abc", 2),
              lambda: itertools.product("ab", [1, 2]),
              lambda: itertools.product("ab", repeat=2), lambda: itertools.repeat(5, 3),
              lambda: itertools.starmap(pow, [(2, 3), [1, 2]]),
              lambda: itertools.tee("abc")[1], lambda: itertools.zip_longest("ab", numbers, fillvalue=0),
              lambda: itertools.pairwise("abc"),
              lambda: itertools.batched("abcde", 2), lambda: itertools.islice(itertools.count(1.5, 0.5), 3),
              lambda: itertools.accumulate(numbers, initial=5),
              lambda: zip("ab", "abc", strict=True), lambda: map(len, ["a"], strict=True),
              lambda: itertools.islice(itertools.repeat("x"), 2), lambda: itertools.count(5),
              lambda: itertools.cycle("ab"), lambda: itertools.repeat(1)]
    for maker in makers:
        one = attempt(maker)
        if isinstance(one, str):
            continue
        attempt(repr, one), attempt(copy.copy, one), attempt(lambda: one.__reduce__())
        attempt(operator.length_hint, one), attempt(next, one)
        attempt(lambda: one.__reduce__()), attempt(copy.deepcopy, one), attempt(lambda: one.__copy__())
        attempt(lambda: one.__sizeof__())
        attempt(lambda: one.__setstate__(one.__reduce__()[2])), attempt(lambda: one.__setstate__("wrong"))
        list(itertools.islice(one, 20)), attempt(next, one), attempt(lambda: one.__reduce__()), attempt(next, one, None)
    for name in ("accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice "
                 "permutations product repeat starmap takewhile tee zip_longest pairwise batched").split():
        function = getattr(itertools, name, None)
        for arguments in ((), (5,), ("ab",), ("ab", -1), ("ab", "x"), (None, None), ("ab", 1, 2, 3, 4),
                (lambda x: 1 // 0, "ab"), ([1, "a"],)):
            attempt(lambda: list(itertools.islice(function(*arguments), 3)))
        attempt(lambda: function(nonsense=1))
    for function in (map, filter, zip, enumerate, reversed, iter, next, sum, any, all, sorted):
        for arguments in ((), (5,), (None, 5), (len,), (len, 5), ("ab", 5), ([[1], 2], []), ({}, 1)):
            attempt(lambda: list(function(*arguments)))
    sum(numbers), sum([1.5, 2]), sum([[1], [2]], []), sum(range(3), 2 ** 70), attempt(sum, "ab", "")
    attempt(sum, [b"x"], b""), sum([1j, 2.5, 3]), sum([True, 2 ** 80, 1.5, "x"][:3])


@block
def collections_module():
    deque = collections.deque("abc", 5)
    deque.append(1), deque.appendleft(2), deque.extend("xyz"), deque.extendleft("uv"), deque.rotate(2), deque.rotate(-1)
    deque.pop(), deque.popleft(), deque.reverse()
    deque.count("x"), attempt(deque.index, "zz"), attempt(deque.index, "x", 0, 2), deque.copy(), deque.insert(1, 9)
    attempt(deque.remove, "zz"), deque.remove(9), deque.maxlen, repr(deque)
    deque[0], deque[-1], attempt(lambda: deque[99]), deque.__reduce__(), deque.__sizeof__(), deque == deque
    attempt(lambda: deque < collections.deque("b")), deque + deque, deque * 2, "x" in deque
    deque[0] = 5
    del deque[0]
    deque += "q"
    deque *= 2
    copy.deepcopy(deque), list(reversed(deque)), iter(deque).__reduce__(), reversed(deque).__reduce__()
    iter(deque).__length_hint__(), attempt(hash, deque), deque.clear(), attempt(deque.pop)
    attempt(deque.popleft), attempt(collections.deque, 5), attempt(collections.deque, [], -1)
    attempt(lambda: collections.deque() + 5), collections.deque(range(200)).rotate(70)
    long = collections.deque(range(200))
    del long[100]
    long.insert(50, 1), long.index(60), long.remove(70), long[120]
    def change():
        for x in long:
            long.append(1)
    attempt(change)
    Point = collections.namedtuple("Point", "x y")
    point = Point(1, y=2)
    point.x, point._replace(x=5), point._asdict(), repr(point), Point._make([1, 2]), point == (1, 2), hash(point)
    attempt(Point, 1), attempt(setattr, point, "x", 1), Point.x.__reduce__() if hasattr(Point.x, "__reduce__") else 0
    collections.UserDict(a=1).copy(), collections.UserString("ab") + "c", collections.UserList([1]) + [2]
    from collections import abc
    for name in abc.__all__:
        for one in ([], {}, "a", 5, iter([]), (x for x in ""), set(), len, b"", {}.keys()):
            isinstance(one, getattr(abc, name))
    import queue
    one = queue.Queue()
    one.put(1), one.get(), attempt(one.get_nowait), attempt(one.get, timeout=0.001)
    if hasattr(queue, "SimpleQueue"):
        one = queue.SimpleQueue()
        one.put(1), one.get(), one.empty(), one.qsize(), one.put_nowait(2), one.get_nowait(), attempt(one.get_nowait)
        attempt(one.get, timeout=0.001), attempt(one.get, timeout=-1)
    queue.PriorityQueue().put(5), queue.LifoQueue().put(1)
