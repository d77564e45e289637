"""Classes that are made by classes of the program."""
import threading


class Singleton(type):
    instances = {}
    lock = threading.Lock()

    def __call__(cls, *args, **kwargs):
        with cls.lock:
            if cls not in cls.instances:
                cls.instances[cls] = super().__call__(*args, **kwargs)
        return cls.instances[cls]


class Settings(metaclass=Singleton):
    def __init__(self, value=None):
        self.value = value


class Other(Settings):
    pass


print(Settings("a") is Settings("b"), Settings().value, type(Settings).__name__, isinstance(Settings, Singleton))
print(Other(7).value, Other().value, Other() is not Settings(), type(Other()) is Other)


class Registry(type):
    known = []

    def __new__(mcs, name, bases, namespace, **options):
        namespace["shout"] = lambda self: name.upper()
        made = super().__new__(mcs, name, bases, namespace)
        mcs.known.append(name)
        made.options = options
        return made

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.tag = name.lower()

    def __iter__(cls):
        return iter(cls.known)

    def __len__(cls):
        return len(cls.known)

    def __getitem__(cls, key):
        return cls.__name__ * key

    def __contains__(cls, name):
        return name in cls.known

    def __repr__(cls):
        return f"<registered {cls.__name__}>"

    def __getattr__(cls, name):
        return "no " + name

    @property
    def title(cls):
        return cls.__name__.title()


class base(metaclass=Registry):
    """Documented."""


class derived(base, color="red"):
    def __repr__(self):
        return "a derived"


print(Registry.known, base.tag, derived.tag, derived.options, list(base), len(base), base[2], "base" in base)
print(base, repr(derived), derived.title, derived.missing, derived(), derived().shout(), base.__doc__, str(derived))
made = type("Made", (base,), {"x": 5})
print(made, made.x, type(made), made.__mro__[1], issubclass(made, base))
plain = type("Plain", (), {"double": lambda self, n: n * 2, "__module__": "elsewhere"})
print(plain().double(4), plain.__name__, plain, type(plain))


class Anything(type):
    def __instancecheck__(cls, value):
        return value == 3

    def __subclasscheck__(cls, other):
        return other is int


class Three(metaclass=Anything):
    pass


print(isinstance(3, Three), isinstance(4, Three), issubclass(int, Three), issubclass(str, Three))
for wrong in (lambda: type(1, 2), lambda: type(1, (), {}), lambda: type("a", [], {}), lambda: object.__new__(1)):
    try:
        print(wrong())
    except TypeError as e:
        print("TypeError", e)
