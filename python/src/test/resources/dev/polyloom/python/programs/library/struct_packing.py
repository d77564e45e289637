import struct

print(struct.pack(">IhB", 1, -2, 255), struct.pack("<Q", 2**40), struct.pack("!f", 1.5), struct.pack("=d", -0.1), struct.pack("3s5s", b"abcd", b"x"), struct.pack("?c", True, b"z"), struct.pack(">2H3x", 1, 2))
print(struct.unpack(">IhB", b"\x00\x00\x00\x01\xff\xfe\xff"), struct.unpack("<e", struct.pack("<e", 0.5)), struct.unpack("4s", b"ab\x00\x00"), struct.unpack_from(">H", b"xx\x01\x02", 2))
print(struct.calcsize("<bhi"), struct.calcsize("bhi"), struct.calcsize("3sI"), struct.calcsize("=3sI"), struct.calcsize("q0i"), list(struct.iter_unpack(">BB", b"abcd")))
s = struct.Struct("<HH")
buffer = bytearray(6)
s.pack_into(buffer, 1, 1, 65535)
print(buffer, s.size, s.format, s.unpack(b"\x01\x00\x02\x00"), struct.pack("5p", b"abc"), struct.pack("<n" if False else "<q", -1))
for wrong in (lambda: struct.pack("B", 256), lambda: struct.pack("b", -200), lambda: struct.pack("H", "x"), lambda: struct.pack("HH", 1), lambda: struct.unpack("H", b"abc"), lambda: struct.pack("y", 1), lambda: struct.pack("s", "text"), lambda: struct.pack("<I", -1), lambda: struct.pack("f", "x"), lambda: struct.unpack_from("I", b"ab"), lambda: struct.pack("i", 1.5)):
    try:
        print(wrong())
    except struct.error as error:
        print(error)
