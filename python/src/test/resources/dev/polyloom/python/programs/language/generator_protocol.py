def echo():
    received = None
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = f"caught {error}"
        except GeneratorExit:
            print("closing")
            raise


g = echo()
print(next(g), g.send(1), g.send("two"), g.throw(ValueError("three")))
g.close()
g.close()
try:
    g.send(None)
except StopIteration as stop:
    print("stopped", stop.value)


def total():
    value = 0
    while (given := (yield value)) is not None:
        value += given
    return f"sum {value}"


def delegate():
    result = yield from total()
    print("got", result)
    yield "last"


d = delegate()
next(d)
print(d.send(3), d.send(4), d.send(None))
print(list(d))
try:
    t = total()
    t.send(5)
except TypeError as error:
    print(error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def leaks():
    yield 1
    raise StopIteration("inside")


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def self_running():
    yield next(me)


me = self_running()
try:
    next(me)
except ValueError as error:
    print(error)
fresh = echo()
try:
    fresh.throw(KeyError, "never started")
except KeyError as error:
    print(error)
print(type(g).__name__, g.gi_running)
expression = (x * x for x in range(4) if x % 2)
print(next(expression), list(expression), next(expression, "done"))
