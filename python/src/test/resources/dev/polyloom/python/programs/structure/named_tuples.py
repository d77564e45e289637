from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p._fields, p == (1, 2), hash(p) == hash((1, 2)))
x, y = p
print(x + y, p._replace(x=10), p._asdict(), Point._make([3, 4]))
Person = namedtuple("Person", "name age city", defaults=["Nowhere"])
print(Person("Ann", 3), Person._field_defaults, Person.__doc__)
print(namedtuple("R", "a b a class", rename=True)._fields)
for action in (
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: p._replace(z=1),
    lambda: Point._make([1]),
    lambda: namedtuple("T", "a a"),
    lambda: namedtuple("T", "class"),
    lambda: namedtuple("T", "_a"),
    lambda: setattr(p, "x", 1),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Employee(NamedTuple):
    """Somebody who works here."""

    name: str
    id: int = 3

    def greet(self):
        return f"Hi, I am {self.name}"

    @property
    def shout(self):
        return self.name.upper()


e = Employee("Guido")
print(e, e.greet(), e.shout, e.id, Employee.__doc__, e._fields)
print(Employee._field_defaults, isinstance(e, tuple), e < Employee("Zoe"))
name, number = e
print(name, number)


class Point3(namedtuple("Point3", "x y z")):
    __slots__ = ()

    def __add__(self, other):
        return Point3(self.x + other.x, self.y + other.y, self.z + other.z)

    def __str__(self):
        return f"<{self.x},{self.y},{self.z}>"


q = Point3(1, 2, 3) + Point3(4, 5, 6)
print(q, repr(q), sorted([Point3(2, 0, 0), Point3(1, 9, 9)]))
match p:
    case Point(x=1, y=b):
        print("matched", b)
Pair = NamedTuple("Pair", [("left", int), ("right", str)])
print(Pair(1, "r"), Pair.__name__)
print({Point(0, 0): "origin"}[(0, 0)], max(Point(1, 5), Point(2, 0)))
