from collections import ChainMap, UserDict, UserList, UserString, namedtuple
from types import MappingProxyType, SimpleNamespace

c = ChainMap({"a": 1}, {"a": 2, "b": 3})
c["n"] = 9
print(c["a"], c["b"], dict(c), len(c), c.maps, c.new_child({"a": 0})["a"], c.parents["a"], "b" in c, list(c))
try:
    del c["b"]
except KeyError as error:
    print(error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower({"A": 1}, B=2)
d.update({"C": 3})
print(d, d.data, "a" in d, len(d), isinstance(d, dict), {**d})


class Logged(UserList):
    def append(self, x):
        print("adding", x)
        super().append(x)


l = Logged([1])
l.append(2)
print(l, l + [3], type(l[:1]).__name__, l.data, UserString("abc").upper(), UserString("a") + "b")
ns = SimpleNamespace(a=1, b="x")
ns.c = [ns.a]
print(ns, ns == SimpleNamespace(a=1, b="x", c=[1]), vars(ns))
proxy = MappingProxyType({"k": 1})
print(proxy, proxy["k"], list(proxy.items()))
try:
    proxy["k"] = 2
except TypeError as error:
    print(error)
P = namedtuple("P", "x y z", defaults=[0])
print(P(1, 2), P._field_defaults, P(1, y=5)._replace(x=9), P._make("abc"), [*P(1, 2)], P.__doc__)
for wrong in (lambda: P(1), lambda: P(1, 2, 3, 4), lambda: P(1, 2)._replace(w=1), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class"), lambda: namedtuple("Q", "_x"), lambda: P(1, 2).w):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple("R", "a class a", rename=True)._fields)
