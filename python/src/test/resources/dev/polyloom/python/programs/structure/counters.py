from collections import Counter, OrderedDict, defaultdict

c = Counter("mississippi")
print(c, c["s"], c["zzz"], len(c))
print(c.most_common(2), c.most_common())
print(sorted(c.elements()), c.total())
c.update("miss")
c.subtract({"i": 10})
print(c)
a = Counter(a=3, b=1)
b = Counter(a=1, b=2, c=0)
print(a + b, a - b, a & b, a | b, +b, -Counter(x=-2))
print(a == Counter(b=1, a=3), a <= Counter(a=5, b=5), a > b)
del a["zzz"]
a["new"] += 5
print(a, dict(a), Counter(), list(Counter([3, 1, 3])))
a += Counter(b=4)
print(a)
words = "the cat and the dog and the bird".split()
for word, count in Counter(words).most_common():
    print(f"{word:5}{count}")
d = defaultdict(list)
for k, v in [("x", 1), ("y", 2), ("x", 3)]:
    d[k].append(v)
print(d, dict(d), d.get("none"), "none" in d)
n = defaultdict(int, {"a": 1})
n["b"] += 1
print(n, n.default_factory, sorted(n))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"] = 1
print(t["a"]["b"])
try:
    defaultdict(None)["k"]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(3)
except TypeError as error:
    print(error)
nested = defaultdict(lambda: defaultdict(int))
nested["p"]["q"] += 2
print({k: dict(v) for k, v in nested.items()})
o = OrderedDict([("one", 1), ("two", 2), ("three", 3)])
o.move_to_end("one")
print(o)
o.move_to_end("three", last=False)
print(list(o.items()), o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
print(list(reversed(OrderedDict(a=1, b=2))), OrderedDict())
try:
    o.move_to_end("nope")
except KeyError as error:
    print(repr(error))
