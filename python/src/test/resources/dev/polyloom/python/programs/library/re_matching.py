import re

m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)", "2024-05-06")
print(m, m.group(), m.group(1, 2), m["year"], m.groups(), m.groupdict())
print(m.start(), m.end("month"), m.span(2), m.lastindex, m.lastgroup, m.re.pattern, m.string)
print(m.expand(r"\2/\g<year>"), m.pos, m.endpos, m.regs)
print(re.search("b+", "aabbb"), re.match("b", "abc"), re.fullmatch("a|ab", "ab"))
print(re.findall(r"\w+", "the quick fox"), re.findall(r"(a)(b)?", "abaab"))
print([x.span() for x in re.finditer("o", "foo boo")])
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.subn("a", "b", "banana", 2))
print(re.sub(r"\d+", lambda x: str(int(x.group()) * 2), "a1b22"))
print(re.split(r"[,;]\s*", "a, b;c,d", maxsplit=2), re.split("(-)", "a-b-c"), re.split("x*", "axbc"))
print(re.escape("a.b*c?"), re.sub("", "-", "abc"))

p = re.compile(r"^the (?:end|start)$", re.I | re.MULTILINE)
print(p, p.flags, p.groups, p.groupindex)
print(p.findall("The end\nTHE START\nthe middle"))
print(re.I, re.M | re.S, repr(re.X), int(re.A))
print(re.compile("a") == re.compile("a"), re.compile("a", re.I).search("XA", 1).span())
print(re.compile(b"\\d+").findall(b"a1b22"), re.sub(b"a", b"b", b"banana"), re.match(b"x", b"xyz"))
print(re.match(r"(a)|(b)", "b").groups(), re.match(r"(a)|(b)", "b").groups("-"))
verbose = re.compile(
    r"""
    (\d+)   # whole
    \.      # dot
    (\d*)   # fraction
    """,
    re.VERBOSE,
)
print(verbose.match("3.14").groups(), re.match(r"(?i:A)b", "ab"), re.match(r"(.)\1", "aa"))
print(re.search(r"(?<=\$)\d+(?!\d|\.)", "cost $45").group(), re.findall(r"(?s)a.b", "a\nb"))

for wrong in ("(", "a**", "[z-a]", r"(?P<1a>x)", r"\g"):
    try:
        re.compile(wrong)
    except re.error as e:
        print(type(e).__name__, e, "|", e.msg, e.pos)
for call in (
    lambda: m.group(9),
    lambda: m.group("no"),
    lambda: re.match(b"a", "a"),
    lambda: re.match("a", b"a"),
    lambda: re.match("a", 5),
    lambda: re.sub("a", r"\9", "a"),
    lambda: re.compile(5),
):
    try:
        call()
    except (IndexError, TypeError, re.error) as e:
        print(type(e).__name__, e)
