import io
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "data.txt")
    with open(path, "w") as f:
        print(f.write("first line\n"), f.name == path, f.mode, f.encoding, f.closed, f.writable(), f.readable())
        f.writelines(["second\n", "third é\n"])
        print("fourth", 4, sep="-", file=f)
    print(f.closed, os.path.getsize(path))
    with open(path) as text:
        pass
    with open(path) as f:
        print(f.readline(), f.readline().strip(), f.read(3), f.tell(), f.read())
        f.seek(0)
        print([line.rstrip() for line in f], f.read() == "")
    with open(path, encoding="utf-8") as f:
        print(f.readlines())
    with open(path, "a") as f:
        f.write("end")
    with open(path, "rb") as f:
        data = f.read()
        print(len(data), data[-8:], f.seek(-3, 2), f.read(1), f.name == path, f.mode)
    with open(path, "r+") as f:
        f.seek(0)
        f.write("FIRST")
        f.seek(0)
        print(f.readline())
    with open(path, "wb") as f:
        print(f.write(b"a\r\nb\rc\n"))
    for newline in (None, "", "\n", "\r\n"):
        with open(path, newline=newline) as f:
            print(repr(newline), f.readlines())
    with open(path, "w", newline="\r\n") as f:
        f.write("x\ny\n")
    print(open(path, "rb").read())
    with open(path, "w+b") as f:
        f.write(b"0123456789")
        f.seek(2)
        print(f.read(3), f.tell(), f.truncate(4), f.seek(0), f.read())
    try:
        open(path, "x")
    except FileExistsError as e:
        print(type(e).__name__, e.errno, e.strerror)
    with open(path, "wb") as f:
        f.write(b"\xff\xfe")
    try:
        open(path, encoding="utf-8").read()
    except UnicodeDecodeError as e:
        print(e)
    print(open(path, encoding="utf-8", errors="replace").read(), open(path, encoding="latin-1").read())

try:
    open("no/such/file.txt")
except FileNotFoundError as e:
    print(e, "|", repr(e), e.args, e.errno, e.strerror, e.filename)
try:
    open("/")
except OSError as e:
    print(type(e).__name__, e)
for wrong in (
    lambda: open("x", "q"),
    lambda: open("x", "rw"),
    lambda: open("x", "rbt"),
    lambda: open("x", "rb", encoding="utf-8"),
    lambda: open(None),
    lambda: text.read(),
):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
with tempfile.NamedTemporaryFile("w+") as f:
    f.write("abc")
    f.seek(0)
    print(f.read(), os.path.exists(f.name))
    try:
        open(f.name).write("x")
    except io.UnsupportedOperation as e:
        print(e)
    try:
        open(f.name, "w").read()
    except io.UnsupportedOperation as e:
        print(e)
    try:
        f.write(b"x")
    except TypeError as e:
        print(e)
print(os.path.exists(f.name))
print(repr(OSError(2, "No such file or directory")), OSError("x"), OSError(28, "No space", "f"), type(OSError(13, "p")))
