s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.capitalize(), s.casefold(), "ß".upper(), "ǅ".lower())
print(s.find("o"), s.rfind("o"), s.find("o", 5), s.find("zz"), s.index("W"), s.count("l"), s.count(""), s.count("l", 4, -1))
print(s.startswith("He"), s.startswith(("x", "H")), s.endswith("ld", 3), s.startswith("", 20), s.endswith(()))
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".rsplit(",", 1), "  a  b ".split(), "".split(), "".split(","))
print("one\ntwo\r\nthree\x0bfour".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines())
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print("  x ".strip(), "xxabcxx".strip("x"), "abcab".lstrip("ab"), "abcab".rstrip("ba"), "  x".lstrip() + "|")
print("ab".center(7, "*"), "abc".center(6, "-"), "x".ljust(3, "."), "x".rjust(3) + "|", "-42".zfill(6), "+7".zfill(4), "abc".zfill(2))
print("a-b-c".replace("-", "+"), "a-b-c".replace("-", "", 1), "abc".replace("", "."), "aaa".replace("aa", "b"))
print("prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"), "x".removesuffix(""))
print("a\tbc\td".expandtabs(4), "\t|".expandtabs(), "ab\tc".expandtabs(0))
print("abc".isalpha(), "a1".isalnum(), "12".isdigit(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), " \t".isspace(), "".isspace())
print("Ab Cd".istitle(), "AB".isupper(), "a1".islower(), "1".islower(), "x_1".isidentifier(), "1x".isidentifier(), "a\n".isprintable(), "é".isascii())
print("-".join("abc"), "".join([]), ", ".join({"a": 1, "b": 2}))
table = str.maketrans("abc", "xyz", "d")
print("abcd".translate(table), "abc".translate({97: None, 98: "BB", 99: 67}), str.maketrans({"a": "1"}))
print("abc" < "abd", "Z" < "a", "abc" < "abcd", "a" * 3, 3 * "ab", "b" in "abc", "" in "")
print(ord("é"), chr(8364), "\N{EURO SIGN}", "\u00e9" == "é", len("👍"), "👍"[0], "naïve".encode())
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\n\t\\\x00\x7f\xa0é\u200b"), ascii("é👍"))
print(str(b"x"), str(b"caf\xc3\xa9", "utf-8"), str(), str(None), "%s" % "x", "{!r:>5}".format("a"))
for wrong in (
    lambda: "abc".index("z"),
    lambda: "a".join([1]),
    lambda: "a".join(5),
    lambda: "abc".split(""),
    lambda: "x".center(5, "ab"),
    lambda: "x" + 1,
    lambda: "x" * 1.5,
    lambda: "x" - "y",
    lambda: chr(-1),
    lambda: chr(1114112),
    lambda: ord("ab"),
    lambda: ord(""),
    lambda: "é".encode("ascii"),
    lambda: b"\xff".decode(),
    lambda: "x".encode("nope"),
    lambda: 1 in "abc",
    lambda: "x".startswith(1),
    lambda: "x".replace("a"),
    lambda: "abc".foo,
    lambda: "a" < 1,
    lambda: "x".partition(""),
    lambda: str.maketrans("a", "bc"),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
