from enum import Enum, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()} is {self.value}"

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def is_warm(self):
        return self is Color.RED


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, type(Color.RED), Color)
print(Color(2), Color["BLUE"], Color.CRIMSON, Color.CRIMSON is Color.RED, list(Color), len(Color))
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED in Color, isinstance(Color.RED, Color))
print(Color.BLUE.describe(), Color.default(), Color.RED.is_warm, Color.GREEN.is_warm)
print(list(Color.__members__), Color.__members__["CRIMSON"], {Color.RED: "r"}[Color.RED])
print(f"{Color.RED} {Color.RED!r} {Color.RED:>12}", "%s" % Color.BLUE, str(Color.RED) + "!")
print([c.name for c in reversed(Color)], bool(Color.RED), hash(Color.RED) == hash(Color.CRIMSON))
for action in (
    lambda: Color(9),
    lambda: Color["PINK"],
    lambda: Color.PINK,
    lambda: Color.RED < Color.BLUE,
    lambda: setattr(Color.RED, "value", 5),
    lambda: 1 in Color,
    lambda: Color.RED + 1,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


try:
    Color.RED = 5
except AttributeError as error:
    print(error)


class Number(IntEnum):
    ONE = 1
    TWO = auto()
    TEN = 10


print(Number.TWO, repr(Number.TWO), Number.TWO + 1, Number.ONE < Number.TEN, Number.TEN == 10, Number(10))
print(sorted(Number, reverse=True), f"{Number.TEN:03d}", int(Number.TEN), sum(Number), [10, 20, 30][Number.ONE])


class Level(StrEnum):
    LOW = auto()
    HIGH = "high!"


print(Level.LOW, repr(Level.HIGH), Level.LOW == "low", Level.HIGH.upper(), "is " + Level.LOW, Level("low"))


class Mixed(str, Enum):
    A = "a"
    B = "b"


print(Mixed.A, repr(Mixed.A), Mixed.A == "a", f"{Mixed.A}", Mixed("b"), Mixed.A + "x", Mixed.B.value)


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return round(6.67300e-11 * self.mass / self.radius**2, 2)


print(Planet.EARTH.value, Planet.EARTH.gravity, Planet.MERCURY.mass, Planet((5.976e24, 6.37814e6)))
Animal = Enum("Animal", "CAT DOG")
print(Animal.DOG, list(Animal), Enum("E", {"x": "y"}).x, Enum("F", ["a", "b"])(2))
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
        C = 1
except ValueError as error:
    print(error)
try:
    class More(Color):
        PINK = 4
except TypeError as error:
    print(error)


class Fallback(Enum):
    KNOWN = 1
    UNKNOWN = 0

    @classmethod
    def _missing_(cls, value):
        return cls.UNKNOWN


print(Fallback(77), Fallback(1))


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    ALPHA = auto()
    BETA = auto()


print(Auto.ALPHA.value, Auto.BETA.value, [m.value for m in Auto])


class Op(Enum):
    PLUS = "+"
    MINUS = "-"

    def __call__(self, a, b):
        return a + b if self is Op.PLUS else a - b

    def __str__(self):
        return f"op {self.value}"


print(Op.PLUS(1, 2), Op("-")(5, 1), Op.MINUS, repr(Op.MINUS), f"{Op.PLUS}")
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
