class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *rest, scale=1):
        return (self.n + x + sum(rest)) * scale


add = Adder(5)
print(add(1), add(1, 2, 3), add(1, scale=10), list(map(add, [1, 2])), callable(add), sorted([3, 1, 2], key=Adder(-2)))
compose = lambda *fs: (lambda x: [x := f(x) for f in fs][-1])
print(compose(add, str, len)(94), compose(lambda x: x * 2)(4))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max}
print({k: f(7, 3) for k, f in table.items()})


def curry(f, n):
    return f if n <= 1 else lambda x: curry(lambda *rest: f(x, *rest), n - 1)


print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3), (lambda *a, **k: (a, k))(1, x=2), (lambda: (yield))().__next__())
bound = [].append
bound(1)
print(bound.__self__, str.upper("x"), list(map(str.strip, [" a ", "b "])), int.__add__(2, 3), dict.get({"k": 1}, "k"))
for wrong in (lambda: 5(), lambda: "x"(), lambda: add(), lambda: add(1, nope=2), lambda: None(), lambda: [](1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
