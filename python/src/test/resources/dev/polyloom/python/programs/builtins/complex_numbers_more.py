import cmath

z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, z * 2, z / 2j, z**2, z == 3 + 4j, complex("1-2j"), complex(1), complex(0, -0.0), 1j**2, repr(2j), str(-1j), f"{z:.1f}")
print(z + 1, 1 - z, z * z.conjugate(), hash(complex(5)) == hash(5), bool(0j), complex(1, 2) == (1 + 2j), (1 + 0j) == 1, sum([1j, 2]), complex(" 1+1j "), 1e300j * 1e10)
print(cmath.sqrt(-1), cmath.phase(1j), cmath.polar(1j), cmath.isclose(cmath.exp(1j * cmath.pi), -1))
for wrong in (lambda: z < 1, lambda: int(z), lambda: float(z), lambda: z // 2, lambda: z % 2, lambda: complex("x"), lambda: complex("1", 2), lambda: z / 0, lambda: round(z), lambda: math.floor(z)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
