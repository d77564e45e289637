# Comprehensions over ranges: their bounds, their scopes and what they give.
def table(n):
    return [[i * j for j in range(i, n)] for i in range(n)]


def pairs(a, b):
    return {(i, j) for i in range(a) for j in range(i, b) if (i + j) % 2}


class Bound:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("asked", self.value)
        return self.value


print(table(4), table(0))
print(sorted(pairs(3, 5)))
print({i: [k for k in range(i)] for i in range(2, 5)})
print([f() for f in [lambda: i for i in range(3)]])
print([i for i in range(-3, 3)], [i for i in range(5, 1)], [i for i in range(9, 0, -4)])
print([x for x in range(Bound(1), Bound(3))], sum(x for x in range(Bound(2))))
print([(x, y) for x in range(2) for y in range(Bound(x), Bound(2))])
print(any(i > 3 for i in range(6)), all(i > 3 for i in range(2, 6)), sum(1 for _ in range(4)))
i = "kept"
print([i for i in range(2)], i)
n = 3
print([n for n in range(n)], n)
for wrong in (2.5, "a", None):
    try:
        print([x for x in range(wrong)])
    except TypeError as e:
        print(e)
    try:
        print(sum(x for x in range(0, wrong)))
    except TypeError as e:
        print(e)
frm, to, source = 1, 2, 3
print([to + source for to in range(frm, 4)], [source for source in range(to)])


def shadow(range):
    return [x for x in range(3)]


print(shadow(lambda n: "abc"[:n]))
lazy = (x * n for x in range(n))
n = 10
print(list(lazy))
print(max(1, 2.0), min(1, 1.0), max("b", "a"), min([1], [0, 5]), max(True, 1), max(3, 2**70))
try:
    max(1, "a")
except TypeError as e:
    print(e)
try:
    min("a", 1)
except TypeError as e:
    print(e)
