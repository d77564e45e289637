from collections import OrderedDict, defaultdict

d = OrderedDict([("b", 1), ("a", 2)], c=3)
print(d, list(d), d == {"a": 2, "b": 1, "c": 3}, d == OrderedDict(sorted(d.items())))
d.move_to_end("b")
print(list(d))
d.move_to_end("c", last=False)
print(list(d), d.popitem(), d.popitem(last=False), d)
print(list(reversed(OrderedDict(a=1, b=2))), OrderedDict.fromkeys("xyx", 0), OrderedDict(), d.copy() == d)
try:
    d.move_to_end("nope")
except KeyError as error:
    print(repr(error))
try:
    OrderedDict().popitem()
except KeyError as error:
    print(error)
groups = defaultdict(list)
for word in "apple bob avocado banana cherry".split():
    groups[word[0]].append(word)
print(groups, dict(groups), groups.default_factory, "z" in groups, groups.get("z"))
counts = defaultdict(int, a=5)
counts["a"] += 1
counts["b"] += 1
print(counts, counts["c"], len(counts))
tree = lambda: defaultdict(tree)
t = tree()
t["x"]["y"]["z"] = 1
print(dict(t["x"]["y"]), repr(defaultdict(None, {1: 2})), counts.copy() | {"q": 0})
try:
    defaultdict()["k"]
except KeyError as error:
    print(repr(error))
try:
    defaultdict(5)
except TypeError as error:
    print(error)
