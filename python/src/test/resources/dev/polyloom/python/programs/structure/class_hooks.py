from abc import ABCMeta, abstractmethod


class Registry:
    known = {}

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Registry.known[tag or cls.__name__] = cls


class First(Registry, tag="one"):
    pass


class Second(Registry):
    pass


print({key: value.__name__ for key, value in Registry.known.items()})


class Field:
    def __set_name__(self, owner, name):
        self.name = name
        self.owner = owner.__name__

    def __get__(self, obj, kind=None):
        return self if obj is None else obj.__dict__.get(self.name, f"no {self.name}")

    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2


class Model:
    a = Field()
    b = Field()


m = Model()
m.a = 4
print(m.a, m.b, Model.a.name, Model.b.owner)


class Vector:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__}]"


print(Vector[int])


class Typed:
    x: int = 1
    y: "str"
    z: list[int]


print(Typed.__annotations__)


class Abstract(metaclass=ABCMeta):
    @abstractmethod
    def run(self): ...


class Job(Abstract, Registry, tag="job"):
    def run(self):
        return "ran"


print(Job().run(), sorted(Registry.known), type(Job) is ABCMeta)
try:
    class Odd(Vector, color="red"):
        pass
except TypeError as error:
    print(error)
