from collections import deque
from collections.abc import (
    Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping,
    MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized,
)

values = [[], (), {}, set(), "", b"", range(1), deque(), iter([]), (i for i in ()), print, int, 1]
kinds = [Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping,
         MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized]
for value in values:
    print(kinds.index(Sized), [k.__name__ for k in kinds if isinstance(value, k)])


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return self.n - i


c = Countdown(4)
print(list(c), 3 in c, c.index(2), c.count(9), list(reversed(c)), isinstance(c, Iterable))


class Bag(MutableMapping):
    def __init__(self):
        self.store = {}

    def __getitem__(self, key):
        return self.store[key]

    def __setitem__(self, key, value):
        self.store[key] = value

    def __delitem__(self, key):
        del self.store[key]

    def __iter__(self):
        return iter(self.store)

    def __len__(self):
        return len(self.store)

    def __repr__(self):
        return f"Bag({self.store})"


b = Bag()
b["x"] = 1
b.update(y=2, z=3)
print(b, b.pop("x"), b.get("q", "none"), list(b.items()), list(b.keys()), list(b.values()))
print("y" in b, b.setdefault("w", 7), b == {"y": 2, "z": 3, "w": 7}, b.popitem(), b.keys())
b.clear()
print(len(b), bool(b))


class Letters(Set):
    def __init__(self, items):
        self.items = sorted(set(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


x, y = Letters("abc"), Letters("bcd")
print(list(x & y), list(x | y), list(x - y), list(x ^ y), x <= y, Letters("a") < x, x == Letters("cab"))
print(x.isdisjoint(Letters("xyz")))


class Partial(Mapping):
    def __len__(self):
        return 0


try:
    Partial()
except TypeError as error:
    print(error)


class Up(Iterator):
    def __init__(self):
        self.i = 0

    def __next__(self):
        self.i += 1
        if self.i > 3:
            raise StopIteration
        return self.i


print(list(Up()), issubclass(list, Sequence), issubclass(Up, Iterable))
