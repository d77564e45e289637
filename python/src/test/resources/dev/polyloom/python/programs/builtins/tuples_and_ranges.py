t = (1, "a", 2.5)
print(t, t[1], t[-1], t[::-1], len(t), t.index("a"), t.count(1), t + (3,), t * 2, () * 3, (1,), ())
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == [1, 2], hash((1, 2)) == hash((1, 2)), tuple("ab"), tuple(range(3)))
print(1 in (1, 2), [*(1, 2)], max((1, 5), (2, 0)), sorted([(2, "b"), (1, "z"), (2, "a")]))
nested = (1, (2, [3]))
nested[1][1].append(4)
print(nested, nested is (nested))
r = range(2, 20, 3)
print(r, list(r), len(r), r[2], r[-1], r[1:4], r[::-1], 8 in r, 9 in r, r.index(11), r.count(5), r.start, r.stop, r.step)
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), bool(range(0)), range(10, 0, -3)[1])
print(list(range(5, 0, -2)), list(range(0, -5, -2)), len(range(-5, 5)), 5.0 in range(10), "a" in range(3))
print(repr(range(5)), repr(range(1, 5)), repr(range(1, 5, 2)), list(reversed(range(0, 7, 3))))
print(sum(range(101)), min(range(5, 1, -1)), max(range(3), default=None), any(range(1)), all(range(1, 3)), tuple(zip(range(2), "ab")))
print(isinstance(range(3), range), type(iter(())).__name__, type(iter([])).__name__, type(iter({})).__name__)
for wrong in (
    lambda: t.index(9),
    lambda: t[9],
    lambda: t + [1],
    lambda: t["a"],
    lambda: t.append(1),
    lambda: t.__setitem__(0, 1),
    lambda: tuple(5),
    lambda: (1, 2) < (1, "a"),
    lambda: hash((1, [])),
    lambda: range(1, 2, 0),
    lambda: range("a"),
    lambda: range(),
    lambda: range(1, 2, 3, 4),
    lambda: range(3)["x"],
    lambda: range(3).index(7),
    lambda: range(3) < range(4),
    lambda: (1,) * 1.5,
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
