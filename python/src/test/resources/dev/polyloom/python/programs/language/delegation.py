"""Generators that delegate, and what is thrown into them."""


def inner():
    try:
        while True:
            try:
                got = yield "ready"
                if got == "stop":
                    return "inner result"
                yield f"got {got}"
            except ValueError as e:
                yield f"handled {e}"
    finally:
        print("inner ends")


def outer():
    result = yield from inner()
    print("result", result)
    yield "last"
    return 99


g = outer()
print(next(g), g.send("x"), next(g), g.throw(ValueError("v")), next(g), g.send("stop"))
try:
    next(g)
except StopIteration as e:
    print("value", e.value, e.args)
g = outer()
next(g)
try:
    g.throw(KeyError, "k")
except KeyError as e:
    print("KeyError", e, e.args)
g = outer()
next(g)
g.close()
print(list(g))


class Counter:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("from counter")
        return self.n

    def send(self, value):
        return f"sent {value}"

    def throw(self, error):
        return f"thrown {error!r}"

    def close(self):
        print("counter closed")


def over(source):
    result = yield from source
    print("ended with", result)


g = over(Counter())
print(next(g), g.send("a"), g.throw(RuntimeError("r")), next(g))
g.close()
print(list(over(Counter())), list(over([1, 2])), list(over("ab")))
g = over(Counter())
next(g)
g.close()


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("refuses")
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print("RuntimeError", e)


def leaks():
    yield 1
    raise StopIteration("leak")


try:
    print(list(leaks()))
except RuntimeError as e:
    print("RuntimeError", e, repr(e.__cause__))


def again():
    yield next(running)


running = again()
for wrong in (lambda: next(running), lambda: again().send(1), lambda: again().throw(5), lambda: inner().throw(OSError)):
    try:
        print(wrong())
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)


def stops(n):
    if n > 2:
        raise StopIteration(n)
    return n


print(list(map(stops, range(9))), [*iter(iter([1, 2, 3, 0, 4]).__next__, 0)])
