from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


class Color(Enum):
    RED = 1
    BLUE = 2


class Keyed:
    __match_args__ = ("name",)

    def __init__(self, name, size):
        self.name, self.size = name, size


def describe(value):
    match value:
        case None | True | False:
            return f"constant {value}"
        case 0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float() as number:
            return f"number {number}"
        case "go" | "run" as verb:
            return f"verb {verb}"
        case str(text):
            return f"text {text}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [Point(x=0), *rest]:
            return f"origin row, {len(rest)} more"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"type": kind}:
            return f"kind {kind}"
        case {}:
            return "a mapping"
        case Point(0, y):
            return f"on the axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "a point"
        case Color.RED:
            return "red"
        case Color():
            return "other colour"
        case Keyed("k", size=(1, s)):
            return f"keyed {s}"
        case _:
            return f"unknown {type(value).__name__}"


for value in (
    None, True, 0, 0.0, -5, 7, 2.5, "go", "stop", [], (9,), [Point(0, 1), 2, 3], [1, 2, 3], range(3),
    {"type": "circle", "r": 2, "c": "red"}, {"type": "x"}, {}, Point(0, 4), Point(2, 2), Point(1, 2),
    Color.RED, Color.BLUE, Keyed("k", (1, 2)), Keyed("z", 1), {1, 2}, b"bytes", [[1, 2], [3]],
):
    print(describe(value))
match (1, (2, [3, 4])):
    case (a, (b, [c, d])):
        print(a, b, c, d)
match {"a": {"b": [10, 20]}}:
    case {"a": {"b": [_, deep]}}:
        print(deep)
match 5:
    case n if n > 10:
        pass
print("n stays bound:", n)
try:
    match 1:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
