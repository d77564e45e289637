print(int("12"), int(3.9), int(True), float("1.5"), float(3), str(1.0), str([1, "a"]), bool("0"), list("ab"), tuple([1]), set([1, 1]), dict([(1, 2)]), bytes("a", "ascii"), list({"k": 1}), complex("1j"), frozenset("a"))
print(ord("a"), chr(98), hex(255), oct(8), bin(5), int("ff", 16), int("0b11", 2), round(2.567, 1), repr("x"), ascii("é"), list(b"ab"), bytearray(b"x"), str(b"x", "utf-8"), "".join(chr(c) for c in (72, 105)))
print(int("-5"), float("-0"), float("1e-3"), int(" 7\n"), str(None), str(True), list(range(3)), list((1, 2)), tuple("ab"), sorted({2, 1}), list(map(float, ["1", "2.5"])), dict(enumerate("ab")), [*"xy"], int.from_bytes(b"\x01\x00", "little"))
class Temperature:
    def __int__(self):
        return 20

    def __float__(self):
        return 20.5

    def __index__(self):
        return 3

    def __complex__(self):
        return 1j


t = Temperature()
print(int(t), float(t), complex(t), [0, 1, 2, 3][t], range(t), bin(t), "abcd"[t])
for wrong in (lambda: int("1.5"), lambda: int(""), lambda: float("abc"), lambda: list(1), lambda: dict([1, 2]), lambda: set(5), lambda: tuple(None), lambda: bytes("a"), lambda: chr("a"), lambda: ord(5), lambda: int([]), lambda: float(None), lambda: complex([]), lambda: hex("a"), lambda: bytes([300]), lambda: dict(["abc"])):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
