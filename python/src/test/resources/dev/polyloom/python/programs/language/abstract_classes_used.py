from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} of {self.area():.2f}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Half(Shape):
    def area(self):
        return super().area()


print(Square(2).describe(), Shape.__abstractmethods__ == {"area", "name"}, sorted(Half.__abstractmethods__))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)


class Closeable(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return any("close" in c.__dict__ for c in other.__mro__) or NotImplemented


class File:
    def close(self):
        pass


Shape.register(int)
print(isinstance(File(), Closeable), isinstance(5, Closeable), isinstance(5, Shape), issubclass(Square, Shape), Shape.area.__doc__)
