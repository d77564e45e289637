from typing import Any, Callable, Generic, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, get_type_hints, runtime_checkable

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def map(self, f: Callable[[T], Any]) -> "Box[Any]":
        return Box(f(self.item))


class Point(NamedTuple):
    x: int
    y: int = 0


class Movie(TypedDict, total=False):
    title: str
    year: int


@runtime_checkable
class Named(Protocol):
    def name(self) -> str: ...


class Dog:
    def name(self):
        return "Rex"


def f(a: int, b: Optional[str] = None, *c: float) -> Union[int, str]:
    x: int = a
    y: "undefined name"
    return x


print(Box[int](5).map(str).item, Point(1), Point(1, 2)._replace(y=5)._asdict(), Point._fields, Movie(title="Up", year=2009), isinstance(Dog(), Named), isinstance(5, Named))
print(f.__annotations__, f(3), get_type_hints(Point), list[int], dict[str, list[int]], int | None, Optional[int])
variable: int
count: int = 5
print(count, "variable" in globals())
p = Point(3, 4)
x, y = p
print(x, y, p == (3, 4), p[0], p.x, len(p), hash(p) == hash((3, 4)), p < (4,), Point._make([8, 9]))
try:
    Point()
except TypeError as error:
    print(error)
try:
    p.x = 1
except AttributeError as error:
    print(error)
