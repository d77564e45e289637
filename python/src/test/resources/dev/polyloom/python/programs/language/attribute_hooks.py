class Record:
    kind = "class attribute"

    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        if name.startswith("auto_"):
            return f"made {name}"
        raise AttributeError(f"no {name} here")

    def __setattr__(self, name, value):
        self.log.append(("set", name))
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append(("del", name))
        super().__delattr__(name)


r = Record()
r.a = 1
r.kind = "own"
print(r.a, r.auto_x, r.kind, Record.kind, hasattr(r, "zzz"), getattr(r, "zzz", "fallback"))
del r.a, r.kind
print(r.kind, r.log)
try:
    r.zzz
except AttributeError as error:
    print(error)
try:
    del r.gone
except AttributeError as error:
    print(error)


class Spy:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        if name == "hidden":
            raise AttributeError("hidden is hidden")
        value = super().__getattribute__(name)
        return f"<{value}>" if name == "x" else value


s = Spy()
print(s.x, s.__dict__, hasattr(s, "hidden"))


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


p = Proxy([3, 1, 2])
p.sort()
print(p.index(3), p._target)
try:
    len(p)
except TypeError as error:
    print(error)


class Meta(type):
    def __getattr__(cls, name):
        return f"class-level {name}"

    def __call__(cls, *args):
        print("creating", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 7

    def __contains__(cls, x):
        return x == 1


class WithMeta(metaclass=Meta):
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.args = args
        return self


w = WithMeta(1, 2)
print(w.args, WithMeta.anything, len(WithMeta), 1 in WithMeta, 2 in WithMeta, type(WithMeta).__name__)


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self):
        self.count = getattr(self, "count", 0) + 1


print(Single() is Single(), Single().count)
