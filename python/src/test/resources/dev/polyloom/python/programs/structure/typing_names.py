from __future__ import division
import typing
from typing import (
    TYPE_CHECKING, Any, Callable, Dict, Generic, List, Literal, NewType, Optional, Protocol, Tuple, TypedDict,
    TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable,
)

T = TypeVar("T")
K = TypeVar("K", bound=str)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Tuple[int, ...], Callable[[int], str], Any)
print(T, K.__bound__, Literal["a", 1], Optional[List[T]], Union[int, None], Union[int], Callable[..., Any], typing.Type[int])
print(list[int], dict[str, int], int | str, int | None, Optional[str] | int, tuple[int, ...])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(list[int]), get_args(int | str), get_origin(int))
print(isinstance(3, int | str), isinstance(3, (str, int)), isinstance("x", Union[int, str]), isinstance(None, int | None))
print(List[int] == List[int], Optional[int] == Union[int, None], List, TYPE_CHECKING)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


s = Stack[int]()
s.push(3)
print(s.pop(), Stack[int], isinstance(s, Stack), type(s).__name__)


class Pair(Generic[T, K]):
    pass


class Names(Dict[str, int]):
    def top(self):
        return max(self, key=self.get)


print(Names(a=1, b=3).top(), Pair[int, str], Names.__mro__[1])
UserId = NewType("UserId", int)
print(UserId(5), UserId(5) + 1, UserId.__name__)


@runtime_checkable
class Closeable(Protocol):
    def close(self): ...


class Quacks(Protocol):
    def quack(self) -> str: ...


class File:
    def close(self):
        return "closed"


print(isinstance(File(), Closeable), isinstance(3, Closeable))
for action in (
    lambda: isinstance(File(), Quacks),
    lambda: Quacks(),
    lambda: isinstance([], list[int]),
    lambda: List[int](),
    lambda: Any(),
    lambda: typing.assert_never(3),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Movie(TypedDict, total=False):
    name: str
    year: int


m = Movie(name="Up", year=2009)
print(m, type(m), Movie.__annotations__, m["name"])


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


def f(a: int, b: "str" = "x", *args: float, key: Optional[int] = None) -> List[str]:
    return []


print(twice(2), twice("a"), cast(int, "not"), f.__annotations__)
print(get_type_hints(f)["return"], get_type_hints(Movie))


class Annotated:
    count: int = 0
    names: list[str]
    other: "Annotated"


print(Annotated.__annotations__)
