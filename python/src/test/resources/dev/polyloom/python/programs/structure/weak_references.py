import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return "hello " + self.name


t = Thing("t")
r = weakref.ref(t)
print(r() is t, r().name, r == weakref.ref(t), isinstance(r, weakref.ReferenceType))
values = weakref.WeakValueDictionary()
values["a"] = t
print(values["a"].name, len(values), "a" in values, list(values), values.get("zzz"))
keys = weakref.WeakKeyDictionary()
keys[t] = "value"
print(keys[t], len(keys), t in keys)
group = weakref.WeakSet([t])
group.add(t)
print(len(group), t in group, [x.name for x in group])
proxy = weakref.proxy(t)
print(proxy.name, proxy.hello())
proxy.name = "changed"
print(t.name)
method = weakref.WeakMethod(t.hello)
print(method()())
try:
    weakref.ref(5)
except TypeError as error:
    print(error)
try:
    values["none"]
except KeyError as error:
    print("KeyError", error)
f = weakref.finalize(t, print, "finalized", "t", sep=": ")
print(f.alive)
f()
print(f.alive, f())
last = weakref.finalize(t, print, "at exit")
print(gc.isenabled(), gc.get_threshold()[0] > 0)
gc.disable()
print(gc.isenabled())
gc.enable()
print("done")
