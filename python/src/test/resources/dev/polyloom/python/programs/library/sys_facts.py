import errno
import json
import platform
import sys
import timeit

print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.version_info.releaselevel)
print(sys.maxsize, sys.byteorder, sys.platform, sys.getrecursionlimit(), sys.getswitchinterval())
sys.setrecursionlimit(5000)
sys.setswitchinterval(0.001)
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.float_info.max, sys.float_info.epsilon, sys.maxunicode)
print("json" in sys.modules, sys.modules["json"] is json, "__main__" in sys.modules, len(sys.argv), sys.intern("x") == "x")
print(sys.getsizeof(1), sys.getsizeof(2**40), sys.getsizeof(""), sys.getsizeof("abc"), sys.getsizeof(1.5), sys.getsizeof((1, 2)), sys.getsizeof([]), sys.getsizeof(b"xy"))
print(sys.stdout.write("text\n"), sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.fileno(), sys.stdin.read(), list(sys.stdin))
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes\n")
try:
    sys.stdout.write(5)
except TypeError as e:
    print(e)
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
print(sys.exc_info(), sys.getdefaultencoding(), sys.hash_info.width, sys.int_info.bits_per_digit)
try:
    raise KeyError("k")
except KeyError:
    print(sys.exc_info()[:2], sys.exception())
print(platform.system(), platform.python_implementation(), platform.python_version_tuple()[:2], errno.ENOENT, errno.errorcode[13])
print(timeit.timeit(lambda: sum(range(10)), number=100) >= 0, len(timeit.repeat(lambda: None, repeat=3, number=10)))
for code in (0, 3, None, "text"):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e))
