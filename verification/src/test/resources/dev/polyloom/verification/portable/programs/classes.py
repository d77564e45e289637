from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    ROUND = 1
    STRAIGHT = 2


class Shape(ABC):
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    @abstractmethod
    def area(self):
        """Tells how large it is."""

    @property
    def label(self):
        return f"{self.name}:{self.area():.2f}"

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return f"<{type(self).__name__} {self.label}>"


class Circle(Shape):
    kind = Kind.ROUND

    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3.14159 * self.radius**2


class Box(Shape):
    kind = Kind.STRAIGHT

    def __init__(self, width, height=None):
        super().__init__("box")
        self.width, self.height = width, height or width

    def area(self):
        return self.width * self.height

    @classmethod
    def unit(cls):
        return cls(1)


@dataclass(order=True)
class Point:
    x: int
    y: int = 0


shapes = [Circle(1.5), Box(2, 3), Box.unit()]
print(sorted(shapes), Shape.count)
print([s.kind.name for s in shapes], Kind(2), Box.__mro__[1].__name__)
print(Point(1, 2), Point(1) < Point(1, 2), {Point.__name__: max(Point(3), Point(2, 9))})
try:
    Shape("none")
except TypeError as e:
    print(e)
