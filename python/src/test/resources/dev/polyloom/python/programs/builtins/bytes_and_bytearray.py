b = b"Hello\x00\xff\n'\""
print(b, b[0], b[1:3], list(b[:3]), len(b), b.hex(), b.hex("-"), b.hex(":", 2), bytes.fromhex("48 65"), repr(b'"'))
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytearray(2), bytearray(b"ab"))
print(b"a,b".split(b","), b" x ".strip(), b"abc".replace(b"b", b"BB"), b"abc".find(b"c"), b"abc".find(99), b"aXb".lower(), b"ab".upper())
print(b"-".join([b"a", bytearray(b"b")]), b"abc".startswith(b"ab"), b"ab" in b"cabd", 97 in b"a", b"a" * 3, b"a" + b"b")
print(b"ab".center(6, b"*"), b"7".zfill(3), b"a b".title(), b"x=y".partition(b"="), b"ab\ncd".splitlines(), b"12".isdigit(), b"abab".count(b"ab"))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"caf\xc3\xa9".decode(), b"\xff".decode("latin-1"))
print(b"\xffa".decode("utf-8", "replace"), b"\xffa".decode("utf-8", "ignore"), b"\xff".decode("utf-8", "backslashreplace"), "é".encode("ascii", "replace"), "é€".encode("ascii", "xmlcharrefreplace"))
print(b"a" < b"b", b"a" == "a", b"ab" == bytearray(b"ab"), hash(b"a") == hash(b"a"), b"%s-%d-%x" % (b"a", 5, 255))
m = bytearray(b"hello")
m[0] = 72
m[1:3] = b"EYL"
m.append(33)
m.extend([63, 64])
m += b"?"
print(m, m.pop(), m.pop(0), m)
m.insert(0, 65)
m.remove(76)
m.reverse()
del m[::2]
print(m, bytes(m), m.hex())
m.clear()
print(m, bool(m), bytearray(b"x") * 2)
v = memoryview(bytearray(b"abcdef"))
print(v[1], v[1:3].tobytes(), len(v), v.tolist()[:2], v.readonly, bytes(v[::-1]))
v[0:2] = b"XY"
print(v.obj, v == b"XYcdef")
for wrong in (
    lambda: bytes([256]),
    lambda: bytes(-1),
    lambda: bytes("x"),
    lambda: bytes(1.5),
    lambda: b"a" + "b",
    lambda: b"abc"[5],
    lambda: b"a" < "a",
    lambda: b"a".join(["x"]),
    lambda: "a" in b"abc",
    lambda: b"abc".index(b"z"),
    lambda: bytes.fromhex("4"),
    lambda: bytes.fromhex("zz"),
    lambda: bytearray(b"a").__setitem__(0, 300),
    lambda: bytearray().pop(),
    lambda: b"\xe9".decode("ascii"),
    lambda: b"x".split(""),
    lambda: hash(bytearray()),
    lambda: memoryview(b"x").__setitem__(0, 1),
    lambda: b"x".foo,
    lambda: b"ab".__setitem__(0, 1),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
