d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), d.get("z"), d.get("z", 0), d.setdefault("e", []), d.setdefault("b", 5), len(d))
print(d.pop("e"), d.pop("zz", "default"), d.popitem(), d)
d.update({"x": 1}, y=2)
d.update([("z", 3)])
print(d, "x" in d, 1 in d)
print(dict(a=1), dict([("k", "v")]), dict(zip("ab", range(2))), dict({"p": 1}, q=2), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b"}, {"1": 1, 1: 2})
keys, values, items = d.keys(), d.values(), d.items()
del d["b"]
print(keys, values, items)
print(keys & {"a", "q"}, sorted(keys | {"q"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "n"}), ("a", 2) in items, 2 in values)
print(keys == {"a", "x", "y", "z"}, keys.isdisjoint({"m"}), list(reversed(d)), list(reversed(d.items())))
print({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], {"a": 1} | {"a": 2, "b": 3})
e = d.copy()
e["a"] = "copied"
print(d["a"], e["a"], d == e)
d.clear()
print(d, bool(d))
self_ref = {}
self_ref["me"] = self_ref
print(self_ref)


class Default(dict):
    def __missing__(self, key):
        return f"no {key}"


m = Default(x=1)
print(m["x"], m["y"], m.get("y"), m, isinstance(m, dict))
nested = {"a": {"b": [1, {"c": "deep"}]}}
print(nested["a"]["b"][1]["c"], {**nested, "a": 0})
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), max({"a": 3, "b": 7}, key={"a": 3, "b": 7}.get))
tuple_keys = {(1, 2): "t", frozenset({1}): "f", None: "n"}
print(tuple_keys[1, 2], tuple_keys[frozenset([1])], tuple_keys[None])
for wrong in (
    lambda: {}["missing"],
    lambda: {}[1, 2],
    lambda: {}.popitem(),
    lambda: {}.pop("k"),
    lambda: {[]: 1},
    lambda: dict(5),
    lambda: dict([1]),
    lambda: dict([(1, 2, 3)]),
    lambda: {} < {},
    lambda: {} + {},
    lambda: {"a": 1} | 5,
    lambda: hash({}),
    lambda: {}.update(5),
    lambda: {}.fromkeys(5),
    lambda: {}.keys()[0],
    lambda: {1: 2}.get(),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
it = iter({"a": 1, "b": 2})
print(next(it), next(it), next(it, "end"))
