"""Generators that a loop leaves early clean up at once."""
import contextlib


def counted(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("counted cleaned up")


@contextlib.contextmanager
def opened(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


def lines(name):
    with opened(name) as f:
        for i in range(3):
            yield f"{f}:{i}"


def both():
    yield from counted(2)
    yield from counted(2)


def careless():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("asked to end")
        raise


def failing():
    try:
        yield 1
        yield 2
    finally:
        print("fails while it cleans up")


def plain(n):
    yield from range(n)


for i in counted(5):
    if i == 2:
        break
print("after break", i)

for line in lines("a"):
    print(line)
    break
else:
    print("not reached")
print("after with")


def first(values):
    for each in counted(3):
        if each in values:
            return f"found {each}"
    return "nothing"


print(first([1]))
print(first([7]))


def raising():
    for each in lines("b"):
        raise KeyError(each)


try:
    raising()
except KeyError as e:
    print("caught", e)

try:
    for each in counted(3):
        1 / each
except ZeroDivisionError as e:
    print("caught", e)

for each in both():
    print(each)
    if each == 1:
        break
print("after both")

for each in careless():
    break
for each in failing():
    break


class Source:
    def __init__(self):
        self.log = []

    def read(self):
        self.log.append("begin")
        try:
            while True:
                yield len(self.log)
        finally:
            self.log.append("end")


source = Source()
for n in source.read():
    break
print(source.log)
for n in source.read():
    if n > 2:
        break
print(source.log)

for outer in counted(2):
    for inner in counted(2):
        if inner:
            break
        print(outer, inner)
    continue
else:
    print("ended by itself")

kept = counted(3)
for each in kept:
    break
print("kept", next(kept))
kept.close()


def nested():
    for x in counted(3):
        for y in lines("c"):
            yield x, y
            break


for pair in nested():
    print(pair)
    break
print("after nested")

for x in plain(3):
    for y in counted(3):
        if y > x:
            break
        print(x, y)
for x in plain(5):
    break


def shared():
    return kept2


kept2 = counted(4)
for x in shared():
    break
print("shared", next(kept2))
kept2.close()
