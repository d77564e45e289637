"""Generators whose yields stand in loops and choices: send, throw, close, results, errors."""


def countdown(n):
    while n > 0:
        if n == 3:
            n -= 1
            continue
        yield n
        n -= 1
    else:
        yield "liftoff"
    return "done"


def echo():
    got = None
    while True:
        got = yield got
        if got == "stop":
            break
    return "stopped"


def nested(rows, limit=None):
    for row in rows:
        for item in row:
            if item == limit:
                return "limit"
            yield item
        else:
            yield "row"
    else:
        yield "end"


def outer(rows):
    result = yield from nested(rows, 5)
    yield result
    yield from "ab"
    value = yield from echo()
    yield value


def failing():
    yield 1
    state = {}
    yield state["missing"]


def stops():
    yield 1
    raise StopIteration(2)


def closures():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    for i in range(3):
        yield add(i), [x + total for x in range(2)]


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def delegating():
    try_again = yield from failing()
    yield try_again


def unbound(flag):
    if flag:
        x = 1
    yield "first"
    yield x


print(list(countdown(5)))
g = countdown(1)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("result", e.value)
print(list(g))
e = echo()
print(next(e), e.send(1), e.send("two"))
try:
    e.send("stop")
except StopIteration as stop:
    print(stop.value)
print(list(nested([[1, 2], [3]])), list(nested([[1], [2, 5, 6]], 5)))
o = outer([[4], [5]])
print([next(o) for _ in range(6)])
print(o.send("sent"), o.send("stop"))
print(list(closures()))
print(list(Tree(2, Tree(1), Tree(4, Tree(3)))))
for make in (failing, stops, delegating):
    g = make()
    print(next(g))
    try:
        next(g)
    except Exception as error:
        print(type(error).__name__, error, type(error.__cause__).__name__)
    print(list(g))
g = failing()
next(g)
try:
    g.throw(ValueError("thrown"))
except ValueError as error:
    print(error, error.__traceback__ is not None)
g = delegating()
next(g)
try:
    g.throw(KeyError("inner"))
except KeyError as error:
    print(repr(error))
g = countdown(9)
g.close()
print(list(g))
g = echo()
next(g)
g.close()
try:
    next(g)
except StopIteration:
    print("closed")
g = echo()
try:
    g.send(1)
except TypeError as error:
    print(error)
g = unbound(False)
print(next(g))
try:
    next(g)
except UnboundLocalError as error:
    print(error)


def again():
    yield 1
    yield next(running)


running = again()
next(running)
try:
    next(running)
except ValueError as error:
    print(error)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


numbers = fib()
for _ in range(100):
    last = next(numbers)
print(last)
