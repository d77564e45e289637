"""Bytes out of arrays, numbers out of objects, and what is refused there."""

import array
import os
import struct
import sys

numbers = array.array("h", [1, 2])
print(bytes(numbers), bytearray(numbers), b"x" + numbers, b"\x01\x00\x02\x00" == numbers)
print(str(array.array("b", b"text"), "ascii"), b"text".find(array.array("b", b"x")))
buffer = bytearray(b"abc")
copy = bytes(buffer)
buffer[0] = 120
print(copy, buffer)
buffer += array.array("B", [1])
buffer.extend(array.array("B", [2]))
print(buffer)
struct.pack_into("<bb", buffer, -2, 65, 66)
print(buffer, float(b"1.5"), -(-1), - -sys.maxsize, -(-(-2.5)))


class Half:
    def __int__(self):
        return 3

    def __float__(self):
        return 3.5


class Wrong:
    def __int__(self):
        return None

    def __float__(self):
        return 6


print("%d %i %.1f" % (Half(), Half(), Half()), int(Half()), float(Half()))
for convert in (int, float):
    try:
        convert(Wrong())
    except TypeError as e:
        print(e)

try:
    import no_such_module_anywhere
except ImportError as e:
    print(e)
try:
    from no_such_package import part
except (ValueError, ModuleNotFoundError) as e:
    print(e)
import __main__

print(os.path.basename(__file__), os.path.isabs(__file__), __main__.__name__)
try:
    exit(3)
except SystemExit as e:
    print(e.code)
try:
    quit()
except SystemExit as e:
    print(e.code)
print(array.array("b", [1, 2]) in b"\x01\x02\x03", bytearray(numbers) == numbers)
