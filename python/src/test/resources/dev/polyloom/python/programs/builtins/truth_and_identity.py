class Never:
    def __bool__(self):
        raise ValueError("no truth")


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for value in (0, 1, -1, 0.0, "", " ", [], [0], {}, {0: 0}, set(), None, (), ((),), b"", range(0), range(1), 0j, Sized(0), Sized(2), object, NotImplemented is None, Ellipsis):
    print(bool(value), end=" ")
print()
for wrong in (lambda: bool(Never()), lambda: not Never(), lambda: 1 if Never() else 2, lambda: bool(Sized(-1)), lambda: len(Sized("x")), lambda: [x for x in [Never()] if x], lambda: all([1, Never()])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(any([]), all([]), any([0, Sized(1)]), all([[], Never()]), not None, not not [0], [] == False, 0 == False, "" == 0, None == False)
print(isinstance(True, int), True + 1, True is (1 == 1), int("1") == True, {True: "t"}[1], [False, True].index(1), sum(map(bool, ["", "a", 0])), bool("False"), str(True).lower())
a = b = [1]
print(a is b, a == [1], a is [1], a is not b, id(a) == id(b), None is None, a in [[1]], [1] in (a,))
x = float("nan")
print(x != x, x is x, [x] == [x], x in (x,), (x,) == (x,), {x: 1} == {x: 1})
