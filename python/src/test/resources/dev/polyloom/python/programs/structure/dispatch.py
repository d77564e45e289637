from collections.abc import Sequence
from functools import partialmethod, singledispatch, singledispatchmethod


@singledispatch
def show(value):
    return f"something {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(str)
def show_text(value):
    return f"text {value!r}"


@show.register(list)
@show.register(tuple)
def _(value):
    return "items " + ", ".join(show(each) for each in value)


@show.register
def _(value: float | bytes):
    return f"real {value}"


print(show(1), show("a"), show([1, "b"]), show((2,)), show(2.5), show(None), show(True))
print(show.dispatch(bool) is show.dispatch(int), show_text("direct"), show.__name__)
print(sorted(each.__name__ for each in show.registry))
try:
    show()
except TypeError as error:
    print(error)


class Formatter:
    @singledispatchmethod
    def format(self, value):
        return "unknown"

    @format.register
    def _(self, value: int):
        return f"{value:05d}"

    @format.register
    def _(self, value: str):
        return value.title()


f = Formatter()
print(f.format(42), f.format("hello world"), f.format([]))


class Cell:
    def __init__(self):
        self.state = None

    def set_state(self, state, note=""):
        self.state = state
        return (state, note)

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, note="gone")


c = Cell()
print(c.set_alive(), c.state, c.set_dead(), c.state)


@singledispatch
def length(x):
    return -1


@length.register(Sequence)
def _(x):
    return len(x)


print(length([1, 2]), length("abc"), length(5))
