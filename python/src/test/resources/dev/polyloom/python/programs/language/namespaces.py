"""Reading the variables of scopes by their names."""
level = "module"


def function(a, b=2, *rest, **named):
    c = a + b
    inner = lambda: c
    if c > 100:
        never = 1
    return locals(), dir(), inner()


variables, names, _ = function(1, 5, 6, k=7)
print({k: v for k, v in sorted(variables.items()) if k != "inner"}, names)
print(globals()["level"], "function" in globals(), "nothing" in globals(), vars()["level"], "level" in dir())
print(globals().get("missing", "default"), level in globals().values())


class Body:
    x = 1
    y = x + 1
    here = sorted(k for k in locals() if not k.startswith("__"))


print(Body.here, vars(Body)["y"], [n for n in dir(Body()) if not n.startswith("__")])


def outer():
    shared = [1]

    def inner():
        shared.append(2)
        return sorted(locals())

    return inner(), sorted(locals())


print(outer())
a = 5


def shadow(a):
    values = [lambda a=a: a, lambda: a]
    return [v() for v in values]


print(shadow(3), a, [a for a in range(2)], a)
while not True:
    print("never")
while False or not 1:
    print("never")
else:
    print("else")
i = 3
while True and i:
    i -= 1
print(i, isinstance(map(str, []), map), type(zip()), type(enumerate([])), type(reversed([])), type(iter({})))
for kind in (map, filter, zip, enumerate, reversed, memoryview, bytearray, complex):
    print(kind)
