# Names that code reads or makes through exec, eval, locals and vars.


class Settings:
    exec("width = 3")
    height = eval("width + 1")
    area = locals()["width"] * locals()["height"]
    locals()["depth"] = 9
    print(depth, width, sorted(name for name in locals() if not name.startswith("__")))
    exec("def volume(self): return self.area * self.depth")
    for _letter in "ab":
        vars()[_letter] = _letter * 2


print(Settings.width, Settings.height, Settings.area, Settings().volume(), Settings.a, Settings.b)
print(Settings.__name__, Settings.__qualname__, Settings.__module__)


class Table(dict):
    columns = 2
    count = len([name for name in locals() if name == "columns"])

    class Row:
        cells = 1
        print(sorted(locals()))

    def size(self):
        return self.columns * len(self)


print(Table(a=1).size(), Table.count, Table.Row.__qualname__)
print(sorted(name for name in Table.__dict__ if not name.startswith("__")))


def compute(start):
    exec("made = start + 1")
    print(sorted(locals().items()), eval("made"))
    exec("made += 1")
    seen = locals()
    start = 7
    print(seen["start"], seen["made"], locals() is seen, seen["start"])
    return [eval("each * 2") for each in range(3)]


print(compute(1))


def stepwise(first):
    yield eval("first")
    exec("second = 2")
    third = 3
    yield sorted(locals())
    del third
    yield sorted(locals())


print(list(stepwise(1)))
double = lambda value: eval("value * 2")
print(double(4))


def nothing():
    return vars(), dir()


print(nothing())
