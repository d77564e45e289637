import abc
import collections
import io
import itertools
import os
import sys

print(os, io, abc, sys, itertools, os.path)
print(repr(sys.modules["__main__"]).replace(__file__, "FILE"))
print(sys.flags.optimize, sys.flags.debug, sys.flags.verbose, sys.flags.dev_mode)
print(len(sys.flags), sys.flags.int_max_str_digits, repr(sys.abiflags))
print("sys" in sys.builtin_module_names, "os" in sys.builtin_module_names)
print(str(sys.implementation).startswith("namespace(name='cpython', "))
print(sys.implementation.name, sys.implementation.version[:2], sys.implementation.hexversion >> 24)

print(sys.stdout.buffer.writable(), sys.stdout.buffer.fileno(), sys.stdout.buffer.isatty())

letters = collections.Counter("hello")
for wrong in (
    lambda: letters.elements(5),
    lambda: letters.most_common(2, 5),
    lambda: letters.update(1, 3),
    lambda: letters.subtract(4, 5),
    lambda: letters.update(13),
    lambda: collections.Counter(3),
    lambda: letters.total(1),
):
    try:
        print(wrong())
    except TypeError as e:
        print(e)


class Any:
    def __subclasscheck__(self, other):
        return True


print(issubclass([], Any()), issubclass(int, Any()))
for wrong in (lambda: issubclass([], int), lambda: issubclass(int, [])):
    try:
        print(wrong())
    except TypeError as e:
        print(e)

kept = b"abc"
print(kept.strip() is kept, kept.lstrip(b"x") is kept, b" a ".strip(), kept.upper(), kept.rstrip(b"c"))
