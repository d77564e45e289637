class Outer:
    level = 1

    class Inner:
        level = 2

        def where(self):
            return Outer.level, Outer.Inner.level, type(self).__qualname__

    def make(self):
        class Local(self.Inner):
            def up(self):
                return super().where() + (Local.__name__,)

        return Local()


print(Outer.Inner().where(), Outer().make().up(), Outer.Inner.__qualname__, Outer.make.__qualname__)


def factory(base):
    class Made(base):
        kind = base.__name__

        def describe(self):
            return f"{self.kind}:{base.__name__}:{len(self)}"

    Made.__name__ = f"Made{base.__name__.title()}"
    return Made


for cls in map(factory, (list, str, dict)):
    print(cls.__name__, cls().describe(), issubclass(cls, cls.__bases__), cls.__mro__[-1].__name__)
Point = type("Point", (), {"x": 1, "show": lambda self: f"<{self.x}>", "__repr__": lambda self: "Point!"})
p = Point()
p.x = 5
print(p.show(), p, [p], Point.x, Point.__name__, type(p).__dict__["x"], vars(p), hasattr(Point, "y"))
x = "module"


def shadowing():
    x = "function"

    class C:
        x = x if False else "class"
        y = [x for _ in range(1)]

        def read(self):
            return x

    return C.x, C.y, C().read()


try:
    print(shadowing())
except NameError as error:
    print(error)
