print(abs(-5), abs(-2.5), abs(3 + 4j), all([1, "x"]), any([0, ""]), bool([]), callable(print), callable(5))
print(chr(97), divmod(17, 5), pow(2, 3), round(3.14159, 2), sum((1, 2.5)), hex(10), id(None) == id(None))
print(sorted("bca", reverse=True), list(reversed("abc")), max("apple", "fig", key=len), min(3, 1, 2))
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), isinstance("x", int | str), type(5) is int)
print(getattr("x", "upper")(), getattr("x", "nope", "default"), hasattr([], "append"), hasattr(5, "append"))
print(list(map(int, "123")), list(filter(str.isdigit, "a1b2")), list(zip("ab", [1, 2], (True, False))))
print(repr("x"), ascii("ü"), str(1.0), format(3.14159, ".2f"), eval("1 + 2 * 3"), eval("x + y", {"x": 1}, {"y": 2}))
print(type("x").__name__, type(None).__name__, type(...).__name__, type(NotImplemented).__name__, type(print).__name__, type(len))
it = iter([1, 2])
print(next(it), next(it), next(it, None))
values = iter([3, 2, 1, 0, 9])
print(list(iter(lambda: next(values), 0)))
print(vars(type("T", (), {"a": 1})())  , dir(type("T", (), {"zeta": 1, "alpha": 2})())[-2:])
print(print("a", "b", sep="-", end="!\n"), print(), print(*[], sep="x"))
print(1, "two", 3.0, None, [4], sep=", ", end=".\n", flush=True)


class Box:
    def __init__(self):
        self.items = [1, 2]

    def __len__(self):
        return len(self.items)

    def __bool__(self):
        return False

    def __contains__(self, x):
        return x == "magic"

    def __iter__(self):
        yield from self.items

    def __reversed__(self):
        return iter("reversed")

    def __index__(self):
        return 3

    def __round__(self, n=None):
        return f"round {n}"

    def __abs__(self):
        return "abs"

    def __divmod__(self, other):
        return ("divmod", other)


box = Box()
print(len(box), bool(box), "magic" in box, list(box), "".join(reversed(box)), [0, 1, 2, 3][box], round(box), round(box, 1), abs(box), divmod(box, 2), hex(box), "x" * box, range(box))
setattr(box, "new", 1)
delattr(box, "items")
print(vars(box))
for wrong in (
    lambda: abs("x"),
    lambda: len(5),
    lambda: iter(5),
    lambda: next(5),
    lambda: sum("ab"),
    lambda: sum([1, "a"]),
    lambda: round("x"),
    lambda: isinstance(1, 5),
    lambda: issubclass(1, int),
    lambda: getattr(5, "x"),
    lambda: setattr(5, "x", 1),
    lambda: delattr(box, "items"),
    lambda: print(1, foo=2),
    lambda: print(1, sep=5),
    lambda: zip(1),
    lambda: map(str),
    lambda: list(map(1, [1])),
    lambda: pow("a", 2),
    lambda: divmod("a", 2),
    lambda: vars(5),
    lambda: eval("1 +"),
    lambda: sorted(5),
    lambda: object().x,
    lambda: object(1),
    lambda: type("x", 5),
    lambda: bool(1, 2),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
