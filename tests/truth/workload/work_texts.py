"""Texts, formatting, bytes, buffers."""
import operator
import sys
import tempfile

from common import BINARY, UNARY, attempt, block, run_source


TEXT_METHODS = [
    ((),
    "capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle "
        "isupper lower lstrip rstrip strip swapcase title upper split rsplit splitlines encode expandtabs hex "
        "__sizeof__ __getnewargs__ __len__ __hash__ __iter__ decode"),
    ((10,), "center ljust rjust zfill expandtabs __mul__ __getitem__ __rmul__"),
    (("a",),
    "count find index rfind rindex startswith endswith partition rpartition strip lstrip rstrip split rsplit join "
            "removeprefix removesuffix __contains__ __add__ __mod__ __eq__ __lt__ __format__"),
    (("ab", 1), "count find startswith endswith split rsplit rfind index rindex"),
    (("a", 1, 3), "count find rfind startswith endswith"),
    (("b", "XY"), "replace"),
    (("b", "X", 1), "replace"),
    (("", "-"), "replace"),
    (("ab", ""), "replace"),
    ((12, "*"), "center ljust rjust"),
    ((True,), "splitlines"),
    (({97: "A", 98: None},), "translate"),
    ((["x", "y"],), "join"),
    ((("a", "b"),), "startswith endswith"),
    ((None,), "split strip join find count translate"),
    ((("a", 1),), "startswith"),
]


@block
def texts():
    values = ["", "a", "ab", "abc abc ABC", "  x\ty\n", "\u00e9\u00df\u0130", "\uac00\ub098\ub2e4 abab",
            "\U0001f600ab\u0301",
              "12345", "a" * 200 + "b", "\u1e9e\ufb01\u03a3", "Title Case", "x\r\ny\x0bz\u2028w", "\ud800"]
    for value in values:
        for arguments, names in TEXT_METHODS:
            for name in names.split():
                method = getattr(value, name, None)
                if method is not None:
                    attempt(method, *arguments)
        for function in UNARY:
            attempt(function, value)
        for other in values:
            for function in (operator.add, operator.contains, operator.lt, operator.eq, operator.mod, operator.ge):
                attempt(function, value, other)
            value.find(other), value.rfind(other), value.count(other), value.replace(other, "-")
            value.partition(other or "q")
            value.split(other or None), value.rsplit(other or "x", 1), value.startswith(other), value.strip(other)
        for part in (slice(None), slice(1, 3), slice(None, None, -1), slice(0, 100, 2), 0, -1, 99):
            attempt(lambda: value[part])
        list(value), [c for c in reversed(value)], value * 3, value == value[:], hash(value)
        for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le", "utf-7", "latin-1", "ascii", "cp1252",
                "euc-kr",
                         "shift_jis", "gb18030", "big5", "iso2022_jp", "hz", "cp949", "johab", "unicode_escape",
                         "raw_unicode_escape", "idna", "punycode", "charmap", "koi8-r", "cp437", "utf-8-sig", "mbcs",
                         "iso2022_kr", "iso2022_jp_2004", "euc_jp", "euc_jis_2004", "big5hkscs", "nonsense"):
            for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "surrogatepass",
                           "surrogateescape", "namereplace", "none-such"):
                encoded = attempt(value.encode, encoding, errors)
                if isinstance(encoded, bytes) and errors in ("strict", "surrogatepass"):
                    attempt(encoded.decode, encoding)
                    attempt(encoded[:-1].decode, encoding, "replace")
    str(b"abc", "utf-8"), str(bytearray(b"\xff"), "latin-1")
    attempt(str, b"\xff", "ascii")
    attempt(str, 5, "ascii")
    for bad in (b"\xff\xfe", b"\xc3", b"\xe2\x82", b"\xf0\x9f", b"\xed\xa0\x80", b"a\x80b", b"+AGE-x+", b"\\x4",
            b"\\N{BEL}\\u12"):
        for encoding in ("utf-8", "utf-16", "utf-32", "ascii", "utf-7", "unicode_escape", "raw_unicode_escape",
                "cp1252",
                         "shift_jis", "euc-kr", "gb2312", "idna", "utf-16-le", "charmap"):
            for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass",
                    "none-such"):
                attempt(bad.decode, encoding, errors)
    table = str.maketrans("abc", "xyz", "q")
    "abcq".translate(table), "\u00e9q".translate(table), attempt(str.maketrans, "a", "bc")
    str.maketrans({"a": 1, 5: "x"})
    "a".join(str(i) for i in range(5)), ",".join(("a", "b")), attempt(",".join, [1])
    sys.intern("interned" + str(1)), attempt(sys.intern, 5)


@block
def formatting():
    class Holder:
        name, items = "n", [1, {"k": 2}]
    samples = ["{}", "{0}{1}", "{x!r:>10}", "{h.name}-{h.items[1][k]}", "{:{w}.{p}f}", "{{}}", "{", "}", "{0!z}",
            "{missing}",
               "{0[}", "{:,}", "{!s}{!a}", "{0.real}", "{:\u00e9>5}", "{h.nothing}", "{0}{}", "{[x]}", "{:%Y}"]
    for sample in samples:
        attempt(sample.format, 3.25, 5, x="\u00e9", h=Holder, w=9, p=2)
        attempt(sample.format_map, {"x": 1, "h": Holder})
    for sample in ("%d %s", "%(a)s", "%5.2f|%-5d|%+d|% d|%05d", "%x %X %o %#x", "%c%c", "%r %a", "%%", "%", "%q", "%*d",
            "%.*f",
                   "%ld", "%i %u", "%e %G", "%(a", "%s"):
        for values in ((), (1,), (1, 2), {"a": 1}, (1.5, "x"), (3, 4.5, 5, 6, 7), ("a", 66), 5, ("\u00e9", "\uac00"),
                [1]):
            attempt(operator.mod, sample, values)
            attempt(operator.mod, sample.encode(), values)
    for value, specs in (("text", ("", "s", ">10", "^10.2", "*<8", "=5", "d", ",", "10000000000000")),
                         (True, ("", "d", "s")), (None, ("", "s")), ([1], ("", "s")), ("\uac00", (".1", "\uac00^5"))):
        for spec in specs:
            attempt(format, value, spec)
    name, value, width = "x", 3.14159, 10
    f"{name!r:>{width}} {value:.2f} {value!s} {width:x} {[n for n in 'ab']} {{}} {name}"
    run_source("x = 5\nf'{x=}' f'{x = !r:>5}'\nf'{f\"{x}\"}'")
    run_source("name = 'a'\nt = t'hello {name!r:>5} {1}'\nlist(t), t.values, t.strings, t + t, repr(t), "
               "t.interpolations[0].expression")
    import string
    string.Template("$a ${b} $$").safe_substitute(a=1)
    list(string.Formatter().parse("a{b!r:c}d{0}"))
    string.Formatter().format("{0[0].real} {a.b}", [1], a=type("T", (), {"b": 1}))
    import textwrap
    textwrap.fill("words " * 20, 30)


@block
def bytes_and_buffers():
    for type_ in (bytes, bytearray):
        values = [type_(b""), type_(b"abc ABC"), type_(b"\x00\xff ab\n"), type_(b"a" * 50), type_(b"123"),
                type_(b"Title Case\t")]
        for value in values:
            for arguments, names in TEXT_METHODS:
                changed = tuple(a.encode() if isinstance(a, str) else tuple(x.encode() if isinstance(x,
                        str) else x for x in a)
                                if isinstance(a, tuple) else a for a in arguments)
                for name in names.split():
                    method = getattr(value, name, None)
                    if method is not None:
                        attempt(method, *changed)
                        attempt(method, *arguments)
            attempt(value.translate, bytes(range(256))[::-1])
            attempt(value.translate, None, b"ab")
            attempt(value.translate, b"short")
            attempt(value.hex, ":", 2)
            attempt(value.find, 97), attempt(value.count, 97), attempt(value.index, 300)
            for function in UNARY:
                attempt(function, value)
            for other in values + [memoryview(b"ab"), "text", 97, None, [97]]:
                for function in BINARY:
                    if function in (operator.iadd, operator.imul, operator.iconcat, operator.delitem):
                        attempt(function, type_(value), other)
                    else:
                        attempt(function, value, other)
            for part in (slice(None), slice(1, 3), slice(None, None, -1), 0, -1, 99, "x"):
                attempt(lambda: value[part])
        attempt(type_.fromhex, "00 ff 1")
        attempt(type_.fromhex, "zz")
        attempt(type_.fromhex, "\uac00")
        type_.fromhex("00 ff"), type_.maketrans(b"ab", b"cd")
        for source in (5, -1, [1, 2, 300], [1, 2], "text", b"x", memoryview(b"xy"), 1.5, iter([1]), (65, 66), 2 ** 70,
                {3}):
            attempt(type_, source)
        attempt(type_, "text", "utf-8"), attempt(type_, "\u00e9", "ascii", "replace"), attempt(type_, b"x", "utf-8")
        repr(type_(b"'\"\\\n\xff")), type_(b"%d %b %s %a %c %x %.2f %%") % (1, b"b", b"s", "a", 65, 255, 1.5)
    a = bytearray(b"hello")
    a.append(33), a.extend(b"xyz"), a.extend([1, 2]), a.insert(0, 65), a.pop(), a.pop(0), a.remove(101), a.reverse()
    a.copy()
    a[0] = 66
    a[1:3] = b"QQQ"
    a[::2] = a[::2]
    a[1:1] = [9, 8]
    del a[0], a[0:2], a[::3]
    a += b"more"
    a *= 2
    for wrong in (lambda: a.append(300), lambda: a.remove(0), lambda: bytearray().pop(), lambda: a.extend("x"),
                  lambda: operator.setitem(a, 0, 999), lambda: operator.setitem(a, slice(0, 4, 2), b"abc"),
                  lambda: operator.setitem(a, "x", 1), lambda: a.insert("x", 1), lambda: a.resize(3)):
        attempt(wrong)
    a.__alloc__(), a.__reduce__(), a.__reduce_ex__(2), iter(a).__length_hint__(), iter(a).__reduce__(), a.clear()
    attempt(lambda: (memoryview(a), a.append(1)))


@block
def memory_views():
    import array
    data = bytearray(range(24))
    view = memoryview(data)
    for cast, shape in (("B", None), ("b", None), ("h", None), ("I", None), ("q", None), ("d", None), ("f", None),
            ("c", None),
                        ("?", None), ("N", None), ("P", None), ("B", [2, 12]), ("B", [2, 3, 4]), ("i", [2, 3]),
                        ("@l", None),
                        ("Z", None), ("e", None)):
        def use():
            other = view.cast(cast, shape) if shape else view.cast(cast)
            other.tolist(), other.tobytes(), other.shape, other.strides, other.format, other.itemsize, other.ndim
            other.nbytes
            other.readonly, other.contiguous, other.c_contiguous, other.f_contiguous, other.suboffsets, other.obj
            len(other)
            other == other, other == view, other != data
            hash(other.toreadonly()) if hasattr(other, "toreadonly") else 0
            first = other[0] if shape is None else other[0, 0]
            if shape is None:
                other[0] = first
                list(other), first in other, other[::2].tolist(), other[::-1].tobytes(), other[1:3] == other[1:3]
                attempt(operator.setitem, other, 0, "wrong"), attempt(operator.setitem, other, 0, 2 ** 70)
                attempt(operator.setitem, other, slice(0, 2), other[2:4]), attempt(operator.getitem, other, 1000)
                attempt(other.hex), attempt(other.hex, "-", 2), attempt(other.index, first), attempt(other.count, first)
            else:
                attempt(operator.getitem, other, (9, 9)), attempt(operator.setitem, other, (0, 0), 1)
                attempt(other.tobytes, "F"), attempt(other.tobytes, "A"), attempt(operator.getitem, other, 0)
                other == view.cast(cast, shape), attempt(lambda: other[0:1])
            attempt(other.release)
            attempt(len, other)
        attempt(use)
    with memoryview(b"abc") as m:
        hash(m), m[0], m[-1], m[1:], m.tolist(), repr(m), m == b"abc", m.toreadonly
        attempt(operator.setitem, m, 0, 1), attempt(operator.delitem, m, 0)
    attempt(lambda: m[0])
    attempt(memoryview, 5), attempt(memoryview, "x")
    for code in "bBhHiIlLqQfduw":
        def use():
            one = array.array(code, [1, 2, 3]) if code not in "uw" else array.array(code, "abc")
            one.append(one[0]), one.extend(one), one.insert(1, one[0]), one.count(one[0]), one.index(one[1]), one.pop()
            one.pop(0)
            one.reverse(), one.tobytes(), one.frombytes(one.tobytes()), one.tolist(), one.fromlist(one.tolist())
            one.byteswap()
            one.buffer_info(), one.itemsize, one.typecode, repr(one), one + one, one * 2, one[0:2], one[::2], one[::-1]
            len(one)
            one == one, one < one[1:], one != one[:1], list(one), one[0] in one, one.__reduce_ex__(3)
            one.__reduce_ex__(2)
            one.__copy__(), one.__deepcopy__({}), one.__sizeof__(), memoryview(one), attempt(one.tounicode), bytes(one)
            one[0] = one[1]
            one[0:1] = one
            one[::2] = one[::2]
            del one[0], one[0:1], one[::2]
            one += one
            one *= 2
            iter(one).__reduce__(), attempt(one.remove, 99), attempt(one.fromunicode, "a"), attempt(one.append, 2 ** 70)
            attempt(one.append, "xx"), attempt(one.fromlist, ["z"]), attempt(one.pop, 999)
            attempt(operator.getitem, one, 999)
            attempt(one.clear)
            with tempfile.TemporaryFile() as file:
                array.array(code, b"\0" * 16).tofile(file) if code not in "uw" else None
                file.seek(0)
                one.fromfile(file, 2)
                attempt(one.fromfile, file, 999)
        attempt(use)
    attempt(array.array, "Z"), attempt(array.array, "i", "text"), attempt(array.array, "i", b"\0" * 7)
    array.array("i", (1, 2))
    import pickle
    pickle.loads(pickle.dumps(array.array("d", [1.5]), 4)), array.typecodes
