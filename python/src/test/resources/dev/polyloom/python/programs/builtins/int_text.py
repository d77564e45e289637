print(f"{255:x} {255:#X} {255:b} {255:#o} {-255:08x} {255:_b} {1234567:,} {1234567:_}")
print(f"{42:5d}|{42:<5}|{42:^5}|{42:>5}|{42:05}|{42:+d}|{-42: d}|{42: d}|{42:*^7}")
print(f"{65:c} {1e3:n} {12:e} {3:.2f} {7:%} {True:d} {False}")
print(int("0x1f", 16), int("0b101", 0), int("0o17", 0), int("  -12_3 "), int("z", 36), int(b"12"), int(-3.9))
print(bin(-5), oct(8), hex(-255), bin(0))
print((255).to_bytes(2, "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\x01\x00", "big"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), (1000).bit_length(), (255).bit_count(), (-1).bit_length())
print((7).as_integer_ratio(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator)
print(divmod(-7, 2), divmod(7, -2), divmod(-7.5, 2), -7 // 2, -7 % 3, 7 % -3, pow(3, -1, 7), pow(2, 10, 1000))
print(round(1250, -2), round(1350, -2), round(-15, -1), round(12345, 2), 2**100, -(2**65) // 3)
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 == True, 10**20 == 1e20, 2**53 + 1 == 2.0**53)
print(~5, 5 & -2, 5 | -8, 5 ^ -1, -17 >> 2, 1 << 70, (1 << 70) >> 68)
print(hash(2**61 - 1), hash(-1), hash(2**61), hash(10**30), hash(1.0), hash(0.5))
for wrong in (
    lambda: int("12a"),
    lambda: int("", 10),
    lambda: int("1__0"),
    lambda: int("9", 8),
    lambda: int("1", 1),
    lambda: int(None),
    lambda: int([1]),
    lambda: int(5, 10),
    lambda: int(float("nan")),
    lambda: int(float("inf")),
    lambda: (256).to_bytes(1, "big"),
    lambda: (-1).to_bytes(1, "big"),
    lambda: 1 << -1,
    lambda: 5 % 0,
    lambda: divmod(1, 0),
    lambda: 0**-1,
    lambda: pow(2, 5, 0),
    lambda: pow(2, -1, 4),
    lambda: f"{5:q}",
    lambda: f"{5:.2d}",
    lambda: f"{5:,x}",
    lambda: f"{-1:c}",
    lambda: hex(1.5),
    lambda: range(1.0),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
