"""Sums what generators yield."""

import time


def squares(count):
    for i in range(count):
        yield i * i % 1000


def pairs(values):
    previous = None
    for value in values:
        if previous is not None:
            yield previous, value
        previous = value


begun = time.perf_counter()
total = 0
for a, b in pairs(squares(2_000_000)):
    total += abs(a - b)
print(total)
print(time.perf_counter() - begun)
