"""What a module knows of itself."""

import math

size: int = 3
label: str
total: float = size * 1.5

print(__annotations__)
print(list(globals())[:9])
print([n for n in dir() if n.startswith("__")])
print(__doc__, __name__, __package__, __spec__, __cached__)
print(__builtins__, type(__loader__).__name__)
print(globals()["__builtins__"].len([1, 2]), "math" in dir(), "label" in globals())
print([n for n in globals() if not n.startswith("__")][:2])


def inside():
    local: int = 1
    return sorted(vars()), "__annotations__" in dir()


print(inside())


def outer():
    value = 1

    def taken():
        return value

    def removing():
        nonlocal value
        del value

    removing()
    try:
        print(value)
    except NameError as e:
        print(type(e).__name__, e)
    try:
        taken()
    except NameError as e:
        print(type(e).__name__, e)
    try:
        del value
    except NameError as e:
        print(type(e).__name__, e)
    value = 2
    return taken()


print(outer())
