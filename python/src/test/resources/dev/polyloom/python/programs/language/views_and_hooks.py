# Views of dicts beside other values, descriptors that only set, scanners, and awaitable generators.
import re
import types

prices = {"ACME": 45.23, "AAPL": 612.78, "IBM": 205.55}
print(sorted(prices.keys() - ["IBM", "none"]), sorted(["IBM", "HPQ"] - prices.keys()))
print(sorted(prices.keys() & ("IBM", "HPQ")), sorted(prices.keys() | ["HPQ"]))
print(sorted(prices.items() & [("IBM", 205.55)]), sorted(prices.keys() ^ {"IBM", "X"}))
try:
    prices.values() - ["IBM"]
except TypeError as e:
    print(e)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value


class Stock:
    name = Typed(str)
    shares = Typed(int)

    def __init__(self, name, shares):
        self.name = name
        self.shares = shares


s = Stock("ACME", 50)
print(s.name, s.shares)
s.shares += 1
print(s.shares, type(Stock.shares).__name__)
try:
    s.shares = "a lot"
except TypeError as e:
    print(e, s.shares)

tokens = re.compile(r"(?P<NAME>[a-z]+)|(?P<NUM>\d+)|(?P<WS>\s+)|(?P<OP>[=+])")
scanner = tokens.scanner("foo = 42 + b")
for m in iter(scanner.match, None):
    if m.lastgroup != "WS":
        print(m.lastgroup, m.group(), end="; ")
print(scanner.match())
print([m.group() for m in iter(re.compile("a*").scanner("baac").search, None)])


@types.coroutine
def switch(value):
    back = yield value
    return back * 2


async def ask():
    first = await switch(1)
    second = await switch(first)
    return first + second


task = ask()
print(task.send(None), task.send(10), ask.__name__)
try:
    task.send(100)
except StopIteration as e:
    print("result", e.value)
