"""Modules that compute: math, random, decimal, struct, re, json, csv, hashes, compression, dates, Unicode data."""
import io
import operator
import sys

from common import BINARY, UNARY, attempt, block, run_source


def call_all(module, samples, apart=()):
    """Each function of a module with each tuple of arguments."""
    for name in sorted(dir(module)):
        function = getattr(module, name)
        if name.startswith("__") or name in apart or not callable(function) or isinstance(function, type):
            continue
        for arguments in samples:
            attempt(function, *arguments)


@block
def mathematics():
    import cmath
    import math
    import statistics
    samples = [(), (0,), (1,), (-1.5,), (0.5,), (1e300,), (float("inf"),), (float("nan"),), (5,), (30,), (2 ** 80,),
            (-3,), ("x",), (2, 3), (-2, 0.5), (1e300, 1e300), (5, 2), ([1.5, 2.5, 1e100, -1e100],), ([1, 2], [3, 4]),
            (12, 18, 6), (3, 2 ** 70), (2 ** 70, 3), (1, 2, 3), (1j,), (1 + 2j, 3), (-0.0, 5), ([],), (True, 2.0),
            (0.1, float("inf")), (170.5,), (-170.5,), (1, 0), (100, 50)]
    call_all(math, samples), call_all(cmath, samples)
    attempt(lambda: math.isclose(1, 1.1, rel_tol=0.5)), attempt(lambda: math.prod([1, 2.5], start=2))
    attempt(lambda: math.prod([1, 2, 2 ** 70])), attempt(lambda: math.prod(["a"])), attempt(math.isclose, 1, 1)
    attempt(lambda: math.nextafter(1, 2, steps=5)), attempt(lambda: math.sumprod([1.5, 2 ** 80], [2, 3]))
    attempt(lambda: math.isclose(1, 2, rel_tol=-1)), attempt(lambda: cmath.isclose(1j, 1, abs_tol=5))
    class Number:
        def __ceil__(self): return 1
        def __floor__(self): return 2
        def __trunc__(self): return 3
        def __float__(self): return 4.5
        def __index__(self): return 7
    for function in (math.ceil, math.floor, math.trunc, math.factorial, math.sqrt, math.gcd, math.log):
        attempt(function, Number()), attempt(function, Number(), 5)
    statistics.mean([1, 2.5]), statistics.median([1, 2]), attempt(statistics.stdev, [1, 2, 4])
    attempt(lambda: statistics.NormalDist().inv_cdf(0.3))
    import random
    generator = random.Random(3)
    generator.random(), generator.getrandbits(70), generator.getrandbits(5), generator.seed("text")
    generator.seed(2 ** 90), generator.seed(None), generator.seed(1.5), generator.setstate(generator.getstate())
    attempt(generator.setstate, 5), attempt(generator.getrandbits, -1), generator.choice("abc")
    generator.shuffle([1, 2, 3]), generator.sample(range(100), 5), generator.gauss(0, 1), generator.choices("ab", k=3)
    generator.betavariate(1, 2), random.SystemRandom().random()
    attempt(generator.randbytes, 5) if hasattr(generator, "randbytes") else 0
    import fractions
    fractions.Fraction(1, 3) + fractions.Fraction("0.5") ** 2, fractions.Fraction(1.5), float(fractions.Fraction(2, 3))


@block
def decimals():
    import decimal
    Decimal, context = decimal.Decimal, decimal.getcontext()
    samples = [Decimal(text) for text in ("0", "1", "-1.5", "123456789.987654321", "1E+50", "-1E-50", "Infinity",
            "-Infinity", "NaN", "sNaN", "NaN123", "0.1", "100", "1E+9999")] + [Decimal(3 ** 300), Decimal(0.1)]
    for place, value in enumerate(samples):
        for function in UNARY:
            attempt(function, value)
        for other in samples[:12] + [2, 1.5, "x", 2 ** 80, 1j]:
            for function in BINARY[:20]:
                if function not in (operator.pow, operator.lshift, operator.rshift) or place < 3:
                    attempt(function, value, other)
                    attempt(function, other, value)
        for name in dir(Decimal):
            if not name.startswith("__"):
                for arguments in ((), (Decimal("0.01"),), (Decimal(2), Decimal(7))):
                    attempt(lambda: getattr(value, name)(*arguments))
        for name in dir(context):
            if not name.startswith("__") and name not in ("clear_flags", "clear_traps", "copy"):
                for arguments in ((value,), (value, Decimal(3)), (value, 2, Decimal(5))):
                    attempt(lambda: getattr(context, name)(*arguments))
        for spec in ("", "f", ".3f", "e", "g", "%", ",", "+010.2f", "^20", "n", "*>30", "q", "\uac00<9", "z.1f"):
            attempt(format, value, spec)
        value.as_tuple(), hash(value) if value == value and not value.is_snan() else 0, attempt(value.__reduce__)
        attempt(value.__round__, 2), attempt(value.__round__), attempt(value.__ceil__), attempt(value.__floor__)
        attempt(value.__complex__), attempt(lambda: value.quantize(Decimal("0.1"), rounding=decimal.ROUND_UP))
        value.__copy__(), value.__sizeof__()
    for wrong in ("x", (1, 2), (0, (1, 2), "F"), (0, (1, 2, 3), -2), [0, [1], 2], (2, (1,), 0), "1_000", None, 1j,
            (0, (11,), 0), (0, (), "n"), " 5 ", "\u0663"):
        attempt(Decimal, wrong)
    Decimal.from_float(1.5), attempt(Decimal.from_float, "x"), attempt(lambda: Decimal.from_number(3))
    Decimal(5, context), decimal.Context(prec=5, rounding=decimal.ROUND_HALF_EVEN, traps=[decimal.Inexact])
    attempt(lambda: decimal.Context(prec=-1)), repr(context), context.copy(), context.__reduce__(), context.Emin
    context.Etiny(), context.Etop(), context.radix()
    with decimal.localcontext() as inner:
        inner.prec, inner.rounding, inner.Emin, inner.Emax, inner.clamp, inner.capitals = 4, decimal.ROUND_DOWN, -10, 10, 1, 0
        inner.flags, inner.traps, inner.clear_flags(), inner.clear_traps(), inner.flags[decimal.Inexact]
        repr(inner.flags), inner.flags.copy(), inner.flags == inner.traps, list(inner.flags)
        attempt(setattr, inner, "prec", "x"), attempt(setattr, inner, "rounding", "x")
        attempt(setattr, inner, "nothing", 1), attempt(delattr, inner, "prec"), attempt(setattr, inner, "traps", {})
        attempt(setattr, inner, "Emax", -1)
        inner.flags[decimal.Inexact] = True
        Decimal(1) / 3, Decimal(10) ** Decimal("0.5"), Decimal(2).sqrt(), Decimal(2).ln(), Decimal(2).exp()
        Decimal(2).log10(), attempt(operator.setitem, inner.flags, 5, True)
        attempt(operator.delitem, inner.flags, decimal.Inexact)
        attempt(lambda: decimal.localcontext(prec=3).__enter__())
    for rounding in ("ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN",
            "ROUND_HALF_EVEN", "ROUND_05UP"):
        Decimal("2.55").quantize(Decimal("0.1"), rounding=rounding)
        Decimal("-2.5").to_integral_value(rounding=rounding)
    with decimal.localcontext(decimal.Context(prec=2000)):
        Decimal(1) / 7, Decimal(2).sqrt(), Decimal(3) ** 500, Decimal(1) / Decimal(3 ** 700), Decimal("1.1") ** 300
        Decimal(7).ln(), Decimal(10 ** 1500) * Decimal(3 ** 2000)
    with decimal.localcontext(decimal.Context(prec=30000)):
        (Decimal(10 ** 12000 + 7) * Decimal(10 ** 12000 + 9)) // 3 if sys.version_info >= (3, 0) else 0
    decimal.setcontext(context), decimal.DefaultContext, decimal.HAVE_THREADS, attempt(decimal.setcontext, 5)
    attempt(lambda: Decimal("1e5").to_eng_string()), decimal.BasicContext, decimal.ExtendedContext.divide(1, 3)
    import numbers
    isinstance(samples[0], numbers.Number)


@block
def structs():
    import struct
    for code in "xcbB?hHiIlLqQnNefdspP":
        for order in ("", "@", "=", "<", ">", "!"):
            for values in ((), (1,), (-1,), (2 ** 70,), (1.5,), (b"a",), ("x",), (True,), (1e300,), (-2 ** 31,),
                    (float("nan"),), (None,), (2 ** 40,)):
                data = attempt(struct.pack, order + code, *values)
                if isinstance(data, bytes):
                    attempt(struct.unpack, order + code, data), attempt(struct.unpack, order + code, data + b"x")
    one = struct.Struct("<2h4si")
    data = one.pack(1, 2, b"abc", 5)
    one.unpack(data), one.unpack_from(data), one.size, one.format, list(one.iter_unpack(data * 2))
    attempt(one.unpack, b"x"), attempt(one.pack, 1), one.pack_into(bytearray(20), 2, 1, 2, b"x", 3)
    attempt(one.pack_into, bytearray(2), 0, 1, 2, b"x", 3), attempt(one.pack_into, b"x", 0, 1, 2, b"", 3)
    attempt(one.unpack_from, data, 5), attempt(one.unpack_from, data, -50)
    struct.calcsize("3i2x"), attempt(struct.calcsize, "z"), attempt(struct.calcsize, "9" * 30 + "i")
    attempt(struct.Struct, 5), struct.unpack_from("h", data, 1), struct.iter_unpack("h", data).__length_hint__()
    attempt(struct.iter_unpack, "h", b"x"), struct.pack_into("h", bytearray(5), 1, 5), attempt(struct.pack_into, "h")
    struct.pack("5s3p", b"ab", b"c"), struct._clearcache(), repr(one), attempt(struct.unpack_from, "h", b"")
    attempt(struct.pack, "\0"), attempt(struct.calcsize, b"h")


@block
def regular_expressions():
    import re
    text = "The quick brown fox, 12 jumps & 345 \uac00\ub098 over_the lazy DOG.\nsecond line\tab aabb"
    patterns = [r"\w+", r"(\d+)", r"(?P<name>[a-z]+) (?P=name)?", r"^second", r"fox(?=,)", r"(?<!q)u", r"(?<=q)u",
            r"a|b|the", r"[^a-z\s]+", r"\bT", r"\B", r"(a+)(b+)", r"a{1,2}?", r"(?:x|y)*", r".*?o", r"(?i)the",
            r"(?s).+", r"(?m)^.*$", r"(?x) a # comment", r"\D\S\W", r"(a)?(?(1)b|c)", r"[\d\-\]]", r"\uac00",
            r"(?a)\w",
                r"(x)(y)(z)?", r"((a)|(b))*", r"(a*)*", r"(?:a|ab)(?:c|bcd)*", r"[a-cx-z]{2,}", r"\Z", r"\A", r"a++",
                r"(?>a+)b", r"a*+", r"(?i:QUICK)", r"(?-i:x)", r"[\u1100-\uffff]", r"(?i)[\u00e0-\u00ff]",
                r"(?i)\u0130", r"(?L)x", r"(.)\1", r"(?i)(o)\1", r"(a|b)+?x", r"(?:ab){2}", r"(?:a?){3}", r"[[a]",
                r"x*", r"(?!x)y", r"(a)(?!b)", r"(?:.|\n)*?z", r"lazy (DOG|CAT)", r"[a-z]*\d", r"(?:x+y?)+z"]
    bad = ["(", ")", "[", "*a", "a**", "(?P<1>x)", "(?P<a>x)(?P<a>y)", "\\", "(?z)", "(?<=a*)b", "\\1", "x{2,1}",
            "(?P=none)", "(?(5)a)", "[z-a]", "(?P<a", "(?#", "\\x1", "\\q", "a{99999999999}"]
    for flags in (0, re.I, re.M | re.S, re.A | re.I, re.X, re.L, re.I | re.U):
        for pattern in patterns if flags in (0, re.I) else patterns[::4]:
            for target, source in ((text, pattern), (text.encode(), attempt(pattern.encode, "ascii")),
                    ("\U0001f600" + text, pattern)):
                one = attempt(re.compile, source, flags)
                if isinstance(one, str):
                    continue
                for name in ("match", "search", "fullmatch", "findall", "split"):
                    attempt(getattr(one, name), target), attempt(getattr(one, name), target, 4)
                    attempt(getattr(one, name), target, 4, 20)
                attempt(lambda: list(one.finditer(target)))
                one.sub(b"<\\g<0>>" if isinstance(target, bytes) else "<\\g<0>>", target)
                one.subn(lambda m: m.group(), target, 2), one.sub(target[:0], target, count=1)
                scanner = one.scanner(target)
                attempt(scanner.match), attempt(scanner.search), scanner.pattern
    for pattern in bad:
        attempt(re.compile, pattern)
    one = re.compile(r"(?P<first>\w+) (\w+)(x)?")
    match = one.match(text)
    match.group(), match.group(1, "first"), match[0], match["first"], match.groups(), match.groups(5), match.groupdict()
    match.start(), match.end("first"), match.span(2), match.lastgroup, match.lastindex, match.regs, match.re
    match.string, match.pos, match.endpos, match.expand(r"\2-\g<first>"), repr(match), attempt(match.group, 9)
    attempt(match.group, "no"), attempt(match.start, 9), match.__copy__(), match.__deepcopy__({})
    attempt(match.expand, "\\9"), attempt(match.group, 2 ** 80), attempt(len, match), attempt(lambda: match[object()])
    one.flags, one.groups, one.groupindex, one.pattern, repr(one), one == re.compile(r"(?P<first>\w+) (\w+)(x)?")
    hash(one), attempt(lambda: one < one), one.__copy__(), one.__deepcopy__({}), attempt(one.match, 5)
    attempt(one.match, b"x"), attempt(one.sub, 5, "x"), attempt(one.match), attempt(one.sub, "\\9", "a b")
    attempt(one.match, bytearray(b"x")), re.escape("a.b*"), re.purge(), re.sub("(a)(b)?", r"[\1|\2]", "ab a")
    re.compile("b").sub(r"\n\t\\", "abc"), re.split("(,)", "a,b")
    import pickle
    pickle.loads(pickle.dumps(one)), attempt(re.template, "x") if hasattr(re, "template") else 0
    re.Scanner([("a", lambda s, t: t), ("b", None)]).scan("ab")
    import fnmatch, difflib
    fnmatch.filter(["a.py", "b"], "*.py"), list(difflib.unified_diff(["a", "b"], ["a", "c"]))
    difflib.get_close_matches("appel", ["ape", "apple"])


@block
def json_and_csv():
    import json
    value = {"a": [1, 2.5, None, True, False, "text\n\"\uac00\U0001f600", {"b": {}}, [], float("inf"), -0.0, 10 ** 30,
            (1, 2)], "": 1, 5: 1, None: 2, True: 3, 1.5: 4}
    for keywords in ({}, {"indent": 2}, {"ensure_ascii": False}, {"sort_keys": True}, {"separators": (",", ":")},
            {"skipkeys": True}, {"allow_nan": False}, {"default": str}, {"check_circular": False},
            {"cls": json.JSONEncoder}, {"indent": "\t", "ensure_ascii": False}):
        attempt(json.dumps, value, **keywords), attempt(json.dumps, [object()], **keywords)
        attempt(json.dumps, {(1,): 1}, **keywords)
        attempt(json.dumps, {"b": 1, "a": type("E", (int,), {})(5)}, **keywords)
    loop = []
    loop.append(loop)
    attempt(json.dumps, loop), attempt(json.dumps, {"x": loop}), attempt(json.dumps, "x" * 100 + "\x00\x7f")
    for text in ("[1, 2.5e3, -0, true, false, null, \"a\\n\\u00e9\\ud83d\\ude00\\\"\"]",
            "{\"a\": {\"b\": [1]}, \"a\": 2}", "", "[", "{", "[1,", "{\"a\"", "{\"a\":", "{1: 2}", "\"abc",
            "\"\\u12\"", "\"\\q\"", "nul", "NaN", "[Infinity, -Infinity, NaN]", "1 2", "[1 2]", "{\"a\" 1}", "\"\n\"",
            "  [ ]  ", "{ }", "-", "1.", "1e", "[\"\uac00\"]", "\ufeff1", "\"\\ud800x\"", "[1,]", "1" * 50,
            "{\"a\":1,}"):
        attempt(json.loads, text), attempt(json.loads, text.encode())
        attempt(json.loads, text, parse_float=str, parse_int=str, parse_constant=str, object_hook=list)
        attempt(json.loads, text, object_pairs_hook=list, strict=False)
    json.load(io.StringIO("[1]")), json.dump([1], io.StringIO()), json.JSONEncoder().encode("x")
    list(json.JSONEncoder().iterencode(value)), json.decoder.scanstring("abc\"", 0)
    json.JSONDecoder().raw_decode("1 x"), attempt(json.decoder.scanstring, 5), attempt(json.decoder.scanstring, "x", -5)
    import csv
    text = "a,b,\"c\"\"d\"\r\n1,'2 3',\n\n\"multi\nline\",x,5\n"
    for keywords in ({}, {"delimiter": ";"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
            {"quoting": csv.QUOTE_NONNUMERIC}, {"quotechar": "'"}, {"doublequote": False}, {"skipinitialspace": True},
            {"strict": True}, {"dialect": "excel-tab"}, {"dialect": "nothing"}, {"delimiter": "xx"},
            {"lineterminator": "\n"}, {"quoting": csv.QUOTE_ALL}, {"delimiter": 5}, {"quoting": 99},
            {"quotechar": None}, {"nothing": 1}, {"quoting": 4}, {"quoting": 5}):
        attempt(lambda: [row for row in csv.reader(text.splitlines(True), **keywords)])
        attempt(lambda: list(csv.reader(["a\\\"b,\"c\"d", "\"open"], **keywords)))
        for row in (["a", 1, 2.5, None, "q\"x", "l\nm", "a,b", "", " s", "x;y\\"], [], [""], 5, [object()], [None]):
            attempt(lambda: csv.writer(io.StringIO(), **keywords).writerow(row))
        attempt(lambda: csv.writer(io.StringIO(), **keywords).writerows([[1], "ab"]))
    reader = csv.reader(["a"])
    reader.dialect.delimiter, reader.dialect.quotechar, reader.dialect.quoting, reader.dialect.escapechar
    reader.dialect.lineterminator, reader.line_num, csv.list_dialects(), csv.register_dialect("mine", delimiter=":")
    csv.get_dialect("mine"), csv.unregister_dialect("mine"), attempt(csv.get_dialect, "mine")
    attempt(csv.unregister_dialect, "mine"), csv.field_size_limit(100), attempt(csv.field_size_limit, "x")
    attempt(lambda: list(csv.reader(["x" * 200]))), csv.field_size_limit(131072)
    attempt(csv.reader, 5), attempt(csv.writer, 5), attempt(lambda: list(csv.reader([5])))
    attempt(lambda: list(csv.reader(["a\0b"]))), list(csv.DictReader(["a,b", "1,2"]))
    csv.DictWriter(io.StringIO(), ["a"]).writerow({"a": 1}), csv.Sniffer().sniff("a;b\nc;d\n")
    attempt(csv.register_dialect, 5), attempt(csv.register_dialect, "x", 5)


@block
def hashes():
    import hashlib
    import hmac
    for name in ("md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256 blake2b blake2s ripemd160 nothing").split():
        for maker in (getattr(hashlib, name, None), lambda *a: hashlib.new(name, *a)):
            one = attempt(maker, b"data")
            if isinstance(one, str):
                continue
            one.update(b"more" * 100), attempt(one.digest), attempt(one.hexdigest), attempt(one.digest, 20)
            attempt(one.hexdigest, 20), one.copy(), one.name, one.digest_size, one.block_size, repr(one)
            attempt(one.update, "text"), attempt(one.update, 5), one.update(memoryview(b"x" * 5000))
            attempt(lambda: one._capacity_bits), attempt(lambda: one._rate_bits), attempt(lambda: one._suffix)
    for name in ("_md5 _sha1 _sha256 _sha512 _sha2 _sha3 _blake2").split():
        module = attempt(__import__, name)
        for maker in dir(module) if not isinstance(module, str) else ():
            one = attempt(getattr(module, maker), b"x")
            if hasattr(one, "update"):
                attempt(one.update, b"abc" * 1000), attempt(one.digest), attempt(one.hexdigest), attempt(one.digest, 5)
                attempt(one.hexdigest, 5), attempt(one.copy)
                attempt(lambda: (one.name, one.digest_size, one.block_size)), attempt(one.update, "x")
                attempt(lambda: getattr(module, maker)("x"))
                attempt(lambda: getattr(module, maker)(b"x" * 5000, usedforsecurity=False))
    attempt(lambda: hashlib.blake2b(b"x", key=b"k", salt=b"s", person=b"p", digest_size=20, fanout=2, depth=3,
            leaf_size=4, node_offset=5, node_depth=1, inner_size=6, last_node=True).digest())
    attempt(lambda: hashlib.blake2s(b"x", key=b"k" * 99)), attempt(lambda: hashlib.blake2b(digest_size=999))
    attempt(lambda: hashlib.blake2s(b"x", key=b"k", salt=b"s", person=b"p", digest_size=20).hexdigest())
    hmac.new(b"k", b"m", "sha256").hexdigest(), attempt(lambda: hmac.digest(b"k", b"m", "md5"))
    hmac.compare_digest(b"a", b"b"), hmac.compare_digest("a", "a"), attempt(hmac.compare_digest, "a", b"b")
    attempt(hmac.compare_digest, "\uac00", "a"), hashlib.pbkdf2_hmac("sha256", b"p", b"s", 2)
    attempt(lambda: hashlib.scrypt(b"p", salt=b"s", n=2, r=1, p=1)), hashlib.algorithms_available
    attempt(lambda: hmac.new(b"k", b"m", "sha1").copy().digest())
    import secrets
    import uuid
    secrets.token_hex(3), uuid.uuid4(), uuid.uuid5(uuid.NAMESPACE_DNS, "x"), attempt(uuid.uuid1)
    import binascii
    import base64
    for name in ("a2b_uu b2a_uu a2b_base64 b2a_base64 hexlify unhexlify a2b_hex b2a_hex a2b_qp b2a_qp crc32 crc_hqx rlecode_hqx rledecode_hqx a2b_hqx b2a_hqx").split():
        for data in (b"", b"abc", b"616263", "616263", b"YWJj", b"YW=J\n", b"=41=\n x", b"\x90\x05a\x90", b"#86)C\n",
                b"zz", b"A" * 80 + b" \t\n.\n", "\uac00", 5, b"Y", b"Y===", b"a b\r\n"):
            attempt(lambda: getattr(binascii, name)(data)), attempt(lambda: getattr(binascii, name)(data, 5))
    attempt(lambda: binascii.hexlify(b"abcd", ":", 2)), attempt(lambda: binascii.a2b_base64(b"Y!==", strict_mode=True))
    attempt(lambda: binascii.b2a_qp(b" \xff.\n\t=", quotetabs=True, istext=False, header=True))
    attempt(lambda: binascii.b2a_base64(b"x", newline=False)), attempt(lambda: binascii.b2a_uu(b"x", backtick=True))
    base64.b85encode(b"xyz"), base64.a85encode(b"x"), base64.b32encode(b"x"), base64.urlsafe_b64decode(b"YQ==")
    import quopri
    quopri.encodestring(b"\xff x")


@block
def compression():
    import bz2
    import gzip
    import lzma
    import zlib
    data = b"some text that repeats " * 30
    for level in (0, 1, 9, -1, 99):
        attempt(zlib.compress, data, level)
    packed = zlib.compress(data)
    zlib.decompress(packed), attempt(zlib.decompress, packed[:10]), attempt(zlib.decompress, b"junk")
    zlib.decompress(packed, bufsize=1), attempt(lambda: zlib.decompress(packed, -15)), zlib.crc32(data)
    zlib.adler32(data, 5), zlib.crc32(data * 300), attempt(zlib.compress, "x"), attempt(zlib.compress, 5)
    attempt(zlib.crc32, "x"), zlib.ZLIB_RUNTIME_VERSION, attempt(lambda: zlib.crc32_combine(1, 2, 3))
    one = zlib.compressobj(9, zlib.DEFLATED, 15, 8, 0, b"dictionary")
    out = one.compress(data) + one.flush(zlib.Z_SYNC_FLUSH)
    one.copy().flush(), out + one.flush(), attempt(one.flush), attempt(one.copy), attempt(zlib.compressobj, 99)
    attempt(lambda: zlib.compressobj(zdict="x")), attempt(one.__copy__), attempt(one.__deepcopy__, {})
    back = zlib.decompressobj(15, b"dictionary")
    back.decompress(out, 10), back.unconsumed_tail, back.unused_data, back.eof, back.copy(), attempt(back.flush)
    attempt(back.flush, -1), attempt(zlib.decompressobj, 99), attempt(zlib.decompressobj().decompress, b"junk")
    attempt(zlib.decompressobj().decompress, packed, -1), zlib.decompressobj().decompress(packed + b"rest")
    attempt(lambda: zlib._ZlibDecompressor().decompress(packed, 5))
    attempt(lambda: zlib.decompressobj(zdict=b"x").copy().flush())
    for module in (bz2, lzma):
        packed = module.compress(data)
        module.decompress(packed), attempt(module.decompress, packed[:20]), attempt(module.decompress, b"junk")
        for name in ("BZ2Compressor", "LZMACompressor"):
            def use():
                one = getattr(module, name)()
                one.compress(data), one.flush(), attempt(one.flush), attempt(one.compress, b"x")
                attempt(getattr(module, name), 99), attempt(one.__getstate__), attempt(one.compress, "x")
            attempt(use)
        for name in ("BZ2Decompressor", "LZMADecompressor"):
            def use():
                one = getattr(module, name)()
                one.decompress(packed[:20]), one.needs_input, one.decompress(packed[20:] + b"rest", 15)
                attempt(one.decompress, b""), one.eof, one.unused_data, attempt(one.decompress, b"x")
                attempt(lambda: one.check), attempt(one.decompress, b"more"), attempt(one.__getstate__)
            attempt(use)
        opener = getattr(module, "BZ2File", None) or module.LZMAFile
        with opener(io.BytesIO(packed)) as file: file.read(5), file.readline(), file.seek(2), file.peek(), file.tell()
        with opener(io.BytesIO(), "w") as file: file.write(data)
    for keywords in ({"format": lzma.FORMAT_ALONE}, {"format": lzma.FORMAT_RAW,
            "filters": [{"id": lzma.FILTER_LZMA2, "preset": 1}]}, {"check": lzma.CHECK_CRC32}, {"check": 99},
            {"preset": 99}, {"filters": [{"id": lzma.FILTER_DELTA, "dist": 2},
            {"id": lzma.FILTER_LZMA2, "dict_size": 1 << 16, "lc": 3}]}, {"filters": []}, {"filters": [{"id": 99}]},
            {"format": lzma.FORMAT_RAW}, {"filters": [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2}]},
            {"filters": 5}, {"filters": [5]}):
        made = attempt(lzma.compress, data, **keywords)
        attempt(lzma.decompress, made)
        attempt(lzma.decompress, made, format=keywords.get("format", 0), filters=keywords.get("filters"), memlimit=None)
        attempt(lzma.decompress, made, memlimit=100)
    lzma.is_check_supported(1), attempt(lambda: lzma._encode_filter_properties({"id": lzma.FILTER_LZMA2, "preset": 3}))
    attempt(lambda: lzma._decode_filter_properties(lzma.FILTER_LZMA2, b"\x10"))
    attempt(lambda: lzma._decode_filter_properties(lzma.FILTER_LZMA1, b"\x5d\0\0\x10\0"))
    gzip.decompress(gzip.compress(data)), gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(data))).readline()
    import zipfile, tarfile
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive: archive.addfile(tarfile.TarInfo("x"))
    out.seek(0)
    tarfile.open(fileobj=out).getnames()
    run_source("from compression import zstd\np = zstd.compress(b'abc' * 100)\nzstd.decompress(p), zstd.train_dict([b'abc%d' % i for i in range(100)], 500), zstd.ZstdCompressor(level=3).compress(b'x', 2), attempt(zstd.decompress, b'junk')")


@block
def dates():
    import datetime
    import pickle
    zone, other = datetime.timezone(datetime.timedelta(hours=9),
            "KST"), datetime.timezone(datetime.timedelta(minutes=-90))
    class Zone(datetime.tzinfo):
        def utcoffset(self, when): return datetime.timedelta(hours=1)
        def dst(self, when): return datetime.timedelta(0)
        def tzname(self, when): return "Z"
        def fromutc(self, when): return super().fromutc(when)
    class Bad(datetime.tzinfo):
        def utcoffset(self, when): return 5
    values = [datetime.date(2018, 4, 20), datetime.datetime(2018, 4, 20, 13, 30, 5, 123456),
            datetime.datetime(2018, 4, 20, tzinfo=zone), datetime.datetime(2018, 4, 20, tzinfo=Zone()),
            datetime.time(13, 30, 5), datetime.time(1, 2, tzinfo=zone, fold=1), datetime.timedelta(3, 5, 7),
            datetime.timedelta(-1, microseconds=1), datetime.timedelta.max, zone, datetime.timezone.utc,
            datetime.datetime.min, datetime.date.max, other, datetime.datetime(1, 1, 1, tzinfo=Bad()), Zone(),
            datetime.time(tzinfo=Bad())]
    for value in values:
        for function in UNARY:
            attempt(function, value)
        for second in values + [2, 1.5, "x", None]:
            for function in BINARY[:26]:
                if function not in (operator.pow, operator.lshift):
                    attempt(function, value, second)
                    attempt(function, second, value) if not isinstance(second, datetime.timedelta) else 0
        for name in dir(value):
            if name not in ("__class__", "__init_subclass__", "__subclasshook__", "__new__"):
                for arguments in ((), ("%Y-%m-%d %H:%M:%S.%f %z %Z %j %%",), (2018,), (zone,), (None,), (1, 2),
                        (values[1],), (datetime.date(2018, 1, 1), datetime.time(2))):
                    attempt(lambda: getattr(value, name)(*arguments))
        for spec in ("", "%Y", "%z", "%f", "%", "%Ez", "%:z", "%C%F%T"): attempt(format, value, spec)
        for protocol in (0, 2, 4): attempt(lambda: pickle.loads(pickle.dumps(value, protocol)))
        for keywords in ({"year": 2000}, {"hour": 5, "tzinfo": None}, {"month": 13}, {"fold": 1}, {"tzinfo": 5}):
            attempt(lambda: value.replace(**keywords))
        for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds", "x"):
            attempt(lambda: value.isoformat(timespec=spec))
    for type_ in (datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone):
        for arguments in ((), (2018, 4, 20), (2018, 13, 1), (0, 1, 1), ("x",), (2018, 2, 30), (25,), (1, 60),
                (1.5, 2.5, 3.5, 4, 5, 6, 7), (10 ** 12,), (datetime.timedelta(hours=25),), (b"\x07\xe2\x04\x14",),
                (b"\x07\xe2\x04\x14\x01\x02\x03\0\0\0",), (b"\1\2\3\0\0\0", zone), (2018, 1, 1, 0, 0, 0, 0, 5),
                (datetime.timedelta(1), 5)):
            attempt(type_, *arguments)
        for name, samples in (("fromtimestamp", [(0,), (1.5,), (0, zone), (1e20,), (-1,), ("x",), (0, 5)]),
                ("utcfromtimestamp", [(0,), (2 ** 60,)]), ("fromordinal", [(700000,), (0,), (2 ** 40,)]),
                ("today", [()]), ("now", [(), (zone,)]), ("utcnow", [()]),
                ("strptime", [("2018", "%Y"), ("x", "%Y"), ("2018 +0900 KST", "%Y %z")]),
                ("combine", [(values[0], values[4]), (values[0], values[4], zone), (1, 2)]),
                              ("fromisoformat", [("2018-04-20",), ("2018-04-20T13:30:05.123+09:00",), ("13:30",),
                              ("x",), ("2018-W16-5",), ("20180420T133005,5Z",), (5,), ("2018-04-20T24:00",),
                              ("2018-04-20 13:30:05.1234567-01:30:15",), ("2018-13-01",)]),
                              ("fromisocalendar", [(2018, 16, 5), (2018, 99, 1), ("x", 1, 1)])):
            for arguments in samples: attempt(lambda: getattr(type_, name)(*arguments))
    import _strptime, calendar, time
    calendar.month(2018, 4), calendar.monthrange(2018, 4)
    for name in ("time perf_counter monotonic process_time thread_time time_ns ctime gmtime localtime asctime tzset mktime strftime strptime sleep get_clock_info clock_gettime clock_getres clock_gettime_ns monotonic_ns").split():
        for arguments in ((), (0,), (1.5,), ("monotonic",), ("%Y %a %Z",), ("2018", "%Y"), (time.localtime(),),
                ("%H", time.gmtime(0)), ("x",), ((2018, 1, 1, 0, 0, 0, 0, 1, -1),), (1e30,), (-1,), ("%", (1, 2))):
            if name != "sleep" or arguments in ((0,), ("x",), (-1,), ()):
                attempt(lambda: getattr(time, name)(*arguments))
    moment = time.localtime()
    moment.tm_zone, moment[0], moment[:3], repr(moment), moment == moment, hash(moment), moment.__reduce__()
    moment.n_fields, attempt(time.struct_time, [1]), time.struct_time(range(11)), attempt(time.struct_time, 5)
    attempt(lambda: __import__("copy").replace(moment, tm_year=1)), len(moment), list(moment)
    attempt(time.struct_time, range(9), {"tm_zone": "x"})
    run_source("import zoneinfo\nz = zoneinfo.ZoneInfo('Asia/Seoul')\nimport datetime\nfor d in (datetime.datetime(2018, 1, 1, tzinfo=z), datetime.datetime(1988, 6, 1, tzinfo=z), datetime.datetime(2100, 1, 1, tzinfo=z)): d.utcoffset(), d.dst(), d.tzname(), d.astimezone(datetime.timezone.utc).astimezone(z)\nrepr(z), str(z), z.key, zoneinfo.ZoneInfo.no_cache('UTC'), zoneinfo.ZoneInfo.clear_cache(), attempt(zoneinfo.ZoneInfo, 'nothing'), z.__reduce__()\nn = zoneinfo.ZoneInfo('America/New_York')\ndatetime.datetime(2050, 7, 1, tzinfo=n).dst(), datetime.datetime(2018, 7, 1, tzinfo=n).utcoffset()")


@block
def unicode_data():
    import codecs
    import locale
    import unicodedata
    for character in ("a", "\u00e9", "\uac00", "5", "\u00bd", "\u3042", "\U0001f600", "\u0301", "\u2167", "\u4e00",
            "\0", "\ue000", "ab", "", 5, "\ufb01", "\u1e9b\u0323"):
        for name in ("name category bidirectional combining east_asian_width mirrored decomposition decimal digit numeric").split():
            attempt(lambda: getattr(unicodedata, name)(character))
            attempt(lambda: getattr(unicodedata, name)(character, "default"))
            attempt(lambda: getattr(unicodedata.ucd_3_2_0, name)(character))
        for form in ("NFC", "NFD", "NFKC", "NFKD", "X"):
            attempt(unicodedata.normalize, form, character), attempt(lambda: unicodedata.is_normalized(form, character))
            attempt(lambda: unicodedata.ucd_3_2_0.normalize(form, character))
            attempt(unicodedata.normalize, form, str(character) * 5 + "\uac00\u11a8 e\u0301\u0323 \u1100\u1161")
    for name in ("LATIN SMALL LETTER A", "HANGUL SYLLABLE GA", "CJK UNIFIED IDEOGRAPH-4E00", "NO SUCH",
            "LATIN SMALL LETTER R WITH TILDE", 5, "HANGUL SYLLABLE ZZ"):
        attempt(unicodedata.lookup, name)
    for name in ("utf-8", "utf-16", "utf-32", "euc-kr", "shift_jis", "iso2022_jp", "hz", "utf-7", "cp1252", "gb18030",
            "big5hkscs", "rot13", "hex", "base64", "zlib", "bz2", "uu", "quopri", "idna", "unicode_escape",
            "iso2022_kr", "euc_jisx0213", "latin-1", "ascii", "raw_unicode_escape", "charmap", "utf-16-le",
            "mac_roman", "punycode", "johab", "cp949", "nonsense"):
        def use():
            codec = codecs.lookup(name)
            codec.name, attempt(codecs.encode, "a\uac00\u3042", name), attempt(codecs.decode, b"ab=\n", name)
            codecs.getwriter(name)(io.BytesIO()).write("a\uac00" if "hex" not in name else b"x")
            encoder, decoder = codec.incrementalencoder("replace"), codec.incrementaldecoder("replace")
            for part in ("a\uac00", "\u3042\ud800", "~{"):
                attempt(encoder.encode, part), attempt(encoder.getstate)
                attempt(lambda: encoder.setstate(encoder.getstate()))
            attempt(encoder.encode, "", True), encoder.reset()
            for part in (b"a\xb0", b"\xa1\x1b$B$\"", b"~{\x80\xff", b"\xe3\x81"):
                attempt(decoder.decode, part), attempt(decoder.getstate)
                attempt(lambda: decoder.setstate(decoder.getstate())), attempt(decoder.setstate, 5)
            attempt(decoder.decode, b"", True), decoder.reset()
            reader = codecs.getreader(name)(io.BytesIO("ab\n\u3042\u3044\nc".encode("shift_jis" if "jis" in name else "utf-8")),
                    
                    
                    
                    
                    
                    "replace")
            attempt(reader.read, 2), attempt(reader.readline), attempt(reader.readlines), attempt(reader.reset)
            writer = codecs.getwriter(name)(io.BytesIO(), "replace")
            attempt(writer.write, "\uac00"), attempt(writer.writelines, ["a", "b"]), attempt(writer.reset)
        attempt(use)
    codecs.register(lambda name: None), attempt(codecs.register, 5)
    codecs.register_error("mine", lambda error: ("?", error.end)), codecs.lookup_error("mine")
    attempt(codecs.lookup_error, "none"), "\uac00".encode("ascii", "mine"), b"\xff".decode("ascii", "mine")
    codecs.register_error("wrong", lambda error: 5), attempt("\uac00".encode, "ascii", "wrong")
    attempt(b"\xff".decode, "utf-8", "wrong"), codecs.register_error("back", lambda error: ("", -1))
    "\uac00x".encode("latin-1", "mine"), "\uac00".encode("cp1252", "mine"), "\uac00\U0001f600".encode("euc-kr", "mine")
    "\ud800".encode("utf-8", "mine"), "\ud800".encode("utf-16", "mine"), "\ud800".encode("utf-32", "mine")
    b"\xff".decode("euc-kr", "mine")
    for error in (UnicodeEncodeError("ascii", "\uac00x\ud800", 0, 1, "r"),
            UnicodeDecodeError("ascii", b"\xff\xfe", 0, 1, "r"), UnicodeTranslateError("\uac00", 0, 1, "r"),
            ValueError(), 5):
        for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace",
                "surrogatepass", "surrogateescape"):
            attempt(codecs.lookup_error(name), error)
    import _codecs
    for name in dir(_codecs):
        if not name.startswith("__") and name not in ("register", "register_error", "unregister"):
            for arguments in (("a\uac00",), (b"ab\xff",), ("a", "replace"), (b"a", "ignore"), (b"a", "strict", True),
                    (b"ab", "strict", 1), (5,), ("utf-8",), (b"a", None, 0, False), ("ab", "strict", {97: 65}),
                    (b"ab", "strict", "xy")):
                attempt(getattr(_codecs, name), *arguments)
    codecs.charmap_build("ab"), codecs.escape_encode(b"a\n'") if hasattr(codecs, "escape_encode") else 0
    codecs.charmap_encode("ab", "strict", codecs.charmap_build("ab" * 128))
    attempt(codecs.charmap_decode, b"ab", "strict", {97: "x"})
    attempt(codecs.charmap_encode, "ab", "replace", {97: b"x", 63: 64})
    for name in ("localeconv strcoll strxfrm setlocale getlocale nl_langinfo getpreferredencoding gettext textdomain bindtextdomain dgettext dcgettext bind_textdomain_codeset getencoding").split():
        for arguments in ((), ("a",), ("a", "b"), (0,), (0, "C"), (6, "nothing"), (14,), ("a", None), ("a", "b", 0)):
            attempt(lambda: getattr(locale, name)(*arguments))
