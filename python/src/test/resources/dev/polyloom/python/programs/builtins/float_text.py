for value in (0.1, 1e16, 1e15, 1e-5, 0.0001, 123456789.123456789, -0.0, 1e308 * 10, float("nan"), 5e-324, 1.7976931348623157e308, 100.0, 1 / 3):
    print(value, repr(value), str(value), f"{value:.3f}", f"{value:e}", f"{value:g}", f"{value:10.2g}|")
print(f"{3.14159:.0f} {2.5:.0f} {3.5:.0f} {0.5:.0f} {-2.5:.0f} {1e10:,.2f} {1234.5:_.1f}")
print(f"{0.000123:g} {123456789:g} {1e5:g} {1e-5:#.3g} {100:#g} {0.5:%} {0.12345:.1%}")
print(f"{3.0:+} {3.0:08.2f} {-3.0:=+9.2f} {3.0:x>9} {float('inf'):5} {float('-inf'):+f} {float('nan'):F}")
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.005, 2), round(1234.5678, -2), round(0.5), round(1e20))
print((0.1).hex(), (-2.5).hex(), float.fromhex("0x1.8p1"), float.fromhex("-0x0.1p-4"), (0.0).hex())
print((0.75).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (1e300).is_integer())
print(float(" 1_0.5e2 "), float("-Infinity"), float("NaN"), float(".5"), float("5."), float(10**22))
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, 1e16 + 1, 7.5 // 2, -7.5 // 2, 7.5 % -2, -0.0 % 5, 5.5 % 1e300)
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan < 1, max(1, nan), min(nan, 1), sorted([3.0, 1.5, -0.0, 0.0]))
print(2**0.5, 2**-1, (-8) ** (1 / 3), 4**0.5, 0.0**0, 1e200**1)
print(int(1e23), int(-1.99), 10**23 == 1e23, 1e23 == 10**23 - 8388608)
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), 1e308 + 1e308, -1e308 * 10)
for wrong in (
    lambda: float("1.2.3"),
    lambda: float("1e"),
    lambda: float(""),
    lambda: float("1__0"),
    lambda: float([]),
    lambda: 1.0 / 0,
    lambda: 1.0 // 0,
    lambda: 1.0 % 0,
    lambda: 0.0**-1,
    lambda: 1e200**2,
    lambda: round(nan),
    lambda: round(float("inf")),
    lambda: float(10**400),
    lambda: 10**400 / 3.0,
    lambda: float.fromhex("xyz"),
    lambda: f"{1.5:d}",
    lambda: f"{1.5:s}",
    lambda: (1.5).as_integer_ratio(1),
    lambda: 1.5 & 1,
    lambda: float("inf").as_integer_ratio(),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
