import re

print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall("x*", "axb"), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "a-b-c", maxsplit=1))
m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)", "2024-05-06")
print(m.group(), m.group(1, 2), m["year"], m.groups(), m.groupdict(), m.span(), m.start("month"), m.end(), m.lastgroup, m.lastindex, m.string[m.end():])
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("x", "y", "xxx"), re.sub(r"(?P<n>\d)", r"<\g<n>>", "a1"))
print(re.search("b+", "abbb").group(), re.search("z", "abc"), re.fullmatch("a.c", "abc") is not None, re.fullmatch("a", "ab"), bool(re.match("b", "ab")))
p = re.compile(r"^\s*(#.*)?$", re.M | re.I)
print(p.pattern, p.flags, p.groups, p, re.compile("a", re.S), [m.span() for m in re.finditer("a", "banana")])
print(re.findall("(?i)A", "aA"), re.findall("^b", "a\nb", re.M), re.match("a.b", "a\nb", re.S) is not None, re.findall(r"""(\d) # digit
    ([a-z])""", "1a 2b", re.VERBOSE))
print(re.escape("a.b*c"), re.findall(r"\bfoo\b", "foo food foo"), re.findall(r"(?<=\$)\d+", "$5 6"), re.findall(r"\w+(?=!)", "hi! you"), re.findall(r"(?:ab)+", "ababab"), re.findall("a+?", "aaa"), re.findall(r"(\w)\1", "aabbc"))
print(re.sub(r"\s+", " ", " a  b\n"), re.sub("(a)|b", r"[\1]", "ab"), re.split(r"\W+", "Words, words."), re.findall(r"[^aeiou\s]+", "hello you"), re.sub("", "-", "ab"))
print(m.expand(r"\1/\g<month>"), re.match("(a)|(b)", "b").groups(), re.match("(a)?b", "b").groups("none"), repr(re.match("ab", "abc")), re.match("(a)(b)?", "a")[2])
for wrong in ("(", "[a", "*a", "a{2,1}", "(?P<x>a)(?P<x>b)", r"\1", "(?z)", "a**", r"(?P<1>a)", "[z-a]"):
    try:
        re.compile(wrong)
    except re.error as error:
        print(error, error.pos)
try:
    m.group("nope")
except IndexError as error:
    print(error)
