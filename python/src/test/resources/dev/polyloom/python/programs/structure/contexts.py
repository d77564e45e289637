from contextlib import (
    AbstractContextManager, ContextDecorator, ExitStack, closing, contextmanager, nullcontext, suppress,
)


@contextmanager
def tag(name):
    """Wraps in a tag."""
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("a") as upper, tag("b"):
    print(upper)
try:
    with tag("c"):
        raise ValueError("inside")
except ValueError as error:
    print("caught", error)
print(tag.__name__, tag.__doc__)


@contextmanager
def swallow():
    try:
        yield
    except KeyError as error:
        print("swallowed", error)


with swallow():
    raise KeyError("k")


@tag("deco")
def work(x):
    print("working", x)
    return x * 2


print(work(3), work(4), work.__name__)


@contextmanager
def broken():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for manager in (broken, twice):
    try:
        with manager():
            print("in")
    except RuntimeError as error:
        print(error)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
    print("not reached")
print("after")


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
with nullcontext(5) as five:
    print(five)
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", "called", sep="-")
    stack.push(lambda *details: print("pushed", details[0] and details[0].__name__))
    print(names)
with ExitStack() as stack:
    stack.push(lambda t, v, tb: print("sees", v) or True)
    stack.callback(print, "inner")
    raise RuntimeError("boom")
with ExitStack() as stack:
    stack.callback(print, "moved")
    kept = stack.pop_all()
print("now")
kept.close()


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop", exc[0])
        return False


@Timer()
def job(a, b=2):
    return a + b


print(job(1), job(1, b=5))


class Plain(AbstractContextManager):
    def __exit__(self, *exc):
        print("exit")


with Plain() as p:
    print(type(p).__name__)
try:
    with ExitStack() as stack:
        stack.enter_context(5)
except TypeError as error:
    print(error)
