import abc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """How big."""

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @property
    def name(self):
        return "square"


class Half(Shape):
    def area(self):
        return super().area()


print(Square(3).describe(), isinstance(Square(1), Shape), issubclass(Square, Shape))
for kind in (Shape, Half):
    try:
        kind()
    except TypeError as error:
        print(error)
print(sorted(Shape.__abstractmethods__), Half.__abstractmethods__, type(Shape).__name__, type(Shape))


class Meta(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls):
        pass

    @staticmethod
    @abstractmethod
    def helper():
        pass


try:
    Meta()
except TypeError as error:
    print(error)


class Real(Meta):
    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def helper():
        return "helped"


print(type(Real.make()).__name__, Real.helper(), Meta.__bases__, Meta.__mro__ == (Meta, object))


class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented


class Mallard:
    def quack(self):
        return "quack"


print(isinstance(Mallard(), Duck), issubclass(int, Duck))


class Plugin(ABC):
    pass


@Plugin.register
class Tool:
    pass


print(isinstance(Tool(), Plugin), issubclass(Tool, Plugin), Plugin in Tool.__mro__)


class Old(metaclass=abc.ABCMeta):
    @abc.abstractproperty
    def p(self):
        pass


try:
    Old()
except TypeError as error:
    print(error)


class Template(ABC):
    def run(self):
        return " ".join([self.first(), self.second()])

    @abstractmethod
    def first(self):
        return "base first"

    def second(self):
        return "default second"


class Concrete(Template):
    def first(self):
        return super().first() + " extended"


print(Concrete().run())
