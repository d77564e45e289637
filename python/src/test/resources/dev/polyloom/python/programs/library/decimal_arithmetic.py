from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal as D, InvalidOperation, getcontext, localcontext

print(D("0.1") + D("0.2"), D(1) / D(3), D("1.10") * 2, D("1e3"), D("1E+5") + 1, repr(D("1.50")), D(0.1), D("  3.5 "), D((1, (1, 2), -1)), D("1_000"))
print(D("2.675").quantize(D("0.01")), D("2.675").quantize(D("0.01"), ROUND_DOWN), D("2.5").quantize(D(1), ROUND_HALF_EVEN), D("2.5").quantize(D(1), ROUND_HALF_UP), D("2.1").quantize(D(1), rounding=ROUND_UP), round(D("2.675"), 2), round(D("2.5")))
print(D(7) // 2, D(-7) // 2, D(-7) % 3, divmod(D(7), 2), D(2) ** 10, D(2) ** D("0.5"), D(2).sqrt(), abs(D(-1)), -D("1.0"), D("1.200").normalize(), D("1e2").normalize(), D(100).normalize(), D("123.456").to_integral_value())
print(D("1.0") == D("1.00") == 1, D("0.5") == 0.5, D("1.1") > 1, hash(D(1)) == hash(1), max(D(1), D("1.5")), int(D("3.9")), float(D("0.1")), str(D("1.20")), bool(D(0)), sum([D("0.1")] * 3), D("1.23").as_tuple(), D("123").adjusted())
print(f"{D('1234.5'):,.2f} {D('0.005'):.2f} {D('1e-7')} {D('0.000001')} {D('12'):>6} {D('0.256'):.1%} {D('1E+3'):f}", D("NaN"), D("Infinity"), -D("Inf"), D("sNaN").is_nan(), D("1").compare(D(2)), D("1.5").as_integer_ratio())
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / D(7), D("123456") + 1, +D("1.234567"))
print(getcontext().prec, D(1) / 7, D(2).ln(), D(100).log10(), D(1).exp())
for wrong in (lambda: D("x"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) + 1.5, lambda: D("1") + "1", lambda: D(-1).sqrt(), lambda: int(D("NaN")), lambda: D(1) % 0, lambda: D(None), lambda: int(D("Inf")), lambda: D("NaN") < 1):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
