from dataclasses import (
    FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace,
)
from typing import ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: int = 0
    tags: List[str] = field(default_factory=list)
    count: ClassVar[int] = 0
    hidden: str = field(default="h", repr=False, compare=False)

    def dist(self):
        return (self.x**2 + self.y**2) ** 0.5


p = Point(3, 4)
print(p, p.dist(), p == Point(3, 4, hidden="other"), p == (3, 4), p != Point(1))
p.tags.append("t")
print(Point(1).tags, p.tags, asdict(p), astuple(p))
print([f.name for f in fields(p)], fields(Point)[0].type, is_dataclass(p), is_dataclass(int))
print(replace(p, x=10), Point.__match_args__, Point.__doc__)
for action in (
    lambda: Point(),
    lambda: Point(1, 2, [], "h", 5),
    lambda: Point(z=1),
    lambda: hash(p),
    lambda: p < p,
    lambda: asdict(3),
    lambda: replace(p, q=1),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0

    def bump(self):
        return replace(self, minor=self.minor + 1)


v = Version(1, 2)
print(v, hash(v) == hash(Version(1, 2)), v < Version(1, 10), sorted([Version(2), v, Version(1)]))
print(v.bump(), {v: "value"}[Version(1, 2)], max(v, Version(0, 9)))
try:
    v.major = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error, isinstance(error, AttributeError))
try:
    del v.minor
except AttributeError as error:
    print(error)


@dataclass
class Base:
    name: str
    level: int = 1


@dataclass
class Child(Base):
    level: int = 5
    extra: Optional[str] = None

    def __post_init__(self):
        self.label = f"{self.name}:{self.level}"


c = Child("kid", extra="e")
print(c, c.label, vars(c))
try:
    @dataclass
    class Wrong:
        a: int = 1
        b: str
except TypeError as error:
    print(error)
try:
    @dataclass
    class Mutable:
        items: list = []
except ValueError as error:
    print(error)


@dataclass
class Tree:
    value: int
    left: "Tree" = None
    right: "Tree" = None


t = Tree(1, Tree(2), Tree(3, Tree(4)))
print(t)
print(asdict(t)["right"], astuple(t))
t.left = t
print(t)
match p:
    case Point(x, 4):
        print("x is", x)
