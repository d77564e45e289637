class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), list(c), 2 in c, sum(c), max(c), sorted(c), tuple(zip(c, c)), [*c, *c])
a, b, d = c
print(a, b, d, dict(zip("xyz", c)), "-".join(map(str, c)))


class Old:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError("too far")
        return index * index


old = Old()
print(list(old), 4 in old, 5 in old, [x for x in old], list(reversed([*old])))
first, *rest = old
print(first, rest)


class Broken:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return self


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("in next")


for make in (Broken, NoNext, Raises, object):
    try:
        list(make())
    except Exception as error:
        print(type(error).__name__, error)
    try:
        for _ in make():
            pass
    except Exception as error:
        print(type(error).__name__, error)
it = iter("abcdef")
print([x + y for x, y in zip(it, it)])
it = iter(range(10))
for x in it:
    if x == 3:
        break
print(next(it), list(it), list(it))
e = enumerate(["a"])
print(iter(e) is e, next(e), next(e, None))
print(list(iter(iter([1]))), iter(c) is iter(c))
z = zip()
print(list(z), list(zip("abc")), list(zip(range(3), strict=True)))
