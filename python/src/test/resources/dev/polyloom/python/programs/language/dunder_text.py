class Money:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Money({self.n!r})"

    def __str__(self):
        return f"${self.n}"

    def __format__(self, spec):
        return format(self.n, spec) + "$" if spec else str(self)

    def __bytes__(self):
        return b"money"


class OnlyRepr:
    def __repr__(self):
        return "<only>"


class Bad:
    def __str__(self):
        return 5

    def __repr__(self):
        return None


m = Money(5)
print(m, repr(m), [m], {m: 1}, f"{m} {m!r} {m:.2f}", "%s %r" % (m, m), str([m, (m,)]), bytes(m), OnlyRepr(), str(OnlyRepr()), f"{OnlyRepr()!s:>8}")
for wrong in (lambda: str(Bad()), lambda: repr(Bad()), lambda: print([Bad()]), lambda: format(OnlyRepr(), "x"), lambda: bytes(OnlyRepr())):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
