import io
import sys

class A:
    def __init__(self): print("A init")
    def __del__(self): print("A del")
class B(A):
    def __init__(self):
        super().__init__()
        print("B init")
    def __del__(self):
        print("B del")
        super().__del__()
b = B()
del b
print("--")
class Bad:
    def __del__(self):
        raise ValueError("boom")
errors = io.StringIO()
sys.stderr = errors
x = Bad()
x = None
sys.stderr = sys.__stderr__
told = errors.getvalue().splitlines()
print(told[0].split(" at ")[0], told[-1], len(told) > 2)
print("after bad")
class Node:
    def __init__(self, n): self.n = n; self.next = None
    def __del__(self): print("node", self.n)
a = Node("a"); c = Node("c"); a.next = c; c.next = a
del a, c
print("cycle unreachable")
import gc
gc.collect()
print("collected")
head = Node(1); head.next = Node(2); head.next.next = Node(3)
head = None
print("chain")
saved = []
class Ph:
    def __del__(self):
        print("resurrect")
        saved.append(self)
p = Ph()
del p
print(len(saved))
saved.clear()
print(len(saved))
def boom():
    n = Node("in exception")
    raise ValueError("x")
try:
    boom()
except ValueError as e:
    print("caught", e)
    print("more")
print("after try")
with open("/dev/null") as fh:
    n = Node("with")
n = None
print("end")
class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit"); return False
    def __del__(self): print("CM del")
with CM() as cm:
    print("in with")
print("after with")
del cm
with CM():
    print("in with 2")
print("after with 2")
def main():
    with CM() as q:
        print("body")
    print("main end")
main()
t = (Node("t1"), Node("t2"))
t = None
s = {1: Node("d1"), 2: Node("d2")}
s = {}
l = [Node(i) for i in range(4)]
l = l[2:]
print("slice")
del l
def gen():
    n = Node("gen")
    yield 1
    yield 2
for v in gen(): print(v)
print("gen done")
count = 0
class Counter:
    live = 0
    def __init__(self): Counter.live += 1
    def __del__(self): Counter.live -= 1
c1, c2, c3 = Counter(), Counter(), Counter()
print(Counter.live)
del c1
print(Counter.live)
c2 = c3 = None
print(Counter.live)
