import functools
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, reduce, total_ordering, wraps


def power(base, exponent, *, mod=None):
    return pow(base, exponent, mod)


square = partial(power, exponent=2)
two = partial(power, 2)
print(square(5), two(10), two(10, mod=7), square.func.__name__, square.args, square.keywords)
print(partial(print, "a", sep="-").keywords, partial(int, base=2)("101"))
print(repr(partial(int, base=2)))
nested = partial(partial(power, 3), 2)
print(nested(), nested.args)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 10))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        print("calling", function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


@logged
def add(a, b=1):
    """Adds."""
    return a + b


print(add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(2))


@lru_cache(maxsize=3)
def slow(n):
    print("computing", n)
    return n * n


for n in (1, 2, 1, 3, 4, 2):
    slow(n)
print(slow.cache_info(), slow.cache_info().hits, slow.cache_parameters())
slow.cache_clear()
print(slow.cache_info(), slow.__name__)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache
def area(*, w=1, h=1):
    return w * h


area(w=2)
area(w=2)
print(area.cache_info())


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        """Area of it."""
        print("computing area")
        return 3 * self.r**2

    @lru_cache(maxsize=None)
    def scaled(self, k):
        return self.r * k


c = Circle(2)
print(c.area, c.area, c.__dict__)
c.area = 5
print(c.area)
del c.area
print(c.area, c.scaled(3), c.scaled(3), Circle.scaled.cache_info())


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


a, b = Version(1), Version(2)
print(a <= b, a > b, a >= b, a < b, a != b, max(a, b).n)
print(sorted([5, 3, 9], key=cmp_to_key(lambda x, y: y - x)))
try:
    lru_cache(maxsize=2)(lambda x: x)([])
except TypeError as error:
    print(error)
try:
    @total_ordering
    class Bad:
        pass
except ValueError as error:
    print(error)
