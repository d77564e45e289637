from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list, compare=False)
    secret: str = field(default="s", repr=False)
    count: ClassVar[int] = 7

    def __post_init__(self):
        self.name = self.name.strip()


a, b = Item(" a ", 2.5), Item("b", tags=["x"])
print(a, b, a == Item("a", 2.5, ["other"]), a < b, sorted([b, a])[0].name, a.tags is b.tags, Item.count)
print(asdict(b), astuple(a), replace(a, price=9), [f.name for f in fields(Item)], is_dataclass(Item), is_dataclass(a), is_dataclass(5))


@dataclass(frozen=True)
class Point:
    x: int
    y: int = field(default=0, kw_only=True)


p = Point(1, y=2)
print(p, hash(p) == hash(Point(1, y=2)), {p: 1}[Point(1, y=2)])
try:
    p.x = 5
except FrozenInstanceError as error:
    print(error)


@dataclass
class Child(Item):
    extra: int = field(init=False, default=3)
    inner: Point = Point(0)


c = Child("c", 1.0)
print(c, asdict(c), c == Item("c", 1.0))
for wrong in ("Item()", "Item('a', 1, [], 's', 5)", "Point(1, 2)", "Point(x=1, z=2)", "Child('c', extra=5)", "replace(c, extra=1)", "a < p", "hash(a)", "fields(5)", "asdict(Item)"):
    try:
        print(eval(wrong))
    except Exception as error:
        print(type(error).__name__, error)
try:
    @dataclass
    class Bad:
        x: int = 1
        y: str
except TypeError as error:
    print(error)
try:
    @dataclass
    class Mutable:
        x: list = []
except ValueError as error:
    print(error)
