import itertools as it

print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([1, 2], initial=10)))
print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["ab", "c"])), list(it.compress("abcd", [1, 0, "x", None])))
print(list(it.dropwhile(lambda x: x < 3, [1, 3, 1])), list(it.takewhile(str.isalpha, "ab1c")), list(it.filterfalse(None, [0, 1, "", 2])))
print([(k, list(g)) for k, g in it.groupby("aabccca")], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)])
print(list(it.islice("abcdef", 2)), list(it.islice("abcdef", 1, None, 2)), list(it.islice("abc", 5, 9)), list(it.pairwise("abcd")))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest("ab", "xyz", fillvalue="-")), list(it.zip_longest([1], [])))
a, b, c = it.tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c))
print(list(it.islice(it.count(5, -2), 4)), list(it.islice(it.count(0.5, 0.25), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 2)), it.count(3), it.repeat(1, 2))
g = it.groupby([1, 1, 2])
_, first = next(g)
next(g)
print(list(first))
for wrong in (lambda: it.islice("a", -1), lambda: it.islice("a", 0, 1, 0), lambda: list(it.chain(5)), lambda: it.tee([1], -1), lambda: next(it.cycle([])), lambda: it.combinations("ab", -1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
