import os
import os.path

p = os.path
print(p.join("a", "b", "/c", "d"), p.join("a/", "b"), p.join("", "x"), p.split("/a/b/c.txt"), p.split("c"), p.split("/a/"))
print(p.splitext("a/b.tar.gz"), p.splitext(".bashrc"), p.splitext("a.b/c"), p.basename("/x/y"), p.dirname("/x/y"), p.dirname("/x"))
print(p.normpath("a//b/../c/./d"), p.normpath("../../x"), p.normpath("/../x"), p.normpath(""), p.isabs("/a"), p.abspath("/a/../b"))
print(p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), p.commonpath(["/a/b/c", "/a/b/d"]), p.commonprefix(["abc", "abd"]))
os.environ["POLY_X"] = "value"
print(p.expandvars("$POLY_X/${POLY_X}/$NOPE"), os.getenv("POLY_X"), os.environ.get("NOPE_Y"), os.getenv("NOPE_Y", "d"), "POLY_X" in os.environ)
del os.environ["POLY_X"]
print("POLY_X" in os.environ, os.sep, os.linesep == "\n", os.name, os.curdir, os.pathsep, os.extsep, os.devnull)
try:
    os.environ["NOPE_Z"]
except KeyError as e:
    print("KeyError", e)
print(type(os.getpid()), os.cpu_count() >= 1, len(os.urandom(8)), os.fspath("x"), os.strerror(2))
try:
    os.fspath(5)
except TypeError as e:
    print(e)
try:
    p.join("a", 5)
except TypeError as e:
    print(type(e).__name__)


class Where:
    def __fspath__(self):
        return "/tmp/where"


print(os.fspath(Where()), p.basename(Where()), isinstance(Where(), os.PathLike))
