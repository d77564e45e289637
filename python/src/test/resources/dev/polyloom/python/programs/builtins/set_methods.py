a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {3} < a, a >= {1}, a.isdisjoint({9}), a == {4, 3, 2, 1})
print(a.union([7], (8,)), a.intersection([1, 2], {2}), a.difference("x", [1]), a.symmetric_difference([1, 100]))
a.add(10)
a.discard(1)
a.discard("absent")
a.remove(2)
print(a)
a.update([1], {2})
a.difference_update({1})
a.intersection_update({2, 3, 10})
a.symmetric_difference_update({3, 7})
print(sorted(a), len(a), 7 in a, bool(set()), set(), frozenset(), {1}.copy())
f = frozenset([1, 2])
print(f, f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])))
print({f: "set as key"}[frozenset([2, 1])], {1, 1.0, True}, {0.0, -0.0}, sorted({"b", "a"}), set("aab") == {"a", "b"})
print(frozenset("ab").issubset("abc"), {1, 2}.issuperset([1]), sorted({c for c in "hello"}))
print({1, 2} < {1, 2}, {1} < {2}, {1} > set(), not {1} <= {2})
s = {5}
print(s.pop(), s)
t = {1, 2}
u = t
t |= {3}
print(u, t is u)
v = w = frozenset([1])
v |= {2}
print(v, w)
print(set(range(5)) & set(range(3, 8)), set([3, 1, 2]), {10, 9, 8}, {-1, -2, 0})
for wrong in (
    lambda: {1}.remove(9),
    lambda: {1}.remove("x"),
    lambda: set().pop(),
    lambda: {[1]},
    lambda: {{1}},
    lambda: {1} | [2],
    lambda: {1} - [1],
    lambda: {1} < [1],
    lambda: set(5),
    lambda: hash({1}),
    lambda: frozenset().add(1),
    lambda: set([1])[0],
    lambda: {1} + {2},
    lambda: {1}.update(5),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
changing = {1, 2, 3}
try:
    for x in changing:
        changing.add(x + 10)
except RuntimeError as error:
    print(error)
