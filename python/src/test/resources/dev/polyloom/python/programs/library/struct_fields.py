import struct

print(struct.pack("<hIq", -2, 3, 4), struct.pack(">hIq", -2, 3, 4), struct.pack("!f", 1.5), struct.pack("<d", -0.1))
print(struct.unpack("<bBh", b"\xff\xff\x01\x00"), struct.unpack(">3sH?", b"abc\x01\x02\x01"), struct.unpack("<2i", bytes(8)))
print(struct.calcsize("bi"), struct.calcsize("<bi"), struct.calcsize("@bq"), struct.calcsize("10s"), struct.calcsize("3xH"))
print(struct.pack("5s", b"ab"), struct.pack("4p", b"abcdef"), struct.pack("c", b"z"), struct.pack("=e", 0.5))
s = struct.Struct("<Hb")
print(s.size, s.format, s.pack(513, -1), s.unpack(b"\x01\x02\xff"), list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")))
print(struct.unpack_from("<H", b"abcd", 1), struct.unpack("<Q", b"\xff" * 8), struct.unpack("<f", struct.pack("<f", 0.1)))
for wrong in (
    lambda: struct.pack("B", 256),
    lambda: struct.pack("h", 40000),
    lambda: struct.pack("I", -1),
    lambda: struct.pack("i", "x"),
    lambda: struct.pack("ii", 1),
    lambda: struct.unpack("i", b"abc"),
    lambda: struct.pack("z", 1),
    lambda: struct.pack("f", "a"),
    lambda: struct.pack("5s", "text"),
):
    try:
        wrong()
    except struct.error as e:
        print("error", e)
