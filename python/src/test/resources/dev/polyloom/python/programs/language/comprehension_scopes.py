x = "outer"
print([x for x in range(3)], x)
print({k: v for k, v in zip("abc", range(3))}, {len(w) for w in ("a", "bb", "cc")})
print([(i, j) for i in range(3) for j in range(i)])
print([[j * i for j in range(3)] for i in range(3)])
print([a if a % 2 else -a for a in range(6) if a > 1 if a != 4])
print([last := n for n in range(4)], last)
print([y for x in [1, 2] for y in [x, x * 10]])
print({i % 3: i for i in range(7)})


class Holder:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    try:
        crossed = [i for i in range(2) if i in items]
    except NameError as error:
        crossed = str(error)


print(Holder.doubled, Holder.crossed)
nested = [[1, [2, 3]], [4, []]]
print([leaf for first, rest in nested for leaf in [first, *rest]])
print(sum(i * i for i in range(10)), max((len(w), w) for w in "the quick brown".split()))
print([f"{k}={v!r}" for k, v in {"a": 1, "b": "x"}.items()])
lazy = (print("evaluated", i) or i for i in range(3))
print("made")
print(next(lazy))
fs = [lambda: n for n in range(3)]
print([f() for f in fs])
print(any(c.isdigit() for c in "ab1"), all([]), [*map(str, (i for i in "ab"))])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [*zip(*matrix)])
try:
    [1 / v for v in (1, 0)]
except ZeroDivisionError as error:
    print(error)
print([(a, b) for a, *b in ["xyz", "p"]])
