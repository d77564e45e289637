class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def __eq__(self, other):
        return isinstance(other, Shape) and self.name == other.name

    def __lt__(self, other):
        return self.area() < other.area()


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self._side = side

    @property
    def side(self):
        return self._side

    @side.setter
    def side(self, value):
        if value < 0:
            raise ValueError("negative side")
        self._side = value

    def area(self):
        return self._side**2

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def sides():
        return 4


s = Square(3)
s.side = 5
print(s, s.area(), Square.unit().area(), Square.sides(), Shape.count)
print(s == Square(1), s < Square(9), hasattr(s, "name"), getattr(s, "missing", None))
try:
    s.side = -1
except ValueError as e:
    print("refused:", e)
try:
    s.nothing
except AttributeError as e:
    print(e)
print(Square.__mro__, vars(s))
