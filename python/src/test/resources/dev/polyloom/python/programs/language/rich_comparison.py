"""Comparison and arithmetic by methods that may give any value or decline."""


class Field:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return f"{self.name} = {show(other)}"

    def __ne__(self, other):
        return f"{self.name} <> {show(other)}"

    def __lt__(self, other):
        return f"{self.name} < {show(other)}"

    def __ge__(self, other):
        return f"{self.name} >= {show(other)}"

    __hash__ = None


def show(value):
    return value.name if isinstance(value, Field) else repr(value)


f = Field("age")
print(f == 3, 3 == f, f != None, None != f, f < 3, 3 > f, f >= Field("x"), 1 <= f)
print(1 < 2 > f, (f == 1) and 5, not f == 2, [f == 1, f != 1], {"k": f < 0})
try:
    hash(f)
except TypeError as e:
    print(e)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"Money({self.cents})"

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        return NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __iadd__(self, other):
        self.cents += other.cents
        return self

    def __mul__(self, n):
        return Money(self.cents * n)

    __rmul__ = __mul__

    def __eq__(self, other):
        return NotImplemented if not isinstance(other, Money) else self.cents == other.cents

    def __lt__(self, other):
        return NotImplemented if not isinstance(other, Money) else self.cents < other.cents

    def __neg__(self):
        return Money(-self.cents)

    def __abs__(self):
        return Money(abs(self.cents))

    def __bool__(self):
        return self.cents != 0

    def __index__(self):
        return self.cents

    def __round__(self, digits=None):
        return ("rounded", digits)

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __rpow__(self, other):
        return ("rpow", other)

    def __contains__(self, coin):
        return coin in (1, 2, 5)


a, b = Money(5), Money(7)
same = a
a += b
print(a, same is a, a + b, sum([a, b]), 2 * b, b * 2, -a, abs(-a), a == Money(12), a != 12, a == 12)
print(a < Money(20), a > b, sorted([a, b, Money(1)]), max(a, b), bool(Money(0)), [10, 11, 12][Money(1)], hex(a), range(Money(2)))
print(round(a), round(a, 2), divmod(a, 3), divmod(3, a), 2 ** a, 5 in a, 3 in a, "ab" * Money(2))
for wrong in (lambda: a + 1, lambda: 1 + a, lambda: a < 3, lambda: a - b, lambda: ~a, lambda: "x" + a, lambda: [] + a):
    try:
        print(wrong())
    except TypeError as e:
        print("TypeError", e)


class Text(str):
    def __add__(self, other):
        return Text("T:" + str.__add__(self, other))

    def __radd__(self, other):
        return Text("R:" + other + str(self))


print(Text("a") + "b", "a" + Text("b"), type("a" + Text("b")).__name__, Text("x") == "x", Text("a") * 2)
