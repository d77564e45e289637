def write(cases, count):
    r = cases.random
    pieces = ["a", "b", "ab", "A", "B", " ", "\t", "\n", "\r\n", "\x0b", "\x1c", "\x85", "\u2028", "é", "É", "ß", "ŉ", "ﬁ",
              "\u0130", "\u0131", "Σ", "ς", "σ", "ΑΣ", "☃", "😀", "𝒳", "Ⅷ", "²", "½", "٣", "一", "ǅ", "ǆ", "_", "1", "0", "'", '"', "\\",
              "\x00", "\x7f", "\xa0", "\xad", "\u200b", "\ufeff", "\ue000", "x", "y", "--", "-", "+", ".", ",", "Ω", "Ꭰ", "ꭰ", "ᾳ", "ΐ", "ẞ", "İ", "\u0301"]
    ascii_pieces = ["a", "b", "ab", "A", "B", " ", "\t", "\n", "\r\n", "\x0c", "\x1c", "1", "0", "'", '"', "\\", "\x00", "\x7f", "\xe9", "\xff", "-", "+", ",", "\x85", "\xa0", "z"]

    def text(most=8):
        kind = r.random()
        if kind < 0.35:
            return "".join(r.choice(["a", "b", "ab", " ", ",", "A"]) for _ in range(r.randint(0, most)))
        return "".join(r.choice(pieces) for _ in range(r.randint(0, most)))

    def short():
        return text(2)

    def octets(most=8):
        return "".join(r.choice(ascii_pieces) for _ in range(r.randint(0, most))).encode("latin-1")

    def index():
        return r.choice([None, None, 0, 1, 2, -1, -2, 3, 5, -5, 100, -100, 2**70, -2**70])

    def any_code():
        while True:
            c = r.choice([r.randrange(0x250), r.randrange(0x3000), r.randrange(0x20000)])
            # letters that got another case only after the Unicode of this CPython
            if not 0xD800 <= c < 0xE000 and c not in (0x19B, 0x264):
                return chr(c)

    one = {
        "upper": str.upper, "lower": str.lower, "title": str.title, "capitalize": str.capitalize, "swapcase": str.swapcase,
        "casefold": str.casefold, "isalpha": str.isalpha, "isdecimal": str.isdecimal, "isdigit": str.isdigit,
        "isnumeric": str.isnumeric, "isalnum": str.isalnum, "isspace": str.isspace, "isascii": str.isascii,
        "isprintable": str.isprintable, "isidentifier": str.isidentifier, "isupper": str.isupper, "islower": str.islower,
        "istitle": str.istitle, "repr": repr, "ascii": ascii, "len": len, "ord": ord, "partitions": lambda s: 0,
    }
    del one["partitions"]
    special = [chr(c) for c in range(0x11000) if not 0xD800 <= c < 0xE000 and max(len(chr(c).upper()), len(chr(c).title()), len(chr(c).casefold())) > 1]
    for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold"):
        for c in special:
            cases.add(name, one[name], c)
    for i in range(count):
        for name, f in one.items():
            cases.add(name, f, text(r.choice([1, 3, 8])))
            if name not in ("len", "ord"):
                import unicodedata
                c = any_code()
                if unicodedata.category(c) != "Cn" and unicodedata.unidata_version >= "14":
                    cases.add(name, f, c)
        cases.add("get", lambda s, i: s[i], text(), r.randint(-9, 9))
        cases.add("slice", lambda s, a, b, c: s[a:b:c], text(), index(), index(), r.choice([None, 1, 2, -1, -2, 0, 3, 2**70, -2**70]))
        cases.add("compare", lambda a, b: (a > b) - (a < b), text(3), text(3))
        cases.add("repeat", lambda s, n: s * n, text(), r.randint(-1, 3))
        for name, f in (("split", str.split), ("rsplit", str.rsplit)):
            cases.add(name, f, text(), r.choice([None, None, " ", "a", "b", "ab", ",", "", short()]), r.choice([-1, -1, 0, 1, 2]))
        cases.add("splitlines", str.splitlines, text(12), r.choice([True, False]))
        for name, f in (("partition", str.partition), ("rpartition", str.rpartition)):
            cases.add(name, f, text(), r.choice(["a", "b", " ", "", "ab"]))
        for name, f in (("strip", str.strip), ("lstrip", str.lstrip), ("rstrip", str.rstrip)):
            cases.add(name, f, text(), r.choice([None, None, "a", "ab", " a", "", "😀é"]))
        for name, f in (("removeprefix", str.removeprefix), ("removesuffix", str.removesuffix)):
            cases.add(name, f, text(), r.choice(["a", "ab", "", "b"]))
        for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
            cases.add(name, getattr(str, name), text(), r.choice(["a", "b", "ab", "", " ", short()]), index(), index())
        cases.add("replace", str.replace, text(), r.choice(["a", "ab", "", " ", short()]), short(), r.choice([-1, -1, 0, 1, 2]))
        for name in ("center", "ljust", "rjust"):
            cases.add(name, getattr(str, name), text(), r.randint(-1, 14), r.choice([" ", "*", "é", "😀", "xy", ""]))
        cases.add("zfill", str.zfill, text(), r.randint(-1, 12))
        cases.add("expandtabs", str.expandtabs, text(), r.randint(-1, 9))
        # bytes
        cases.add("brepr", repr, octets())
        for name in ("upper", "lower", "title", "swapcase", "capitalize", "isalpha", "isdigit", "isspace", "isupper", "islower", "istitle", "isalnum"):
            cases.add("b" + name, getattr(bytes, name), octets())
        for name in ("split", "rsplit"):
            cases.add("b" + name, getattr(bytes, name), octets(), r.choice([None, None, b"a", b"", b" "]), r.choice([-1, 0, 1, 2]))
        for name in ("strip", "lstrip", "rstrip"):
            cases.add("b" + name, getattr(bytes, name), octets(), r.choice([None, b"a", b" a"]))
        cases.add("bsplitlines", bytes.splitlines, octets(12), r.choice([True, False]))
        cases.add("bslice", lambda s, a, b, c: s[a:b:c], octets(), index(), index(), r.choice([None, 1, 2, -1, -2, 0]))
        cases.add("bget", lambda s, i: s[i], octets(), r.randint(-9, 9))
        cases.add("bhex", lambda b, s, n: b.hex(s, n), octets(), ":", r.choice([1, 2, 3, -1, -2, -3]))
        cases.add("bfromhex", bytes.fromhex, r.choice(["", "ab", "AB cd", "a", "zz", "ab c", " 00 ", "0é", "a b", "abc"]))
        cases.add("encode", str.encode, text() + r.choice(["", "\ud800", "\udc80\udcff"]), r.choice(["utf-8", "UTF8", "ascii", "latin-1", "foo", "us-ascii"]),
                  r.choice(["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "foo"]))
        noise = bytes(r.choice([0x41, 0x80, 0xBF, 0xC2, 0xC3, 0xE0, 0xE2, 0x82, 0xAC, 0xED, 0xA0, 0xF0, 0x9F, 0x98, 0x90, 0xF4, 0xF5, 0xFF, 0xC0]) for _ in range(r.randint(0, 6)))
        cases.add("decode", bytes.decode, r.choice([noise, noise, text().encode()]), r.choice(["utf-8", "utf-8", "utf8", "ascii", "latin-1", "foo"]),
                  r.choice(["strict", "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "foo"]))
