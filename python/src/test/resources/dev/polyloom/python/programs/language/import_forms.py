import collections.abc
import math as m
import os.path
from math import pi, sqrt as root
from collections import (
    Counter,
    OrderedDict as Ordered,
)

print(m.floor(pi), root(16), os.path.basename("/a/b.txt"), Counter("aab")["a"], Ordered(a=1)["a"], isinstance([], collections.abc.Sequence), m is __import__("math"))


def local_import():
    import string
    from functools import reduce

    return string.digits[:3], reduce(lambda a, b: a * b, [1, 2, 3])


print(local_import(), "string" in globals(), m.__name__, type(m).__name__)
for text in ("import nothing_here", "from nothing_there import x"):
    try:
        exec(text)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
import importlib
print(importlib.import_module("math").pi == pi, hasattr(m, "tau"), getattr(m, "nope", "default"), callable(m.sin), dir(m)[0][:2])
try:
    m.nope
except AttributeError as error:
    print(error)
