from enum import Enum, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.RED

    def __str__(self):
        return f"colour {self.value}"


print(Color.RED, repr(Color.RED), Color(1), Color["GREEN"], Color.CRIMSON is Color.RED, Color.RED.pretty, Color.default().name)
print(list(Color), len(Color), Color.__members__, Color.GREEN in Color, Color.RED == 1, {Color.RED: "key"}[Color(1)], f"{Color.GREEN}")


class Number(IntEnum):
    ONE = 1
    TWO = auto()


class Word(StrEnum):
    HELLO = auto()
    BYE = "see you"


print(Number.TWO + 1, Number.ONE < Number.TWO, Number.TWO == 2, repr(Number.TWO), str(Number.TWO), f"{Number.TWO:03d}", sorted([Number.TWO, Number.ONE]))
print(Word.HELLO, repr(Word.BYE), Word.HELLO.upper(), Word("hello"), "hello" == Word.HELLO)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius


print(Planet.MARS.mass, Planet.EARTH.value, Planet((0.64, 3.39)))
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.CAT.value, Animal.DOG is Animal(2))
for wrong in ("Color(9)", "Color['BLUE']", "Color.RED.__class__.X", "Color.RED < Color.GREEN", "setattr(Color, 'RED', 5)", "setattr(Color.RED, 'value', 5)", "Number('x')"):
    try:
        print(eval(wrong))
    except Exception as error:
        print(type(error).__name__, error)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
try:
    class More(Color):
        BLUE = 3
except TypeError as error:
    print(error)
