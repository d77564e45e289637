import codecs
import io
import os
import tempfile

print(codecs.encode("é€", "utf-8"), codecs.decode(b"\xc3\xa9"), codecs.encode("Hello", "rot13"))
print(codecs.decode("Uryyb", "rot_13"), codecs.encode(b"ab\xff", "hex"), codecs.decode(b"6162", "hex"))
print(codecs.encode(b"hello", "base64"), codecs.decode(b"aGVsbG8=\n", "base64"))
for name in ("utf8", "UTF-8", "latin-1", "ascii", "utf-16", "rot13"):
    print(name, codecs.lookup(name).name)
try:
    codecs.lookup("nothing")
except LookupError as error:
    print(type(error).__name__, error)
try:
    codecs.encode("é", "ascii")
except UnicodeEncodeError as error:
    print(error)
print(codecs.encode("aéb", "ascii", "replace"), codecs.decode(b"a\xffb", "utf-8", "ignore"))
decoder = codecs.getincrementaldecoder("utf-8")()
data = "a é € 😀 z".encode()
print([decoder.decode(data[i : i + 1]) for i in range(len(data))], repr(decoder.decode(b"", final=True)))
try:
    codecs.getincrementaldecoder("utf-8")().decode(b"\xe2\x82", True)
except UnicodeDecodeError as error:
    print(error)
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"))
print(list(codecs.iterencode(["a", "é"], "utf-8")), list(codecs.iterdecode([b"\xc3", b"\xa9!"], "utf-8")))
print(codecs.getencoder("utf-8")("é"), codecs.getdecoder("latin-1")(b"\xe9"))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
buffer = io.BytesIO()
writer = codecs.getwriter("utf-8")(buffer)
writer.write("né\n")
writer.writelines(["x", "y\n"])
print(buffer.getvalue())
print(codecs.getreader("utf-8")(io.BytesIO("é\nb\n".encode())).read())
print(list(codecs.getreader("utf-8")(io.BytesIO("é\nb\n".encode()))))
path = os.path.join(tempfile.mkdtemp(), "file.txt")
with codecs.open(path, "w", "utf-8") as file:
    file.write("één\r\nzwei\n")
with open(path, "rb") as file:
    print(file.read())
with codecs.open(path, "r", encoding="utf-8") as file:
    print(repr(file.read()))
with codecs.open(path, encoding="utf-8") as file:
    print([line for line in file])
os.remove(path)
