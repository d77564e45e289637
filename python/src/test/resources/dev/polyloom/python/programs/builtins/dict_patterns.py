text = "one fish two fish red fish blue fish"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts, sorted(counts, key=lambda w: (-counts[w], w)), {v: k for k, v in counts.items()})
groups = {}
for word in text.split():
    groups.setdefault(len(word), []).append(word)
print(groups, {k: sorted(set(v)) for k, v in groups.items()}, [*groups], dict(sorted(groups.items(), reverse=True)))
inventory = {"apple": {"price": 1.5, "qty": 10}, "pear": {"price": 2, "qty": 0}}
print(sum(i["price"] * i["qty"] for i in inventory.values()), [k for k, v in inventory.items() if not v["qty"]], inventory.get("fig", {}).get("price", "none"))
merged = {**inventory["apple"], "price": 9} | {"new": None}
print(merged, list(merged.items())[-1], {k: merged[k] for k in merged.keys() & {"qty", "new"}} == {"qty": 10, "new": None})
while counts:
    key, value = counts.popitem()
    print(key, value, end=" ")
print(counts)
d = dict.fromkeys(["a", "b"], [])
d["a"].append(1)
print(d, d["a"] is d["b"], list(map(d.get, "abc")), len(d), {}.get("k"), {1: {2: {3: "deep"}}}[1][2][3])
keys = list(d)
for k in keys:
    del d[k]
print(d, not d, dict(a=1, **{"b": 2}), dict([["k", 1]]), dict({"x": 1}.items()), "a" in {"a": None}, {"a": None}.get("a", 5))
