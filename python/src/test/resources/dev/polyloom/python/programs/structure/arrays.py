from array import array

a = array("i", [1, 2, 3])
a.append(4)
a.extend([5, 6])
print(a, len(a), a[0], a[-1], a[1:3], a.typecode, a.itemsize, list(a), sum(a))
a[0] = 10
a.insert(1, 7)
print(a.pop(), a.pop(0), a, a.index(3), a.count(2), 3 in a)
a.remove(3)
a.reverse()
print(a, a.tolist(), a + array("i", [9]), a * 2, a == array("i", [5, 4, 2, 7]), a < array("i", [6]))
b = array("b", b"ab")
print(b, b.tobytes(), array("h", [1, -1]).tobytes(), array("d", [1.5]), array("f", [0.1]), array("I"), array("B", range(3)))
b.frombytes(b"\xff")
print(b)
del a[0]
a[1:2] = array("i", [0, 0])
print(a)
for action in (
    lambda: a.append("x"),
    lambda: a.append(1.5),
    lambda: array("b", [200]),
    lambda: array("B", [-1]),
    lambda: array("z"),
    lambda: a[99],
    lambda: a.remove(42),
    lambda: array("i").pop(),
    lambda: a + [1],
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
