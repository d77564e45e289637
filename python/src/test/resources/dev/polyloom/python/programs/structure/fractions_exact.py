from fractions import Fraction as F
import math

a, b = F(3, 4), F("0.125")
print(a, repr(b), a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), -a, abs(F(-1, 2)), a**2, a**-1)
print(F(6, -4), F("3/7"), F("-1.5e1"), F(0.5), F(5), F(), F("  7 "), F(F(1, 2), F(3, 4)))
print(a + 1, 1 - a, 2 * a, 1 / a, a + 0.25, 0.5 * a, a**0.5, 2**F(1, 2), 7 // a, 7 % a)
print(a == F(6, 8), a == 0.75, a == 3, a < 1, a >= F(3, 4), a > 0.8, hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5))
print(float(a), int(F(7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)))
print(F(math.pi).limit_denominator(1000), F("3.1415926535897932").limit_denominator(10), a.numerator, a.denominator)
print(sum([F(1, 3)] * 3), max(F(1, 2), F(2, 3)), sorted([F(1, 2), F(1, 3), 0.4]), bool(F(0)), a.as_integer_ratio())
print(f"{F(1, 3)}", [str(F(i, 6)) for i in range(4)], {F(1, 2): "half"}[0.5])
for action in (lambda: F(1, 0), lambda: a / 0, lambda: F("x"), lambda: F(1.5, 2), lambda: F([]), lambda: a + "s"):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
harmonic = F(0)
for i in range(1, 20):
    harmonic += F(1, i)
print(harmonic)
