class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return f"V{self.parts}"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def __mul__(self, k):
        return Vector(*(p * k for p in self.parts)) if isinstance(k, (int, float)) else NotImplemented

    def __rmul__(self, k):
        return self * k

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __neg__(self):
        return self * -1

    def __pos__(self):
        return self

    def __invert__(self):
        return Vector(*reversed(self.parts))

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __getitem__(self, i):
        return self.parts[i]

    def __len__(self):
        return len(self.parts)

    def __call__(self, f):
        return Vector(*map(f, self.parts))

    def __pow__(self, n, mod=None):
        return f"pow {n} {mod}"

    def __rsub__(self, other):
        return f"{other} - {self}"

    def __truediv__(self, other):
        return "truediv"

    def __lshift__(self, other):
        return "lshift"

    def __rand__(self, other):
        return "rand"


v, w = Vector(1, 2), Vector(3, 4)
print(v + w, v * 2, 3 * v, v @ w, -v, +v is v, ~v, v == Vector(1, 2), v != w, v in [Vector(1, 2)], {v: 1}[Vector(1, 2)])
print(v[0], v[-1], v[:1], len(v), [*v], v(str), v**2, pow(v, 2, 5), 10 - v, v / 1, v << 1, 5 & v)
a, b = v
print(a, b, bool(v), bool(Vector()))
for wrong in (
    lambda: v + 1,
    lambda: 1 + v,
    lambda: v - w,
    lambda: v * "x",
    lambda: v < w,
    lambda: v >= 1,
    lambda: v % 2,
    lambda: 1 / v,
    lambda: v // 1,
    lambda: v | 1,
    lambda: v @ 5,
    lambda: sum([v, w]),
    lambda: v[5],
    lambda: v.nope,
    lambda: int(v),
    lambda: float(v),
    lambda: abs(v),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


class OnlyEq:
    def __eq__(self, other):
        return True


try:
    hash(OnlyEq())
except TypeError as error:
    print(error)
print(OnlyEq() != 5, 5 == OnlyEq(), OnlyEq() is None)
