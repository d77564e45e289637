print(list(map(str.upper, "ab")), list(map(max, [1, 5], [3, 2], [2, 9])), list(map(int, ["1", " 2 "])), list(map(None.__class__, [])))
print(list(filter(lambda x: x % 2, range(6))), list(filter(None, [0, 1, [], "a"])), "".join(filter(str.isalpha, "a1b2")))
m = map(lambda x: 10 // x, [5, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError as error:
    print(error)
print(next(m), next(m, "end"), iter(m) is m, type(m).__name__, type(filter(None, [])).__name__)
seen = []
lazy = map(seen.append, [1, 2, 3])
print(seen, list(lazy), seen, list(map(lambda p: p[0] * p[1], {2: 3, 4: 5}.items())), sum(map(len, ["a", "bc"])), sorted(map(abs, [-3, 2])))
for wrong in (lambda: map(), lambda: list(map(5, [1])), lambda: list(filter(5, [1])), lambda: map(str, 5)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
