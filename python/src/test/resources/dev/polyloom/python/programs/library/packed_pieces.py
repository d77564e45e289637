import getpass
import gzip
import io
import os
import tempfile
import zlib

TEXT = b"".join(b"line %d of the text\n" % number for number in range(200))

packer = zlib.compressobj(9)
packed = b"".join(packer.compress(TEXT[at:at + 500]) for at in range(0, len(TEXT), 500))
packed += packer.flush()
print(zlib.decompress(packed) == TEXT, len(packed) < len(TEXT) // 4, packed[:2])

unpacker = zlib.decompressobj()
text = b""
for at in range(0, len(packed), 64):
    text += unpacker.decompress(packed[at:at + 64])
print(text == TEXT, unpacker.eof, unpacker.unused_data, unpacker.flush())

unpacker = zlib.decompressobj()
print(unpacker.decompress(packed + b"tail", 10), len(unpacker.unconsumed_tail) > 0, unpacker.eof)
rest = unpacker.decompress(unpacker.unconsumed_tail)
print(len(rest), unpacker.unused_data, unpacker.eof, unpacker.decompress(b"+"), unpacker.unused_data)

synced = zlib.compressobj()
reader = zlib.decompressobj()
for word in (b"one ", b"two ", b"three"):
    print(reader.decompress(synced.compress(word) + synced.flush(zlib.Z_SYNC_FLUSH)))
raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
body = raw.compress(TEXT) + raw.flush()
print(zlib.decompress(body, -15) == TEXT, zlib.decompressobj(-15).decompress(body) == TEXT)
for wrong in (b"no stream at all", b""):
    try:
        print(zlib.decompressobj().decompress(wrong))
    except zlib.error as e:
        print(e)

print(gzip.decompress(gzip.compress(TEXT)) == TEXT, gzip.compress(b"x", mtime=0).hex())
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "words.txt.gz")
    with gzip.open(name, "wb") as file:
        print(file.write(b"first\n"), file.writable(), file.readable())
        file.writelines([b"second\n", b"third\n"])
    with gzip.open(name, "at", encoding="utf-8") as file:
        file.write("vierté\n")
    with gzip.open(name) as file:
        print(file.read(3), file.readline(), file.tell(), list(file), file.closed)
    print(file.closed)
    with gzip.open(name, "rt", encoding="utf-8") as file:
        print([line.rstrip() for line in file])
    with open(name, "rb") as plain, gzip.GzipFile(fileobj=plain) as file:
        print(len(file.read()))
memory = io.BytesIO()
with gzip.GzipFile(fileobj=memory, mode="wb") as file:
    file.write(TEXT)
memory.seek(0)
print(gzip.GzipFile(fileobj=memory).read() == TEXT)
for wrong in (b"plain text", gzip.compress(TEXT)[:-4]):
    try:
        gzip.decompress(wrong)
    except (gzip.BadGzipFile, EOFError) as e:
        print(type(e).__name__, e)
try:
    gzip.open("x", "rtb")
except ValueError as e:
    print(e)
os.environ["LOGNAME"] = "ada"
print(getpass.getuser())
