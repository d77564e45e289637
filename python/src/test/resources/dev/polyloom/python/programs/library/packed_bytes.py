# Bytes packed with zlib, and what is said of those that are not.
import zlib

for data in (b"", b"a", b"abc" * 1000, bytes(range(256)) * 4):
    packed = zlib.compress(data)
    print(len(data), len(packed) < len(data) + 20, packed[:2].hex(), zlib.decompress(packed) == data)
for level in (0, 1, 9, -1):
    print(level, zlib.decompress(zlib.compress(b"text " * 50, level)) == b"text " * 50)
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")))
for wrong in (b"hello", zlib.compress(b"hello" * 100)[:-5]):
    try:
        zlib.decompress(wrong)
    except zlib.error as error:
        print(error)
try:
    zlib.compress("text")
except TypeError as error:
    print(error)
