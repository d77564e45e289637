class A:
    def m(self): return "m"
    @property
    def p(self): return "p"
    def __len__(self): return 3
    def __add__(self, o): return "add"
a = A()
def loop():
    return [a.m() for _ in range(3)]
print(loop())
def m2(self): return "m2"
A.m = m2
print(a.m(), loop())
A.extra = lambda self, x=1: x + 1
print(a.extra(), a.extra(5))
setattr(A, "dyn", property(lambda self: "dyn"))
print(a.dyn)
A.__len__ = lambda self: 7
print(len(a))
A.__str__ = lambda self: "strA"
print(a, str(a), f"{a}")
A.__add__ = lambda self, o: "add2"
print(a + 1)
del A.m
try: a.m()
except AttributeError as e: print(e)
A.__call__ = lambda self, *x: x
print(a(1, 2))
class B(A): pass
A.m = lambda self: "back"
print(B().m(), B.m(B()))
B.m = lambda self: "B " + A.m(self)
print(B().m())
delattr(B, "m")
print(B().m())
A.__eq__ = lambda s, o: True
print(a == 3)
A.__getattr__ = lambda s, n: "ga " + n
print(a.foo)
A.__iter__ = lambda s: iter([1, 2])
print(list(a), 2 in a)
A.__bool__ = lambda s: False
print(bool(a))
A.__getitem__ = lambda s, k: k
print(a[3])
A.__setattr__ = lambda s, k, v: print("set", k, v)
a.z = 3
A.__enter__ = lambda s: s
A.__exit__ = lambda *x: print("exit")
with a: print("in")
A.__hash__ = lambda s: 42
print(hash(a))
