"""Fibonacci numbers by recursion."""

import time


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


begun = time.perf_counter()
print(fib(30))
print(time.perf_counter() - begun)
