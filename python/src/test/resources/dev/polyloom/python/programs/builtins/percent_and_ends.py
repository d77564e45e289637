class Count(int):
    def __str__(self):
        return "count %d" % int(self)


print("%s" % True, "%r" % False, "%d" % True, "%s" % Count(3), "=%s=" % (1 == 2))
print(b"%s" % b"x", "%(a)s" % {"a": True})


class Ending:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(42)


def stop(value=None):
    raise StopIteration(value)


makers = {
    "enumerate": lambda: enumerate(Ending()),
    "map": lambda: map(str, Ending()),
    "map's function": lambda: map(stop, [7]),
    "zip": lambda: zip([1, 2], Ending()),
    "filter": lambda: filter(None, Ending()),
    "filter's function": lambda: filter(stop, [8]),
    "the end": lambda: map(str, []),
}
for name, make in makers.items():
    try:
        next(make())
    except StopIteration as end:
        print(name, end.args, end.value)


def delegate():
    print("value", (yield from map(lambda x: x if x < 2 else stop(444), range(9))))


print(list(delegate()))
