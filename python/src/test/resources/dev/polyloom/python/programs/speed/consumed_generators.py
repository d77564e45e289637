import threading
def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))
def isp(n):
    return n > 1 and all(n % d != 0 for d in range(2, int(n ** 0.5) + 1))
def work(n):
    return sum(i * i for i in range(n))
def deep(n):
    return 0 if n == 0 else 1 + sum(deep(n - 1) for _ in range(1))
print(work(10), sum(1 for i in range(100) if isp(i)), sum(x > 3 for x in [1, 5, 7]), sum(i * 2**60 for i in range(20)), sum(2**62 + i for i in range(5)))
print(any(x == 3 for x in [1, 2, 3]), all(x < 3 for x in (1, 2, 3)), any(not x for x in []), sum(1 for i in range(100) if is_prime(i)))
print(sum(i / 2 for i in range(5)), sum(i / 2 for i in range(0)), sum(len(w) for w in "a bb ccc".split()), sum(1 for a in range(3) for b in range(a)))
print(all(i < n for n in range(1, 4) for i in range(n)), any(a > b for a, b in [(1, 2), (3, 2)]), deep(30))
class V:
    k = 3
    n = sum(i for i in range(4))
    def f(self, xs):
        return sum(1 for x in xs if x == self.k)
print(V().f([3, 3, 4]), V.n)
def gen(n):
    for i in range(n):
        yield sum(j for j in range(i))
print(list(gen(5)), [sum(1 for x in range(i)) for i in range(3)])
def outer():
    t = 5
    def inner():
        nonlocal t
        t += 1
        return t
    return sum(t for _ in range(3) if inner()), any(inner() > 8 for _ in range(5)), t
print(outer())
try:
    print(sum(1 // (i - 2) for i in range(5)))
except ZeroDivisionError as e:
    print(e)
try:
    any(x > 1 for x in [0, "a"])
except TypeError as e:
    print(e)
print(sum((1 for i in range(3)), 10), max(sum(i for i in range(k)) for k in range(4)))
async def co():
    return sum(i for i in range(3))
import asyncio
print(asyncio.run(co()), sum(i for i in range(3)) / 2, -sum(i for i in range(3)), abs(sum(-i for i in range(3))))
g = 4
print(sum(g for _ in range(3)), not any(g == i for i in range(3)))
def clash(sum_=3):
    sum = 3
    return sum_ + sum
print(clash(), sum(True for _ in range(3)), sum(-0.0 for _ in range(2)))
with open(__file__) as f:
    print(sum(1 for line in f) > 3)


class Sum:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return NotImplemented if isinstance(other, Sum) and other.n < 0 else Sum(self.n + other.n)

    def __eq__(self, other):
        return isinstance(other, Sum) and self.n == other.n


class Late(Sum):
    def __radd__(self, other):
        return ("radd", other)


print((Sum(1) + Sum(2)).n, sum((Sum(i) for i in range(3)), Sum(4)).n, any(Sum(1) == Sum(i) for i in range(3)))
print((Sum(1) + Late(2))[0], 0.5 < 1, 2 ** 53 + 1 <= float(2 ** 53), 1.5 != 1.5, float("nan") != float("nan"), 3 != 3.0)
print(abs(-2 ** 63), abs(3 - 4j), abs(-0.5), abs(True), (1 + 2j) * (3 - 1j), (1j) - 1j)
try:
    Sum(1) + Sum(-1)
except TypeError as e:
    print(e)
Sum.__init__ = lambda self, n: setattr(self, "n", n * 10)
print(Sum(1).n)
Sum.__new__ = staticmethod(lambda cls, *a: object.__new__(Late))
print(type(Sum(2)).__name__, Sum(2).n)
try:
    Late()
except TypeError as e:
    print(e)


def ends(values):
    source = iter([1])
    try:
        return all(value == next(source) for value in values)
    except RuntimeError as e:
        return str(e)


def own_name(n):
    return sum(sum * 2 for sum in range(n))


print(ends([1]), ends([1, 1]), own_name(4))
