from dataclasses import KW_ONLY, InitVar, dataclass, field, fields, make_dataclass, MISSING
from functools import cached_property
import dataclasses


@dataclass(kw_only=True)
class Config:
    host: str
    port: int = 80


print(Config(host="h"), Config(port=1, host="a"))
try:
    Config("h")
except TypeError as error:
    print(error)
try:
    Config()
except TypeError as error:
    print(error)


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 2
    c: str


print(Mixed(1, c="x"), [(f.name, f.kw_only) for f in fields(Mixed)])


@dataclass
class Account:
    owner: str
    start: InitVar[int] = 0
    balance: float = field(init=False)
    log: list = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self, start):
        self.balance = start * 1.5
        self.log.append(start)


a = Account("ann", 10)
print(a, a.log, Account("bob") == Account("bob", 0))


@dataclass(slots=True)
class Slim:
    x: int
    y: int = 5


s = Slim(1)
print(s, s.__slots__)
try:
    s.z = 3
except AttributeError as error:
    print(error)


@dataclass(eq=False, repr=False)
class Bare:
    x: int


b = Bare(1)
print(b == Bare(1), hash(b) == hash(b), repr(b).startswith("<__main__.Bare object at"))


@dataclass(unsafe_hash=True)
class Key:
    a: int
    b: int = field(hash=False)


print(hash(Key(1, 2)) == hash(Key(1, 3)), Key(1, 2) == Key(1, 3))


@dataclass
class Custom:
    x: int

    def __repr__(self):
        return f"<{self.x}>"

    def __eq__(self, other):
        return True


print(Custom(1), Custom(1) == 5)
C = make_dataclass("C", [("x", int), ("y", int, 5)])
print(C(1), C(1) == C(1, 5))
f = fields(C)[1]
print(f.name, f.default, f.default_factory is MISSING, f.metadata, f.init)


@dataclasses.dataclass
class Inventory:
    items: dict[str, int] = dataclasses.field(default_factory=dict, metadata={"unit": "pieces"})
    names: tuple = ()

    @property
    def total(self):
        return sum(self.items.values())

    @classmethod
    def of(cls, **items):
        return cls(items)

    @cached_property
    def biggest(self):
        return max(self.items, key=self.items.get)


i = Inventory.of(nut=3, bolt=9)
print(i, i.total, i.biggest, fields(i)[0].metadata["unit"], dataclasses.asdict(i))


@dataclass(frozen=True)
class Frozen:
    x: int
    y: list = field(default_factory=list)

    def __post_init__(self):
        object.__setattr__(self, "x", self.x * 2)


print(Frozen(2))
try:
    @dataclass
    class Thawed(Frozen):
        z: int = 0
except TypeError as error:
    print(error)
try:
    @dataclass(order=True)
    class HasLt:
        x: int

        def __lt__(self, other):
            return False
except TypeError as error:
    print(error)
