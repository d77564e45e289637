import io

s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.read(2), s.tell(), s.readlines(), s.read(), s.seek(0), s.getvalue())
for line in s:
    print(repr(line))
w = io.StringIO()
print("hello", 5, file=w, end="!")
print(w.write("\nmore"), repr(w.getvalue()), w.seek(0, io.SEEK_END), w.truncate(3), w.getvalue())
w.writelines(["a", "b"])
print(repr(w.getvalue()), w.readable(), w.writable(), w.seekable(), w.closed)
with io.StringIO() as inner:
    inner.write("x")
try:
    inner.write("y")
except ValueError as e:
    print(e)
b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.tell(), b.readline(), b.read(), b.seek(-2, 2), b.read(), b.getvalue())
print(b.seek(10), b.write(b"Z"), b.getvalue(), list(io.BytesIO(b"a\nb\n")), bytes(b.getbuffer())[:2])
for wrong in (lambda: io.StringIO().write(b"x"), lambda: io.BytesIO().write("x"), lambda: io.StringIO(5), lambda: s.seek(-1)):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(isinstance(s, io.TextIOBase), isinstance(b, io.IOBase), issubclass(io.UnsupportedOperation, OSError), type(s))
