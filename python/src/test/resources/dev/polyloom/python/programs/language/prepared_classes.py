"""Metaclasses that prepare where the names of a class are kept."""
from collections import OrderedDict

class NoDup(dict):
    def __init__(self, name): super().__init__(); self.clsname = name
    def __setitem__(self, k, v):
        if k in self and not k.startswith("__"): raise TypeError(f"{k} already defined in {self.clsname}")
        super().__setitem__(k, v)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", mcs.__name__, name, [b.__name__ for b in bases], kw)
        return NoDup(name)
    def __new__(mcs, name, bases, ns, **kw):
        print("new", type(ns).__name__, [k for k in ns if not k.startswith("__")])
        return super().__new__(mcs, name, bases, dict(ns))
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
class A(metaclass=Meta, flag=1):
    x = 1
    def f(self): return self.x
    y = x + 1
print(A().f(), A.y, type(A).__name__)
class B(A):
    z = 3
    del z
    w = [i for i in range(2)]
print(B.w, hasattr(B, "z"))
try:
    class C(A):
        def g(self): pass
        def g(self): pass
except TypeError as e: print(e)
class Auto(dict):
    def __init__(self): super().__init__(); self.next = 0
    def __missing__(self, k):
        if k.startswith("__"): raise KeyError(k)
        self[k] = v = self.next; self.next += 1; return v
class AutoMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): return Auto()
class Colors(metaclass=AutoMeta):
    RED
    GREEN
    BLUE
print(Colors.RED, Colors.GREEN, Colors.BLUE)
class Odd(type):
    @classmethod
    def __prepare__(m, n, b): return 5
try:
    class D(metaclass=Odd): pass
except TypeError as e: print(e)
