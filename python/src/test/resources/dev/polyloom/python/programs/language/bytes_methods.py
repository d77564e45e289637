"""Methods of bytes, bytearray and memoryview."""
b = b"the quick brown fox"
print(b.split(), b.split(b" ", 1), b.rsplit(b" ", 1), b.partition(b" "), b.rpartition(b"z"))
print(b.find(b"quick"), b.find(113), b.index(b"o"), b.rindex(b"o"), b.count(b"o"), b.count(111, 5), b.rfind(b"x", 0, 5))
print(b.replace(b"o", b"0", 1), b.upper(), b.title(), b.capitalize(), b"AbC".swapcase(), b.startswith((b"a", b"the")))
print(b"  x ".strip(), b"xxaxx".lstrip(b"x"), b"xxaxx".rstrip(b"x"), b"7".zfill(3), b"a\tb".expandtabs(4))
print(b"ab".center(6, b"*"), b"ab".ljust(4), b"ab".rjust(4), b"a\nb\r\nc".splitlines(), b"a\nb".splitlines(True))
print(b"abc".isalpha(), b"1".isdigit(), b"aB1".isalnum(), b" ".isspace(), b"A".isupper(), b"a".islower())
print(b"abc".hex(), b"abcd".hex(":"), b"abcd".hex("-", 2), bytes.fromhex("61 62"), bytearray.fromhex("6364"))
print(b"hello".translate(bytes.maketrans(b"el", b"ip")), b"hello".translate(None, b"l"), b"x".join([b"1", bytearray(b"2")]))
print(b"%s|%d|%5.1f|%x|%c|%%" % (b"raw", 42, 3.14159, 255, 65), b"%a" % "é", bytes("é", "utf-8"), str(b"\xc3\xa9", "utf-8"))
print(b[0], b[-1], b[4:9], b[::-4], 113 in b, b"ick" in b, b"a" < b"b", b"a" * 3, b"a" + bytearray(b"b"), hash(b"a") == hash(b"a"))
a = bytearray(b"abc")
a.append(100)
a.extend([101, 102])
a += b"g"
a[0] = 65
a[1:3] = b"XYZ"
a.insert(1, 45)
print(a, a.pop(), a.pop(0), len(a), a.remove(88), a, a[::2], a == bytes(a), bytes(a))
a[::2] = b"123"[: len(a[::2])]
print(a)
del a[0], a[-1:]
a.reverse()
a *= 2
print(a, a.copy() is a, bytearray(3), bytearray("hé", "latin-1"), bytearray([1, 2]), list(a))
a.clear()
print(a, not a)
data = bytearray(b"0123456789")
view = memoryview(data)[2:8]
view[0] = 90
view[1:3] = b"ab"
print(data, view.tobytes(), view.tolist(), len(view), view[-1], view[::2].tobytes(), view == b"Zab567", view.readonly, view.nbytes)
for wrong in (
    lambda: bytes([256]),
    lambda: bytearray([256]),
    lambda: bytes("x"),
    lambda: bytes(-1),
    lambda: bytes(1.5),
    lambda: b"a" + "b",
    lambda: "b" + b"a",
    lambda: b"a".index(b"z"),
    lambda: b"a".split(""),
    lambda: b",".join(["a"]),
    lambda: bytearray().pop(),
    lambda: bytearray(b"a").remove(98),
    lambda: hash(bytearray()),
    lambda: b"a"[5],
    lambda: memoryview(b"a").__setitem__(0, 1),
    lambda: memoryview("a"),
    lambda: b"%s" % "text",
    lambda: b"\xff".decode(),
):
    try:
        print(wrong())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
