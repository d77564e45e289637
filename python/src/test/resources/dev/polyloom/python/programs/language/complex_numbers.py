"""Arithmetic, text and parsing of complex numbers."""
z = 3 + 4j
print(z, repr(z), abs(z), z.real, z.imag, z.conjugate())
for a, b in ((1 + 2j, 3 - 1j), (2j, 2), (1.5, 1 - 1j), (True, 1j)):
    print(a + b, a - b, a * b, a / b, a == b, a != b)
print(-z, +z, z ** 2, z ** -1, z ** 0, 1j ** 2, (2 + 1j) ** (1 - 1j), 2 ** 1j)
print((-8) ** (1 / 3), (-1) ** 0.5)
print(1j, -1j, 0j, -0j, complex(0, -0.0), complex(-0.0, 1), 1e20 + 1e-7j, complex("nan"), complex("inf"))
print(complex(), complex(1), complex(1, 2), complex("1+2j"), complex(" -2.5e3j "), complex("(3-4j)"), complex(1j, 2j))
print(f"{z:.2f} {z:>12} {z} {1 / 3 + 1j:.3g} {z!r:>10}", "%s" % z, format(2j, "+.1f"))
print(hash(2 + 0j) == hash(2), {2: "two"}[2 + 0j], 2 == 2 + 0j, bool(0j), bool(1j), sum([1j, 2, 3.5]))
for wrong in (
    lambda: 1j < 2,
    lambda: 1j // 2,
    lambda: 1j % 2,
    lambda: 1j / 0,
    lambda: 0j ** -1,
    lambda: complex("1 + 2j"),
    lambda: complex("1", 2),
    lambda: complex(1, "2"),
    lambda: complex([]),
    lambda: int(1j),
    lambda: divmod(1j, 2),
):
    try:
        print(wrong())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)


class Angle:
    def __complex__(self):
        return 1 + 1j


print(complex(Angle()), isinstance(1j, complex), type(1j))
