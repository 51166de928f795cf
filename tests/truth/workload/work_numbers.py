"""Numbers: the builtin ones, and classes that stand in for them."""
import operator
import os
import sys

from common import BINARY, UNARY, attempt, block


@block
def numbers():
    values = [0, 1, -1, 7, -13, 255, 2 ** 31, 2 ** 64 + 1, -3 ** 50, True, False, 0.0, 1.5, -2.25, 1e300, float("inf"),
              float("nan"), 1j, 2 - 3j, None]
    for function in BINARY:
        if function in (operator.pow, operator.ipow, operator.lshift, operator.ilshift, operator.rshift,
                operator.irshift):
            continue
        for left in values:
            for right in values[::3] + [left]:
                attempt(function, left, right)
    for left in (0, 2, -3, 2.5, 1j, 10 ** 20):
        for right in (0, 3, -2, 0.5, 2j, 70, True):
            for function in (operator.pow, operator.ipow, operator.lshift, operator.rshift):
                attempt(function, left, right)
    for value in values:
        for function in UNARY:
            attempt(function, value)
        for modulus in (7, -7, 0, None, 2.0):
            attempt(pow, value, 5, modulus)
            attempt(pow, value, -1, modulus)


@block
def integers():
    big = 3 ** 400
    for value in (0, 5, -5, 2 ** 70, -2 ** 100, big):
        for name in ("bit_length", "bit_count", "conjugate", "as_integer_ratio", "is_integer", "__trunc__", "__floor__",
                     "__ceil__", "__getnewargs__", "__sizeof__"):
            attempt(lambda: getattr(value, name)())
        attempt(value.to_bytes, 64, "big", signed=True)
        attempt(value.to_bytes, 2, "little")
        attempt(value.to_bytes, 2, "middle")
        attempt(value.__round__, -2)
        for spec in ("d", "x", "#b", "o", ",", "_", "+20", "<8", "^8", "08", "e", ".2f", "%", "c", "n", "s", "zz"):
            attempt(format, value, spec)
        for base in (10, 16, 8, 2, 36, 7, 0, 1, 99):
            attempt(int, str(abs(value)), base)
    attempt(int.from_bytes, b"\xff\x00\x10" * 9, "big", signed=True)
    attempt(int.from_bytes, [1, 2, 300], "little")
    for text in ("0x1f", "0b101", " 12 ", "1_000", "1__0", "", "z", "\u0663\u0664", b"12", bytearray(b"13"), "9" * 300,
                 "-0o17", "+7"):
        attempt(int, text)
        attempt(int, text, 0)
        attempt(float, text)
        attempt(complex, text)
    attempt(int, 1.9)
    attempt(int, "1", base="x")
    (big * big) // (big - 1)
    divmod(big ** 20, big ** 3 + 1)
    divmod(-big, 10 ** 9)
    attempt(lambda: big ** 70 * big ** 69)  # Karatsuba
    attempt(lambda: (big ** 90) * (big ** 30))
    str(big ** 40)
    float(big)
    attempt(float, big ** 40)
    big / (big + 1)
    attempt(lambda: big / 10 ** 3000)
    hash(big), big == float(big), big < 1e400, round(12345, -2), round(-15, -1)
    class Index:
        def __index__(self):
            return 3
        def __int__(self):
            return 4
        def __trunc__(self):
            return 5
    operator.index(Index()), int(Index()), [1, 2, 3, 4][Index()], range(Index()), "ab" * Index(), hex(Index())


@block
def floats():
    for value in (0.0, -0.0, 1.5, 1e22, 1e-7, 123456.789, 2.0 ** 70, float("inf"), float("-inf"), float("nan"), 5e-324):
        for name in ("hex", "is_integer", "as_integer_ratio", "conjugate", "__trunc__", "__getnewargs__", "__round__",
                     "__floor__", "__ceil__"):
            attempt(lambda: getattr(value, name)())
        for spec in ("", "e", "f", "g", "G", "%", ".3", "+.2f", "012.4", ",.2f", "n", "_", "d", "#g", "z.1f", "E"):
            attempt(format, value, spec)
        attempt(round, value, 2)
        attempt(round, value, -300)
        for digits in (1, 10, 400):
            attempt(round, value, digits)
        "%5.2f %e %g %r %s %d" % ((value,) * 5 + (1,))
        attempt(lambda: "%d" % value)
        attempt(hash, value)
    for text in ("1e5", "inf", "-nan", "0x1.8p3", "1e999", "1.5e-400", "abc", "0x", "1_0.5", "infinity", "-0x0p0",
            "3."):
        attempt(float, text)
        attempt(float.fromhex, text)
    attempt(float.__getformat__, "double")
    attempt(float.__getformat__, "other")
    for text in ("1+2j", "(3-4j)", "j", "1e5j", "+i", "1 + 2j", "nan+infj", ""):
        attempt(complex, text)
    for value in (1 + 2j, -0j, 3.5 + 0j, complex("nan")):
        for spec in ("", "f", ".2e", "+g", ">30", "d", ",", "n"):
            attempt(format, value, spec)
        attempt(complex.__getnewargs__, value)
        value.conjugate(), value.real, value.imag, abs(value), hash(value), repr(value)
    attempt(complex, 1, 2j)
    attempt(complex, "1", 2)
    attempt(complex.from_number, 3) if hasattr(complex, "from_number") else None
    attempt(float.from_number, 3) if hasattr(float, "from_number") else None
    sys.float_info, sys.int_info, sys.hash_info, sys.float_repr_style
    class Number:
        def __float__(self):
            return 2.5
        def __complex__(self):
            return 3j
    float(Number()), complex(Number())


@block
def user_operators():
    names = ("add sub mul truediv floordiv mod divmod pow lshift rshift and or xor matmul radd rsub rmul rtruediv rfloordiv "
             "rmod rdivmod rpow rlshift rrshift rand ror rxor rmatmul iadd isub imul itruediv ifloordiv imod ipow ilshift "
             "irshift iand ior ixor imatmul lt le eq ne gt ge contains getitem delitem").split()
    members = {"__%s__" % name: (lambda self, other, *rest: other) for name in names}
    members.update({"__%s__" % name: (lambda self: 1) for name in
                    "neg pos invert abs int float index len hash bool trunc floor ceil length_hint".split()})
    members.update(__complex__=lambda self: 1j, __setitem__=lambda self, key, value: None, __call__=lambda self, *a,
            **k: a,
                   __iter__=lambda self: iter("ab"), __next__=lambda self: 3, __reversed__=lambda self: iter("ba"),
                   __repr__=lambda self: "R", __str__=lambda self: "S", __format__=lambda self, spec: spec,
                   __bytes__=lambda self: b"B", __round__=lambda self, digits=0: digits, __dir__=lambda self: ["a"],
                   __sizeof__=lambda self: 5, __missing__=lambda self, key: key, __fspath__=lambda self: ".",
                   __getattr__=lambda self, name: name, __enter__=lambda self: self, __exit__=lambda self, *a: True,
                   __instancecheck__=lambda self, other: True, __del__=lambda self: None,
                   __length_hint__=lambda self: 3, __delattr__=lambda self, name: None,
                   __setattr__=lambda self, name, value: None, __await__=lambda self: iter(()),
                   __buffer__=lambda self, flags: memoryview(b"x"), __release_buffer__=lambda self, view: None)
    everything = type("Everything", (), dict(members))()
    nothing = type("Nothing", (), {})()
    refusing = type("Refusing", (), {name: (lambda self, *a: NotImplemented) for name in members
                                     if name not in ("__getattr__", "__setattr__", "__del__", "__delattr__")})()
    derived = type("Derived", (type(everything),), {"__radd__": lambda self, other: 5, "__eq__": lambda self, o: False,
                                                     "__hash__": None})()
    failing = type("Failing", (), {name: (lambda self, *a: 1 // 0) for name in members
                                   if name not in ("__del__", "__dir__", "__getattr__")})()
    wrong = type("Wrong", (), {name: (lambda self, *a: nothing) for name in members if name not in ("__del__",
            "__getattr__")})()
    people = [everything, nothing, refusing, derived, failing, wrong]
    for function in BINARY:
        for one in people:
            for other in (1, "a", one, everything, nothing):
                attempt(function, one, other)
                attempt(function, other, one)
    for one in people:
        for function in UNARY:
            attempt(function, one)
        attempt(pow, one, 2, 3)
        attempt(pow, 2, one, 3)
        attempt(one, 1, 2, k=3)
        attempt(lambda: one[1:2])
        attempt(operator.setitem, one, 1, 2)
        attempt(getattr, one, "missing")
        attempt(setattr, one, "here", 1)
        attempt(delattr, one, "here")
        attempt(format, one, ">3")
        attempt(os.fspath, one)
        attempt(isinstance, 1, one)
        attempt(lambda: list(zip(one, one)))
        attempt(lambda: [x for x, _ in zip(one, "ab")])
        attempt(lambda: "%s %r %d" % (one, one, one))
        attempt(round, one, 2)
        attempt(sys.getsizeof, one)
        def use():
            with one as inner:
                inner.thing
                raise KeyError
        attempt(use)
        for type_ in (int, float, str, list, dict, bytes, bool, complex):
            attempt(type_, one)
    class Sub(int): pass
    class SubFloat(float): pass
    class SubStr(str): pass
    for type_, value in ((Sub, 5), (SubFloat, 1.5), (SubStr, "ab")):
        one = type_(value)
        for function in BINARY:
            attempt(function, one, value)
            attempt(function, value, one)
        for function in UNARY:
            attempt(function, one)
        one.attribute = 1
