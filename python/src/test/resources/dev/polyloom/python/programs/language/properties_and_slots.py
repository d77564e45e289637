class Account:
    """A bank account."""

    def __init__(self, balance=0):
        self._balance = balance

    @property
    def balance(self):
        """The money there is."""
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError(f"negative balance: {value}")
        self._balance = value

    @balance.deleter
    def balance(self):
        print("closing")
        self._balance = None

    @property
    def fixed(self):
        return 42


a = Account(5)
a.balance += 10
print(a.balance, Account.balance.__doc__, type(Account.balance).__name__, a.fixed)
for act in ("a.balance = -1", "a.fixed = 1", "del a.fixed", "a.nope", "Account.nope"):
    try:
        exec(act)
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
del a.balance
print(a.balance)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


s = Slotted(1)
print(s.x, Slotted.__slots__, hasattr(s, "__dict__"))
for act in ("s.y", "s.z = 3", "del s.y"):
    try:
        exec(act)
    except AttributeError as error:
        print(error)
s.y = 2
print(s.y)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value


class Item:
    price = Typed(float)
    name = Typed(str)


i = Item()
print(i.price)
i.price = 2.5
try:
    i.name = 5
except TypeError as error:
    print(error)
print(i.price, i.__dict__, isinstance(Item.price, Typed))


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        value = self.function(instance)
        setattr(instance, self.function.__name__, value)
        return value


class Report:
    @Lazy
    def total(self):
        print("computing")
        return 99


r = Report()
print(r.total, r.total)
