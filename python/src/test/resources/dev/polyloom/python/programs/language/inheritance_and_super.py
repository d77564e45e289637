class A:
    def __init__(self, **kw):
        print("A", kw)
        self.made = ["A"]

    def who(self):
        return "A"

    def chain(self):
        return ["A"]


class B(A):
    def __init__(self, b=None, **kw):
        super().__init__(**kw)
        self.made.append(f"B{b}")

    def who(self):
        return "B" + super().who()

    def chain(self):
        return ["B", *super().chain()]


class C(A):
    def __init__(self, c=None, **kw):
        super().__init__(**kw)
        self.made.append(f"C{c}")

    def chain(self):
        return ["C", *super().chain()]


class D(B, C):
    def chain(self):
        return ["D", *super().chain()]

    @classmethod
    def create(cls, *args):
        return cls(b=1, c=2, x=args)

    @staticmethod
    def helper(x):
        return x * 2


d = D.create(7)
print(d.made, d.chain(), d.who(), [k.__name__ for k in D.__mro__], D.helper(4), d.helper("ab"))
print(super(B, d).chain(), super(C, d).who(), D.__bases__, D.__base__.__name__, B.__subclasses__())
print(isinstance(d, C), issubclass(D, A), issubclass(A, D), type(d) is D, type(d).__mro__[-1])
try:
    class Bad(A, B):
        pass
except TypeError as error:
    print(error)


class Meta:
    registry = []

    def __init_subclass__(cls, /, tag="none", **kwargs):
        super().__init_subclass__(**kwargs)
        Meta.registry.append((cls.__name__, tag))


class First(Meta, tag="one"):
    pass


class Second(First):
    pass


print(Meta.registry)


class Private:
    def __init__(self):
        self.__secret = 1
        self._half = 2

    def get(self):
        return self.__secret


class Child(Private):
    def __init__(self):
        super().__init__()
        self.__secret = "child"


c = Child()
print(c.get(), c.__dict__)
try:
    c.__secret
except AttributeError as error:
    print(error)


class Int(int):
    def __add__(self, other):
        return Int(int(self) + other + 1)

    def __repr__(self):
        return f"Int({int(self)})"


class Names(list):
    def append(self, x):
        super().append(x.title())


n = Names(["a"])
n.append("bob smith")
print(Int(5) + 1, Int(3) * 2, n, isinstance(n, list), n == ["a", "Bob Smith"], type(n[:]).__name__, type(Int(1) + 1).__name__)
