"""Functions that are called directly, through their objects, and before they are there."""


def early():
    return later(1)


try:
    early()
except NameError as error:
    print(error)


def later(n):
    return n + 1


print(early())


def add(a, b):
    return a + b


def escaped(a):
    return a * 2


def recursive(n):
    if n == 0:
        return []
    return [n] + recursive(n - 1)


def even(n):
    if n == 0:
        return True
    return odd(n - 1)


def odd(n):
    if n == 0:
        return False
    return even(n - 1)


def nothing(n):
    if n > 1:
        return n


def either(n):
    if n:
        return 1
    return "none"


def vary(*args, **kwargs):
    return args, kwargs


def keyword(a, *, b=2):
    return a + b


def rebind(n):
    return n


first = rebind(1)


def rebind(n):
    return -n


def shadow(add):
    return add(1)


def outer(n):
    def inner(m):
        return n + m + later(m)

    return inner


def raises(n):
    return 10 // n


def apply(f, x):
    return f(x)


class Adder:
    def later(self, n):
        return later(n) * 10

    def add(self, n):
        return self.later(n) + add(n, 1)


print(add(1, 2), escaped(4), list(map(escaped, ["a", 1.5, 2**70])))
print(recursive(5), even(10), odd(7), nothing(1), nothing(2), either(0), either(1))
print(vary(1, 2, a=3), vary(*[1], **{"b": 2}), keyword(1), keyword(1, b=5))
print(first, rebind(1), shadow(lambda n: n + 100), outer(3)(4))
print(apply(raises, 5), Adder().add(2))
for bad in (
    lambda: add(1),
    lambda: add(1, 2, 3),
    lambda: add(1, c=2),
    lambda: keyword(1, 2),
    lambda: raises(0),
    lambda: raises(1.5) + "x",
):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
later = escaped
print(early())
del rebind
try:
    rebind(1)
except NameError as error:
    print(error)
print(add.__name__, recursive.__qualname__)


def depth(n):
    return depth(n + 1)


try:
    depth(0)
except RecursionError as error:
    print(type(error).__name__)
