from collections import deque

d = deque("abc", maxlen=4)
d.append("d")
d.append("e")
d.appendleft("z")
print(d, d.maxlen, len(d), d[0], d[-1], "b" in d, d.index("c"), d.count("b"))
d.rotate(1)
print(d)
d.rotate(-2)
print(d, list(reversed(d)))
d.extend([1, 2])
d.extendleft([3, 4])
print(d, d.pop(), d.popleft(), d)
e = deque([1, 2, 3])
e.insert(1, "in")
e.remove(3)
e[0] = "first"
e.reverse()
print(e, e.copy() == e, e + deque([9]), e * 2, deque([1]) < deque([2]), deque() == deque())
del e[0]
e.clear()
print(e, bool(e), deque(range(5), 2), deque(maxlen=3))
for wrong in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque().remove(1), lambda: deque([1]).index(2), lambda: deque([1, 2, 3])[0:1], lambda: deque([1], maxlen=-1), lambda: deque("ab", 2).insert(0, "c")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
m = deque([1, 2])
try:
    for x in m:
        m.append(x)
except RuntimeError as error:
    print(error)
