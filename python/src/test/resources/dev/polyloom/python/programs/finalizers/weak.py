import weakref
class Obj:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"Obj({self.n})"
o = Obj(1)
r = weakref.ref(o)
print(r(), r() is o)
del o
print(r())
def cb(ref): print("callback", ref() is None)
o = Obj(2)
r = weakref.ref(o, cb)
o = None
print("after")
o = Obj(3)
f = weakref.finalize(o, print, "finalized", 3)
print(f.alive)
del o
print(f.alive)
d = weakref.WeakValueDictionary()
a = Obj("a"); b = Obj("b")
d["a"] = a; d["b"] = b
print(len(d), sorted(d))
del a
print(len(d), list(d.items()))
s = weakref.WeakSet()
x = Obj("x"); s.add(x); s.add(b)
print(len(s))
del x
print(len(s))
k = weakref.WeakKeyDictionary()
k[b] = 1
print(len(k))
d.pop("b"); s.clear()
del b
print(len(k))
p = Obj("p")
px = weakref.proxy(p)
print(px.n)
del p
try:
    print(px.n)
except ReferenceError as e:
    print("ReferenceError", e)
class Cache:
    def __init__(self): self._d = weakref.WeakValueDictionary()
    def get(self, k):
        v = self._d.get(k)
        if v is None:
            print("miss", k)
            v = Obj(k)
            self._d[k] = v
        else:
            print("hit", k)
        return v
c = Cache()
one = c.get("one")
again = c.get("one")
print(one is again)
del one
c.get("one")
del again
c.get("one")
c.get("one")
def scope():
    loc = Obj("loc")
    return weakref.ref(loc)
w = scope()
print(w())
class Parent:
    def __init__(self): self.children = []
class Child:
    def __init__(self, p): self.parent = weakref.ref(p)
par = Parent(); ch = Child(par); par.children.append(ch)
print(ch.parent() is par)
del par
print(ch.parent())
