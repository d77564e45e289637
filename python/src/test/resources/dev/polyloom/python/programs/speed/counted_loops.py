"""Loops over enumerate in all shapes."""


def lazily(values):
    for i, value in enumerate(values):
        yield i * 10**18 * 10**18, value


class Pairs:
    def __init__(self):
        self.at = None
        self.all = {}

    def fill(self, values):
        for self.at, self.all["last"] in enumerate(values):
            self.all[self.at] = self.all["last"]
        return self.at, self.all


def grows():
    values = [1]
    seen = []
    for i, value in enumerate(values):
        seen.append((i, value))
        if i < 4:
            values.append(value * 2)
        i = i * 2**62
        seen.append(i)
    else:
        seen.append("end")
    return seen


def broken(values):
    for i, (a, *rest) in enumerate(values):
        if a == 3:
            break
    else:
        return "none"
    return i, a, rest


def late():
    for i, x in enumerate("ab"):
        yield lambda: (i, x)


def own_enumerate():
    def enumerate(values):
        return [(value, -1) for value in values]

    return [(i, value) for i, value in enumerate("xy")]


def shadowed(values):
    enumerate = zip
    return [(a, b) for a, b in enumerate(values, values)]


def unbound(values):
    for i, value in enumerate(values):
        pass
    return i


print(list(lazily("ab")))
print(Pairs().fill("xyz"))
print(grows())
print(broken([(1, 2), (3, 4, 5)]), broken([]))
print([f() for f in late()], [f() for f in list(late())])
print(own_enumerate(), shadowed([1, 2]))
print([i + j for i, x in enumerate("abc") for j, y in enumerate(x + "z") if y != "c"])
print({x: i for i, x in enumerate("hello")}, {i % 2 for i, _ in enumerate("hello")})
print(sum(i * len(x) for i, x in enumerate(["a", "bb", "ccc"])))
print([i for i, x in enumerate("ab", 5)], [pair for pair in enumerate("ab")])
for bad in (5, None):
    try:
        for i, x in enumerate(bad):
            print(i)
    except TypeError as error:
        print(error)
try:
    unbound([])
except UnboundLocalError as error:
    print(error)
for i, x in enumerate({"k": 1}):
    print(i, x)
print(i, x)
