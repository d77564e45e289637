import decimal
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation, getcontext, localcontext

a, b = Decimal("1.10"), Decimal("2.25")
print(a + b, a - b, a * b, a / b, b // a, b % a, -a, abs(Decimal("-3.0")), a**2, repr(a), a + 1, 3 * b)
print(Decimal(1) / Decimal(3), Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), Decimal(10) / 4, Decimal(100) / 10)
print(Decimal(0.1), Decimal(5), Decimal("1E+3"), Decimal("1E-10"), Decimal((1, (1, 2, 3), -2)), Decimal("1000000"))
print(Decimal("3.14159").quantize(Decimal("0.01")), Decimal("2.5").quantize(Decimal("1")), Decimal("2.675").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
print(Decimal("7.999").quantize(Decimal("0.1"), ROUND_DOWN), round(Decimal("2.675"), 2), round(Decimal("3.5")), int(Decimal("-3.7")))
print(Decimal(2).sqrt(), Decimal("2") ** 10, Decimal("2") ** -1, a < b, a == 1.1, Decimal("1.0") == 1, max(a, b), sorted([b, a]))
print(f"{Decimal('1234567.891'):,.2f}", f"{a:.3f}", f"{a:10}|", f"{a:<8}|", f"{Decimal('0.256'):.1%}", f"{a:+}", f"{Decimal('5'):06.2f}")
print(Decimal("NaN"), Decimal("-Infinity"), Decimal("inf") > 5, Decimal("nan") == Decimal("nan"), Decimal("NaN").is_nan())
print(Decimal("1.50").normalize(), Decimal("100").normalize(), a.as_tuple(), Decimal("123.45").adjusted(), hash(Decimal(2)) == hash(2))
print(sum([Decimal("0.1")] * 10), float(a), bool(Decimal(0)), str(Decimal("1.00")), Decimal("12.7").to_integral_value())
for action in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal("abc"), lambda: Decimal([])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / 7, Decimal("123456.789") + 0)
print(getcontext().prec, Decimal(1) / 7)
getcontext().prec = 10
print(Decimal(2).sqrt(), decimal.getcontext().rounding, issubclass(InvalidOperation, ArithmeticError))
price = Decimal("19.99")
tax = (price * Decimal("0.0825")).quantize(Decimal(".01"), rounding=ROUND_HALF_UP)
print(tax, price + tax, {Decimal("1"): "one"}[1])
