"""Adds up small remainders."""


def run(n):
    t = 0
    for i in range(n):
        t += i * i % 7
    return t


print(run(20_000_000))
