class Managed:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("cannot enter")
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.fail == "exit":
            raise RuntimeError("cannot leave")
        return self.swallow


with Managed("a") as a, Managed("b") as b:
    print(a, b)
with Managed("swallows", swallow=True):
    raise ValueError("gone")
print("goes on")
try:
    with Managed("outer"), Managed("inner"):
        raise KeyError("k")
except KeyError as error:
    print("caught", error)
try:
    with Managed("first"), Managed("second", fail="enter"):
        print("never")
except RuntimeError as error:
    print(error)
try:
    with Managed("x", fail="exit"):
        raise ValueError("body")
except RuntimeError as error:
    print(error, "from", repr(error.__context__))


def leave():
    with Managed("function"):
        return "returned"


print(leave())
for i in range(3):
    with Managed(f"loop{i}"):
        if i == 0:
            continue
        break
with (
    Managed("p") as p,
    Managed("q") as (q, *_),
):
    print(p, q)


class NoExit:
    def __enter__(self):
        return self


for thing in (NoExit(), 5, None):
    try:
        with thing:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Target:
    pass


t, d = Target(), {}
with Managed("attr") as t.value, Managed("item") as d["k"]:
    pass
print(t.value, d)


def generate():
    with Managed("generator"):
        yield 1
        yield 2


g = generate()
print(next(g))
g.close()
try:
    with Managed("exits", swallow=True):
        raise SystemExit(3)
finally:
    print("done")
