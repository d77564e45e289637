"""Descriptors, properties and the methods that rule attributes."""


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive, not {value}")
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        print("delete", self.name)
        delattr(instance, self.name)


class Order:
    count = Positive()
    price = Positive()

    def __init__(self, count, price):
        self.count, self.price = count, price

    @property
    def total(self):
        """What it costs."""
        return self.count * self.price

    @total.setter
    def total(self, value):
        self.price = value / self.count

    @total.deleter
    def total(self):
        del self.price


o = Order(2, 3)
print(o.total, Order.total.__doc__, type(Order.count).__name__, vars(o))
o.total = 10
print(o.price, o.total)
del o.total
print(hasattr(o, "price"), vars(o))
for wrong in (lambda: Order(0, 1), lambda: setattr(o, "count", -1), lambda: o.nothing, lambda: Order.nothing):
    try:
        wrong()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)


class Watched:
    limit = 10

    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattribute__(self, name):
        if name.startswith("secret"):
            raise AttributeError(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"<{name}>"

    def __setattr__(self, name, value):
        self.log.append(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append("-" + name)
        object.__delattr__(self, name)

    def __dir__(self):
        return ["b", "a"]


w = Watched()
w.x = 1
w.secret = 2
del w.x
print(w.log, w.x, w.secret, w.limit, dir(w), getattr(w, "y", 0))


class Read:
    value = property(lambda self: 1, doc="one")
    empty = property()


r = Read()
print(r.value, Read.value.__doc__, Read.value.fget(r))
for wrong in (lambda: setattr(r, "value", 2), lambda: delattr(r, "value"), lambda: r.empty, lambda: (5).x, lambda: setattr(5, "x", 1)):
    try:
        print(wrong())
    except AttributeError as e:
        print("AttributeError", e)


class Slotted:
    __slots__ = ("a", "b")


s = Slotted()
s.a = 1
try:
    s.c = 2
except AttributeError as e:
    print(e)
try:
    print(s.b)
except AttributeError as e:
    print(e)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__}]"

    def __init_subclass__(cls, /, kind="none", **rest):
        super().__init_subclass__(**rest)
        cls.kind = kind


class Special(Generic, kind="special"):
    pass


print(Generic[int], Special[str], Special.kind, super(Special, Special()), Generic.__new__(Special).kind)
