import functools

trace = []


def tag(name):
    trace.append(f"make {name}")

    def decorate(function):
        trace.append(f"apply {name}")

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return f"<{name}>{function(*args, **kwargs)}</{name}>"

        return wrapper

    return decorate


@tag("b")
@tag("i")
def hello(who="world"):
    """Says hello."""
    return f"hello {who}"


print(trace)
print(hello(), hello("you"), hello.__name__, hello.__doc__)
print(hello.__wrapped__.__wrapped__("raw"))


class Memo:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.known, self.calls = function, {}, 0

    def __call__(self, *args):
        if args not in self.known:
            self.calls += 1
            self.known[args] = self.function(*args)
        return self.known[args]

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.calls, fib.__name__)


class Shape:
    def __init__(self, side):
        self.side = side

    @Memo
    def area(self):
        return self.side**2


s = Shape(3)
print(s.area(), s.area(), Shape.area.calls)


def register(cls):
    registry[cls.__name__.lower()] = cls
    return cls


registry = {}


@register
class Circle:
    kind = (lambda: "round")()


print(registry, registry["circle"].kind)
