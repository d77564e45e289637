from functools import cache, cached_property, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(x):
    calls.append(x)
    return x * x


print([square(i) for i in (1, 2, 1, 3, 2, 1)], calls, square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5), square.__name__)


@lru_cache(typed=True)
def kind(x, y=0):
    return type(x).__name__


print(kind(1), kind(1.0), kind(1, y=0), kind.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@lru_cache
def fails(x):
    calls.append("fails")
    raise ValueError(x)


for _ in range(2):
    try:
        fails(1)
    except ValueError as error:
        print(error, fails.cache_info().misses)
try:
    square([])
except TypeError as error:
    print(error)


class Data:
    def __init__(self, n):
        self.n = n

    @cached_property
    def double(self):
        print("computing")
        return self.n * 2


d = Data(4)
print(d.double, d.double, "double" in d.__dict__)
del d.double
d.n = 10
print(d.double)
