from functools import cmp_to_key
from operator import attrgetter, itemgetter

rows = [("Ann", 3, "x"), ("Bob", 1, "y"), ("Cid", 3, "y"), ("Dan", 1, "x")]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(2, 1), reverse=True), sorted(rows, key=lambda r: (-r[1], r[0])))
data = rows[:]
data.sort(key=itemgetter(0), reverse=True)
data.sort(key=itemgetter(2))
print(data, [r[0] for r in sorted(sorted(rows), key=itemgetter(1))])


class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


vs = [Version(v) for v in ("1.10", "1.2", "1.2.1", "0.9")]
print(sorted(vs), max(vs), min(vs), sorted(vs, reverse=True), sorted(vs, key=attrgetter("parts"))[0])
print(sorted([True, 0, 2.5, -1]), sorted("bAaB", key=str.lower), sorted(["b", "a"], key=cmp_to_key(lambda a, b: (a > b) - (a < b))), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a")]), sorted([[2], [1, 5], []]), sorted([None], key=id))
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls, sorted([0.0, -0.0, 0]), sorted(range(5), key=lambda x: x % 2), list(reversed(sorted([1, 2], reverse=True))))
for wrong in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: [{}, {}].sort(), lambda: sorted([1j, 2j]), lambda: sorted(1), lambda: max(1, "a"), lambda: sorted([object(), object()])):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
big = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(big)[:5], sorted(big, reverse=True)[:3], sorted(big) == list(range(1000)))
