import itertools


def numbers():
    n = 1
    while True:
        yield n
        n += 1


def sieve(source):
    prime = next(source)
    yield prime
    yield from sieve(n for n in source if n % prime)


print(list(itertools.islice(sieve(itertools.count(2)), 10)), list(itertools.takewhile(lambda x: x < 30, (x * x for x in numbers()))))
trace = []


def loud(name, values):
    for v in values:
        trace.append(f"{name}{v}")
        yield v


print(next(x * y for x in loud("x", [1, 2]) for y in loud("y", [1, 2, 3]) if x * y == 4), trace)


class Lazy:
    def __init__(self, source):
        self.source, self.seen = iter(source), []

    def __getitem__(self, i):
        while len(self.seen) <= i:
            self.seen.append(next(self.source))
        return self.seen[i]

    def __iter__(self):
        for i in itertools.count():
            try:
                yield self[i]
            except StopIteration:
                return


lazy = Lazy(x**3 for x in range(5))
print(lazy[2], lazy.seen, list(lazy), list(lazy))
gen = (i for i in range(10))
print(3 in gen, list(gen), sum(gen), any(x > 5 for x in iter([1, 9, 1 / 1])))
pipeline = (line.strip() for line in ["# c", " a=1 ", "", "b=2"])
pairs = (line.split("=") for line in pipeline if line and not line.startswith("#"))
print(dict(pairs), max(map(len, ["a", "bcd"])), list(map(lambda *xs: sum(xs), [1, 2], [3, 4], [5, 6])))
batches = iter(lambda it=iter(range(7)): list(itertools.islice(it, 3)), [])
print(list(batches), *zip(*[iter("abcdef")] * 2))
