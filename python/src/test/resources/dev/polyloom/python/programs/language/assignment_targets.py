class Obj:
    pass


o, d, l = Obj(), {}, [0, 0, 0]
o.x, d["k"], l[1], *rest = "a", "b", "c", "d", "e"
print(o.x, d, l, rest)
for o.i, (l[0], d["v"]) in enumerate([(1, 2), (3, 4)]):
    pass
print(o.i, l, d)
(a, b), [c, *e] = (1, 2), "xyz"
print(a, b, c, e)
a, b = b, a
x = [1, 2, 3]
x[0], x[1] = x[1], x[0]
i = 0
i, x[i] = 1, 99
print(a, b, x, i)
with open(__file__) as o.file:
    print(o.file.readable())
del o.x, d["k"], l[0:2]
print(hasattr(o, "x"), d, l)
[n for d["n"], n in []]
*z, = range(3)
print(z, [*z, *z], (*z,), {**{}})
(v) = 5
((w)) = (6,)
print(v, w)
x = y = [1]
x += [2]
x = x + [3]
print(x, y)
first, second = (lambda: ("f", "s"))()
print(first, second, *"ab", sep="|")
try:
    a, b = 1
except TypeError as error:
    print(error)
try:
    [a, b, c] = {1, 2}
except ValueError as error:
    print(error)
