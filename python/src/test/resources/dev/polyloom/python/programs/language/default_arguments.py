def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []), collect(4))
print(collect.__defaults__)
level = 10


def at_definition(value=level, *, scale=level * 2):
    return value, scale


level = 99
print(at_definition(), at_definition(1), at_definition(scale=3))
print(at_definition.__kwdefaults__)


def mixed(a, b=2, /, c=3, *rest, d, e=5, **extra):
    return a, b, c, rest, d, e, sorted(extra.items())


print(mixed(1, d=4))
print(mixed(1, 20, 30, 40, 50, d=4, f=6, g=7))
print(mixed(*range(5), **{"d": 0, "z": 1}))
print(mixed(1, d=1, a=7, b=8))
for call in (
    lambda: mixed(),
    lambda: mixed(1),
    lambda: at_definition(1, 2),
    lambda: at_definition(nothing=1),
    lambda: collect(),
    lambda: collect(1, item=2),
    lambda: (lambda x, y: 0)(1, 2, 3),
    lambda: (lambda x, /: 0)(x=1),
):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)
