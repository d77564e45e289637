import io
import os
import tempfile

s = io.StringIO("one\ntwo\nthree")
print(repr(s.readline()), s.read(2), s.tell(), s.readlines(), repr(s.read()), s.seek(0), list(s), s.getvalue()[:3])
s.seek(0)
s.truncate(3)
s.seek(0, 2)
s.write("!")
print(s.getvalue(), s.readable(), s.seekable(), s.closed)
b = io.BytesIO(b"abc")
b.seek(-1, 2)
print(b.read(), b.write(b"de"), b.getvalue(), b.getbuffer()[0], bytes(b.getbuffer()[1:3]))
s.close()
try:
    s.read()
except ValueError as error:
    print(error)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "f.txt")
    with open(path, "w", newline="") as f:
        print(f.write("a\r\nb\nc"), f.mode, f.name == path, f.tell())
    with open(path) as f:
        print(f.readlines())
    with open(path, "rb") as f:
        print(f.read(3), f.readline(), f.read(), f.read())
    with open(path, "a+") as f:
        f.write("\nend")
        f.seek(0)
        print([line.rstrip() for line in f])
    with open(path, "r+") as f:
        f.write("Z")
        f.seek(0)
        print(repr(f.readline()), f.readline(1), os.path.getsize(path))
    with open(path, "w") as f:
        print("printed", 1, file=f)
        f.writelines(["x\n", "y"])
    print(open(path).read().split())
    for mode, target in (("x", path), ("r", path + "no"), ("q", path), ("rw", path), ("rb+t", path)):
        try:
            open(target, mode)
        except (OSError, ValueError) as error:
            print(type(error).__name__, str(error).split(":")[0])
    try:
        with open(path) as f:
            f.write("x")
    except io.UnsupportedOperation as error:
        print(error)
    try:
        open(path, "w", encoding="ascii").write("é")
    except UnicodeEncodeError as error:
        print(error)
    try:
        open(path, "wb").write("text")
    except TypeError as error:
        print(error)
print(os.path.exists(folder))
