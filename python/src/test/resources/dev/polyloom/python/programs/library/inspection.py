"""What functions, classes and objects are like."""

import functools
import inspect
import threading


class Base:
    """A base.

        It has indented lines.
    """

    def __init__(self, a, b: int = 2):
        self.a = a

    def method(self, x, *rest, key=None, **more) -> str:
        """Says something."""


class Child(Base):
    @property
    def size(self):
        return 1


def plain(a, b=1, /, c="x", *, d, e: float = 1.5):
    pass


async def later():
    pass


def logged(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        print(function.__name__, dict(bound.arguments))
        return function(*args, **kwargs)

    return wrapper


@logged
def add(a, b=10, *more):
    return a + b + sum(more)


print(inspect.signature(plain), inspect.signature(Base), inspect.signature(Child(1).method))
for parameter in inspect.signature(plain).parameters.values():
    print(parameter.name, parameter.kind, parameter.default is inspect.Parameter.empty, parameter)
print(add(1), add(1, 2, 3), inspect.signature(add))
for args, kwargs in (((), {}), ((1, 2, 3, 4), {}), ((1,), {"d": 1, "z": 2}), ((1,), {})):
    try:
        print(inspect.signature(plain).bind(*args, **kwargs))
    except TypeError as error:
        print(error)
print(inspect.isclass(Base), inspect.isfunction(plain), inspect.ismethod(Child(1).method))
print(inspect.iscoroutinefunction(later), inspect.iscoroutinefunction(plain))
print(inspect.getdoc(Base), "|", inspect.getdoc(Child.method), "|", inspect.getdoc(Child))
print([name for name, _ in inspect.getmembers(Child, inspect.isfunction)])
print([each.__name__ for each in inspect.getmro(Child)])
print(repr(threading.Semaphore(2)).split(" at ")[0], repr(threading.BoundedSemaphore(2)).split(": ")[1])
