import os
import platform
import sys

os.environ["MY_KEY"] = "value"
print(os.environ["MY_KEY"], os.getenv("MY_KEY"), os.getenv("MISSING_KEY", "default"), "MY_KEY" in os.environ, os.environ.get("MISSING_KEY"))
del os.environ["MY_KEY"]
try:
    os.environ["MY_KEY"]
except KeyError as error:
    print(error)
try:
    os.environ["X"] = 5
except TypeError as error:
    print(error)
print(os.sep, os.linesep == "\n", os.name, os.path.join("a", "b", "/c", "d"), os.path.splitext("x.tar.gz"), os.path.split("/a/b"), os.path.normpath("a/../b//c"), os.path.isabs("/x"), os.path.dirname("a/b"), os.path.commonprefix(["abc", "abd"]))
print(os.getpid() > 0, os.cpu_count() >= 1, sys.maxsize, sys.byteorder, sys.version_info >= (3, 8), len(sys.argv), sys.platform, platform.python_implementation() != "", sys.getrecursionlimit(), sys.float_info.max, sys.int_info.bits_per_digit, sys.maxunicode)
print(os.path.expandvars("$HOME") == os.environ["HOME"], os.path.relpath("/a/b", "/a/c"), os.fspath("x"), os.strerror(2), os.path.exists("/nope"), os.access("/", os.R_OK))
try:
    sys.exit("said on leaving")
except SystemExit as stop:
    print(stop.code, stop.args)
