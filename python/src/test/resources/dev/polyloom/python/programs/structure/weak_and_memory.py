import gc
import sys
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"


n = Node("a")
ref = weakref.ref(n)
print(ref(), ref() is n, ref == weakref.ref(n))
proxy = weakref.proxy(n)
print(proxy.name)
table = weakref.WeakValueDictionary(k=n)
print(table["k"], len(table), "k" in table)
keys = weakref.WeakKeyDictionary({n: 1})
members = weakref.WeakSet([n])
print(keys[n], n in members, len(members))
print(sys.getsizeof([]) > 0, sys.getrefcount(n) > 0, sys.intern("x") == "x", gc.isenabled(), isinstance(gc.collect(), int), id(n) == id(ref()))
try:
    weakref.ref(5)
except TypeError as error:
    print(error)
