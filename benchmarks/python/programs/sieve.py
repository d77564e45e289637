"""The sieve of Eratosthenes over a list."""

import time


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(limit**0.5) + 1):
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return [i for i, prime in enumerate(flags) if prime]


begun = time.perf_counter()
print(len(sieve(5_000_000)))
print(time.perf_counter() - begun)
