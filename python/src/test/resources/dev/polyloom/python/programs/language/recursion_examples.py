def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)


def flatten(x):
    return [y for z in x for y in flatten(z)] if isinstance(x, list) else [x]


def subsets(xs):
    return [[]] if not xs else [s + e for s in subsets(xs[1:]) for e in ([], [xs[0]])]


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def tree(n):
    if n:
        yield from tree(n // 2)
        yield n
        yield from tree(n // 3)


print(len(hanoi(6)), hanoi(2), flatten([1, [2, [3, []], 4]]), subsets([1, 2, 3]), ackermann(2, 3), gcd(1071, 462), even(100), list(tree(10)))
try:
    (f := lambda n: f(n + 1))(0)
except RecursionError as error:
    print(error)
print("{:.6f}".format((sqrt := lambda x, g=1.0, n=20: g if n == 0 else sqrt(x, (g + x / g) / 2, n - 1))(2)))
