class Range:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        i = 0
        while i < self.n:
            yield i
            i += 1

    def __reversed__(self):
        yield from range(self.n - 1, -1, -1)

    def __len__(self):
        return self.n

    def __contains__(self, x):
        return isinstance(x, int) and 0 <= x < self.n


r = Range(4)
print(list(r), list(reversed(r)), len(r), 3 in r, 4 in r, 1.0 in r, [*r], max(r), sum(r), sorted(r, reverse=True), tuple(r), set(r) == {0, 1, 2, 3}, list(zip(r, r)), dict.fromkeys(r), any(r), all(r))
a, *b = r
print(a, b, list(map(str, r)), [x for x in r for y in r if x == y], "".join(str(x) for x in r), list(enumerate(r))[-1], list(filter(None, r)))


class Fib:
    def __init__(self):
        self.a, self.b = 0, 1

    def __iter__(self):
        return self

    def __next__(self):
        if self.a > 50:
            raise StopIteration
        value, self.a, self.b = self.a, self.b, self.a + self.b
        return value


f = Fib()
print(next(f), list(f), list(f), next(f, None), iter(f) is f)
it = iter(Range(2))
print(next(it), next(it))
try:
    next(it)
except StopIteration as stop:
    print(repr(stop), stop.value)
print(list(iter([].__len__, 0)), list(iter(iter([1, 2, 0, 3]).__next__, 0)))
