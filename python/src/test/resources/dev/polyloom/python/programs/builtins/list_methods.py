a = [3, 1, 2]
a.append([4])
a.extend("ab")
a.extend(x for x in (5,))
print(a, len(a), a.index("a"), a.count(1), a.pop(), a.pop(0), a)
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
print(a)
a.remove("a")
a.reverse()
print(a, a.copy() == a, a.copy() is a)
a.clear()
print(a, [] == a, [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 99], [1, 2] == [1.0, 2.0], [] or "empty")
words = ["banana", "Apple", "cherry", "apple", "Banana"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
words.sort(key=lambda w: (len(w), w.lower()))
print(words)
people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dan", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
print([1, 2] * 2, 2 * [0], [1] * -1, [1, 2] + [3], [[]] * 2)
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid)
b = [1]
b.append(b)
print(b, b[1] is b, repr([b]))
print(3 in [1, 2, 3], [1] in [[1]], list("abc"), list({"x": 1}), list(range(0, 10, 4)), [*reversed([1, 2, 3])])
print(min([3, 1, 2]), max("b", "a"), min([], default="none"), max([1, -5], key=abs), sum([[1], [2]], []), sum([1, 2], 10))
print(list(enumerate("ab", 5)), list(zip([1, 2, 3], "ab")), list(map(lambda x, y: x + y, [1, 2], [10, 20])), list(filter(None, [0, 1, "", "x"])))
changing = [1, 2, 3]
for x in changing:
    if len(changing) < 6:
        changing.append(x * 10)
print(changing)
for wrong in (
    lambda: [1].index(2),
    lambda: [1].remove(2),
    lambda: [1, "a", 2].sort(),
    lambda: [1] + (2,),
    lambda: [1] * "a",
    lambda: [1].extend(5),
    lambda: list(5),
    lambda: sorted([1], key=5),
    lambda: max([]),
    lambda: min(5),
    lambda: sum(["a"]),
    lambda: list(zip([1], [1, 2], strict=True)),
    lambda: hash([]),
    lambda: {[1]: 2},
    lambda: [1, 2] < [1, "x"],
    lambda: [].insert(1),
    lambda: len(5),
    lambda: next([]),
    lambda: reversed({1, 2}),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
