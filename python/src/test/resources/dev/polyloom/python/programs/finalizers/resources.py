import sys, time
class Resource:
    """Docs"""
    instances = {}
    def __init__(self, name):
        self.name = name
        Resource.instances[name] = "open"
        print(f"[+] {name} acquired")
    def __del__(self):
        Resource.instances[self.name] = "closed"
        print(f"[-] {self.name} released")
    def use(self):
        print(f"    using {self.name}")
        if self.name == "bad":
            raise RuntimeError("bad resource")
def scope_demo():
    r1 = Resource("r1")
    r2 = Resource("r2")
    r1.use()
    r2.use()
    print("leaving")
scope_demo()
print("---")
def early():
    r = Resource("early")
    if r.name:
        return "returned"
print(early())
def outer():
    r = Resource("outer")
    def inner():
        return r.name
    return inner
fn = outer()
print(fn())
del fn
print("closure gone")
def fail():
    r = Resource("bad")
    r.use()
try:
    fail()
except RuntimeError as err:
    print("error:", err)
print("recovered")
class File:
    def __init__(self, name): self.name = name; self.res = Resource(name + ".res")
    def __del__(self): print("File del", self.name)
f = File("f")
f = None
print("nested done")
class Tree:
    def __init__(self, v): self.v = v; self.kids = []
    def add(self, k): self.kids.append(k); return self
    def __del__(self): print("tree", self.v)
root = Tree(0).add(Tree(1)).add(Tree(2).add(Tree(3)))
print("built")
del root
print("tree gone")
a = [Resource("x1"), Resource("x2")]
b = a
a = None
print("b keeps")
b = None
s = {Resource("s1")}
s.clear()
print("set clear")
x = Resource("swap1"); y = Resource("swap2")
x, y = y, x
print(x.name, y.name)
x = None
print("x none")
n = [Resource("n%d" % i) for i in range(3)]
n.remove(n[1])
print("removed")
while n:
    n.pop()
print("drained")
lam = lambda: Resource("lam")
lam()
print("lam")
for i in range(2):
    r = Resource(f"loop{i}")
    r.use()
del r
def rec(k):
    q = Resource("rec%d" % k)
    if k: rec(k - 1)
rec(2)
d = dict(a=Resource("da"))
d.update(a=Resource("db"))
print("updated")
d.clear()
o = Resource("kw")
def kw(*, res): print("kw", res.name)
kw(res=o)
del o
print("kw done")
class Base:
    def __del__(self): print("Base.__del__")
class Derived(Base): pass
z = Derived()
z = 5
print(Resource.instances["r1"])
if True:
    tmp = Resource("in if")
    tmp = None
    print("in if end")
u = Resource("exit1"); v = Resource("exit2")
sys.exit(0)
