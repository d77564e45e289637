class Plain:
    def method(self):
        pass


class Documented:
    """What it is."""

    kind: str = "plain"

    def __eq__(self, other):
        return True


class Child(Plain):
    size = 1


class Slotted:
    __slots__ = ("right", "left")
    common = 3


class Open(Slotted):
    "Has all."


class Failure(Exception):
    pass


class Table(dict):
    pass


class Whole(int):
    pass


for each in (Plain, Documented, Child, Slotted, Open, Failure, Table, Whole):
    print(each.__name__, list(each.__dict__))
    print("  ", list(vars(each)) == list(each.__dict__), each.__dict__["__doc__"])
print(Plain.__dict__["__dict__"], Plain.__dict__["__weakref__"])
print(Slotted.__dict__["left"], Documented.__dict__["__hash__"])
print("method" in Plain.__dict__, "size" in Plain.__dict__, Child.__dict__["size"])
again = type("Again", (), {k: v for k, v in Plain.__dict__.items() if k[:2] != "__"})
print(again().method(), sorted(again.__dict__))


class Secret:
    __slots__ = ["__hidden", "shown", "__kept__"]

    def __init__(self):
        self.__hidden = 1
        self.shown = 2
        self.__kept__ = 3

    def total(self):
        return self.__hidden + self.shown + self.__kept__


secret = Secret()
print(secret.total(), secret._Secret__hidden)
print([n for n in dir(secret) if n in ("_Secret__hidden", "__hidden", "shown", "__kept__")])
try:
    secret.__hidden = 5
except AttributeError as e:
    print(e)


class Registered:
    found = []

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        Registered.found.append(cls().describe())


class Member(Registered):
    def __init__(self):
        super().__init__()
        self.owner = __class__

    def describe(self):
        return self.owner.__name__


print(Registered.found)


class Checked(type):
    def __new__(meta, name, bases, body):
        made = super().__new__(meta, name, bases, body)
        print(name, made().greet())
        return made


class Greeter(metaclass=Checked):
    def greet(self):
        return "greets as " + __class__.__name__ + str(isinstance(super(), object))
