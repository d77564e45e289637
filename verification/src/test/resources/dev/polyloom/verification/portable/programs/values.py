from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

table = {"b": 2, "a": [1, 2.5, None], (1, 2): {"x"}}
table |= {"c": b"bytes\x00"}
print(table, len(table), "a" in table, list(table)[::-1])
print(f"{3.14159:>10.3f}|{42:#x}|{'mid':^9}|{1234567:,}|{0.000012345!r}|{True!s:>6}")
print("%-6s|%05d|%.3e|%r" % ("left", 42, 12345.678, "it's"))
big = 2**100 + 3**50
print(big, big % 97, big // 10**20, -big >> 70, hex(big), (big * big) & 0xFFFF)
print(9223372036854775807 + 1, -(2**63) - 1, 3037000500 * 3037000500, 2**31 * 2**31 * 2)
print(7 // -2, 7 % -2, divmod(-7, 2), round(2.5), round(1234.567, -2), 1e16, 0.1 + 0.2)
print("ß".upper(), "naïve".encode(), "𝄞x"[0], list("a𝄞"), "Straße".casefold(), ord("€"))
print(Counter("abracadabra").most_common(2), deque([1, 2, 3], maxlen=2))
groups = defaultdict(list)
for word in "the quick brown fox jumps over the lazy dog".split():
    groups[len(word)].append(word)
print(dict(groups), namedtuple("P", "x y")(1, y=2), OrderedDict(a=1))
print({3, 1, 2} | {5}, frozenset([1]), sorted({"b", "a"}), (1,) * 3, [0] * 2 + [1])
first, *rest = range(5)
match rest:
    case [1, *more] if len(more) == 3:
        print("matched", first, more)
