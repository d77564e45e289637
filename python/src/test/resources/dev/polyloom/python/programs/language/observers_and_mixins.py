class Event:
    def __init__(self):
        self.handlers = []

    def __iadd__(self, handler):
        self.handlers.append(handler)
        return self

    def __isub__(self, handler):
        self.handlers.remove(handler)
        return self

    def __call__(self, *args, **kwargs):
        return [h(*args, **kwargs) for h in self.handlers]


class JsonMixin:
    def to_json(self):
        import json
        return json.dumps(self.as_dict(), sort_keys=True)


class EqualMixin:
    def __eq__(self, other):
        return type(self) is type(other) and self.as_dict() == other.as_dict()

    def __hash__(self):
        return hash(tuple(sorted(self.as_dict().items())))


class Point(JsonMixin, EqualMixin):
    def __init__(self, x, y):
        self.moved = Event()
        self.x, self.y = x, y

    def as_dict(self):
        return {"x": self.x, "y": self.y}

    def move(self, dx):
        self.x += dx
        return self.moved(self, dx=dx)


p = Point(1, 2)
log = lambda point, dx: f"moved {dx} to {point.x}"
p.moved += log
p.moved += lambda point, dx: dx * 10
print(p.move(5), p.to_json(), p == Point(6, 2), p != Point(0, 0), len({p, Point(6, 2)}), p == 5)
p.moved -= log
print(p.move(-1), Point.__mro__[1:3] == (JsonMixin, EqualMixin))
try:
    p.moved -= log
except ValueError as error:
    print(error)


class Plugin:
    registry = {}

    def __init_subclass__(cls, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[name or cls.__name__.lower()] = cls


class Csv(Plugin):
    def run(self):
        return "csv"


class Xml(Plugin, name="markup"):
    def run(self):
        return "xml"


print({k: v().run() for k, v in Plugin.registry.items()}, [c.__name__ for c in Plugin.__subclasses__()])
