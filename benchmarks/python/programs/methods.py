"""Calls methods of objects and reads and writes their attributes."""

import time


class Counter:
    def __init__(self, step):
        self.step = step
        self.value = 0

    def add(self, amount):
        self.value += amount * self.step
        return self.value


class Doubler(Counter):
    def add(self, amount):
        return super().add(amount * 2)


def drive(counter, rounds):
    for i in range(rounds):
        counter.add(i & 3)
    return counter.value


begun = time.perf_counter()
print(drive(Counter(3), 3_000_000))
print(drive(Doubler(2), 1_000_000))
print(time.perf_counter() - begun)
