import codecs
import io


class Told:
    """A stream that tells what was read from it."""

    def __init__(self, data):
        self.data = io.BytesIO(data)

    def read(self, size=-1):
        data = self.data.read(size)
        print("read", size, data[:8])
        return data


def reader(text, encoding="utf-8", errors="strict"):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    return codecs.getreader(encoding)(io.BytesIO(data), errors)


print(codecs.getreader("utf-8")(Told("fran\u00e7ais".encode())).read())
print(codecs.getreader("utf-8")(Told("fran\u00e7ais".encode())).readline())
few = reader("h\u00e9llo w\u00f6rld \u20ac\U0001f600!")
print([few.read(2), few.read(2, 3), few.read(1), few.read(), few.read(), few.read(4)])
for encoding in ("utf-16", "utf-16-le", "utf-32-be", "latin-1", "utf-8-sig"):
    lines = reader("eins\nzw\u00f6i\r\ndrei", encoding)
    print(encoding, [lines.readline(), lines.readline(keepends=False), lines.readline(), lines.readline()])
    print(list(reader("a\n\n\u00e9\rb\n", encoding)), reader("a\nb", encoding).readlines())
print(repr(reader(b"a\xc3").read()), repr(reader(b"a\xffb", errors="replace").read()))
long = reader("x" * 100 + "\n" + "\u00e9" * 9000 + "\nend")
print([len(line) for line in long])
sized = reader("abcdefgh\nij\n")
print([sized.readline(4), sized.readline(3), sized.readline(), sized.readline()])
mixed = reader("eins\nzwei\ndrei\nvier\n")
print([mixed.readline(), mixed.read(3), mixed.readline(), mixed.read()])
mixed.seek(5)
print([mixed.readline(), mixed.readlines(), mixed.readline()])
wrong = reader(b"good\nba\xffd\n")
far = reader(b"good\n" + b"x" * 60 + b"\xff" + b"y" * 90 + b"\n")
for read in (wrong.readline, wrong.readline, far.readline, far.readline, reader(b"\xff\n").readline, reader(b"a\nb\xff").read):
    try:
        print(repr(read()))
    except UnicodeDecodeError as error:
        print(error)
for data in (b"a\xff", b"a\xc1", b"a\xf5", b"a\x80", b"a\xc2", b"a\xf4\x80"):
    try:
        print(repr(codecs.getincrementaldecoder("utf-8")().decode(data)))
    except UnicodeDecodeError as error:
        print(error)
