from fractions import Fraction as F

print(F(3, 6), repr(F(-4, 8)), F("0.25"), F("3/9"), F(0.5), F("1e-3"), F(5), F(), F(" -1/2 "), F(2, -4), F(F(1, 2), F(3, 4)))
print(F(1, 2) + F(1, 3), F(1, 2) - 1, 2 * F(3, 4), F(1, 2) / F(3, 4), F(7, 2) // 1, F(7, 2) % 1, F(-7, 2) // 2, F(1, 2) ** 3, F(4, 9) ** 0.5, F(2, 3) ** -2, 2 ** F(1, 2), -F(1, 2), abs(F(-1, 2)), divmod(F(7, 2), F(1, 2)))
print(F(1, 2) + 0.5, F(1, 2) == 0.5, F(1, 3) < F(1, 2) < 1, hash(F(2, 1)) == hash(2), F(1, 3) == 1 / 3, int(F(7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(22, 7), 2), bool(F(0)))
print(F(22, 7).numerator, F(22, 7).denominator, F("3.14159265").limit_denominator(100), F.from_float(0.1), F(0.1).limit_denominator(), F(3, 2).as_integer_ratio(), sum([F(1, n) for n in range(1, 6)]), max(F(1, 2), F(2, 3)))
import math
print(math.floor(F(-1, 2)), math.ceil(F(1, 2)), math.trunc(F(-3, 2)), sorted([F(1, 2), F(1, 3), 0.4]), {F(1, 2): "half"}[0.5], str(F(4, 2)))
for wrong in (lambda: F(1, 0), lambda: F("x"), lambda: F(1, 2) / 0, lambda: F(0) ** -1, lambda: F("1/0"), lambda: F(1.5, 2), lambda: F(None), lambda: F(1, 2) + "x", lambda: F(float("nan")), lambda: F(1, 2) < "x", lambda: F(3, 2).limit_denominator(0)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
