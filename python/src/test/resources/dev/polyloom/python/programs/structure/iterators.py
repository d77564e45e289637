import itertools as it
import operator

print(list(it.islice(it.count(10, 5), 4)), it.count(3), it.count(1, 2), it.repeat(7, 2), it.repeat("x"))
print(list(it.islice(it.cycle("ab"), 5)), list(it.repeat(1, 3)))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([1, 2], initial=100)))
print(list(it.accumulate([1, 2, 3], operator.mul)), list(it.accumulate([])))
print(list(it.chain("ab", [1, 2])), list(it.chain.from_iterable(["ab", "cd"])))
print(list(it.compress("abcdef", [1, 0, 1, 0, 1, 1])))
print(list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(it.filterfalse(lambda x: x % 2, range(6))), list(it.filterfalse(None, [0, 1, "", 2])))
print(list(it.islice("abcdefg", 2)), list(it.islice("abcdefg", 2, 6, 2)), list(it.islice("abcdefg", 3, None)))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.pairwise("abcd")), list(it.pairwise([1])))
print(list(it.zip_longest("abc", [1], fillvalue="-")), list(it.zip_longest("a", "bc")))
for key, group in it.groupby("aaabbca"):
    print(key, list(group), end=" ")
print()
people = [("ann", 30), ("bob", 30), ("cy", 25)]
print({k: [n for n, _ in g] for k, g in it.groupby(people, key=lambda p: p[1])})
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()))
print(list(it.permutations([1, 2, 3])), list(it.permutations("abc", 2)), list(it.permutations([1], 2)))
print(list(it.combinations("abcd", 2)), list(it.combinations([1, 2], 3)), list(it.combinations([1], 0)))
print(list(it.combinations_with_replacement("ab", 2)))
a, b = it.tee(iter([1, 2, 3]))
print(next(a), list(b), list(a))
x, y, z = it.tee("ab", 3)
print(list(x), list(y), next(z))
data = iter(range(10))
print([list(it.islice(data, 3)) for _ in range(4)])
g = it.groupby([1, 1, 2])
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
for action in (
    lambda: list(it.islice([1], -1)),
    lambda: list(it.islice([1], 0, 5, 0)),
    lambda: it.combinations([1], -1),
    lambda: list(it.chain(1)),
    lambda: it.count("a"),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(sum(1 for _ in it.permutations(range(5))), sum(it.takewhile(lambda v: v < 50, (v * v for v in it.count()))))
