import copy
import pickle
import weakref
from collections import deque, OrderedDict
from multiprocessing import Process


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Stack(list):
    def __del__(self):
        print("stack del", list(self))


class Mapping(dict):
    def __del__(self):
        print("mapping del", dict(self))


class Half:
    def __init__(self, fail):
        if fail:
            raise ValueError("half")
        self.whole = True

    def __del__(self):
        print("half del", hasattr(self, "whole"))


s = Stack([1, 2])
del s
print("stack gone")
m = Mapping(a=1)
m = None
print("mapping gone")
try:
    Half(True)
except ValueError as e:
    print("failed", e)
print("after half")
h = Half(False)
h = None
a = Named("original")
b = copy.copy(a)
b.name = "copy"
del a
print("copied")
del b
c = Named("deep")
d = copy.deepcopy(c)
d.name = "deep copy"
del c, d
print("deep gone")
p = pickle.loads(pickle.dumps([Named("pickled")]))
print("pickled")
p = None
print("unpickled gone")
q = deque([Named("q1"), Named("q2"), Named("q3")])
q.popleft()
print("popleft")
q.clear()
print("deque cleared")
o = OrderedDict(x=Named("ox"), y=Named("oy"))
o.popitem()
print("popitem")
o.pop("x")
print("popped")
t = [Named("swap a"), Named("swap b")]
t[0], t[1] = None, t[0]
print("swapped")
t = t + [Named("added")]
t[:] = []
print("slice")
x = Named("augmented")
x = x.name + "!"
print(x)


def child():
    n = Named("of child")
    del n
    print("child ends", flush=True)


shared = Named("shared")
if __name__ == "__main__":
    pr = Process(target=child)
    pr.start()
    pr.join()
    print(pr.exitcode)


class Slotted:
    __slots__ = ("v", "__weakref__")

    def __init__(self, v):
        self.v = v

    def __del__(self):
        print("slotted", self.v)


z = Slotted(1)
r = weakref.ref(z, lambda ref: print("callback"))
z = None
print(r() is None)


def gen():
    n = Named("in generator")
    try:
        yield n.name
        yield 2
    finally:
        print("closed")


g = gen()
print(next(g))
g.close()
print("generator closed")


def nested():
    n = Named("outer local")

    def inner():
        return n.name

    return inner


f = nested()
print(f())
f = None
print("closure gone")
print([Named(str(i)).name for i in range(2)])
print(sum(len(Named(str(i)).name) for i in range(2)))
with_default = {}
with_default.setdefault("a", Named("default"))
with_default.setdefault("a", Named("unused default"))
print("setdefault")
st = {Named("in set")}
st.pop()
print("set popped")
for i, v in enumerate([Named("e0"), Named("e1")]):
    print(i, v.name)
v = None
print("enumerated")
if Named("condition"):
    print("in condition")
print(f"{Named('formatted').name}")
assert Named("asserted")
print("asserted")
i = 0
while Named("loop %d" % i).name != "loop 2":
    i += 1
print("looped")
n1 = n2 = Named("twice")
n1 = None
print("once")
n2 = None


def returns():
    try:
        return Named("returned").name
    finally:
        print("finally")


print(returns())
print("end")
