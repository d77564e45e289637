"""Ranges whose bounds no 64 bits hold for sure, powers of floats, and texts of numbers."""


def multiples(limit):
    found = []
    for i in range(2, int(limit**0.5) + 1):
        for j in range(i * i, limit + 1, i):
            found.append(j * 4_000_000_000)
            j += 2**62
        found.append(j)
    return found


def far(start):
    last = 0
    for j in range(start * start, start * start + 3):
        last = j
        last += 1
        other = last + j
        other -= 5
    return last, other, j * j


def climb(n):
    for j in range(n * n, n * n + 2):
        k = j
        for _ in range(3):
            k += 9_000_000_000_000_000_000
        m = -k
    return k, m


def powers(x, n):
    return x**n, x**2, 2**x, (n + 1) ** 0.5


print(multiples(20)[-5:])
print(far(3_000_000_000), climb(3_000_000_000))
for x in (0.5, -1.5, 3.0):
    for n in (0, 1, 3, 100):
        print(powers(x, n))
for wrong in (lambda: 0.0**-1, lambda: 0 ** -0.5, lambda: 10.0**400):
    try:
        print(wrong())
    except (ZeroDivisionError, OverflowError) as error:
        print(type(error).__name__)
print((-8) ** 0.5 == (-8.0) ** 0.5, (-2.0) ** 3, 2.0**-2)


class Named(str):
    def __str__(self):
        return "named " + str.__str__(self)

    def __format__(self, spec):
        return "formatted"


def texts(value):
    return [str(value), f"{value}", f"{value!r}", f"{value}{value}", "a" + str(value)]


for value in (1, -5, True, None, 2.5, 2**70, "x", Named("n"), [1], (1,)):
    print(texts(value))
print([str(i * 3) + str(i > 1) for i in range(3)], [f"{i:03d},{i:>4}" for i in (5, -5)])
width = 6
print([f"{x:{width}.2f}|{x:+}|{x:e}" for x in (1.0, 22.5)], f"{'é':é>4}", f"")
text = ""
for i in range(300):
    text += f"{i}"
    text += str(i)
print(len(text), text[-12:])


def shadow():
    str = repr
    return str("s")


print(shadow())
