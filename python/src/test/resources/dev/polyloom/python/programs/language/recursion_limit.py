import sys
sys.setrecursionlimit(sys.getrecursionlimit())
depth = 0
def down(n):
    global depth
    depth = n
    down(n + 1)
try:
    down(1)
except RecursionError as e:
    print(depth, e)
def fact(n):
    return 1 if n == 0 else n * fact(n - 1)
def deepest(f):
    lo, hi = 1, 5000
    while lo < hi:
        mid = (lo + hi + 1) // 2
        try:
            f(mid)
            lo = mid
        except RecursionError as e:
            hi = mid - 1
            msg = str(e)
    return lo, msg
print(deepest(fact))
class Node:
    def __init__(self, next): self.next = next
    def length(self):
        if self.next is None: return 1
        return 1 + self.next.length()
def build(n):
    node = None
    for _ in range(n): node = Node(node)
    return node.length()
print(deepest(build))
even = lambda n: True if n == 0 else odd(n - 1)
odd = lambda n: False if n == 0 else even(n - 1)
print(deepest(even))
def flat(x):
    return [y for z in x for y in (flat(z) if isinstance(z, list) else [z])]
def nest(n):
    x = [1]
    for _ in range(n): x = [x]
    return flat(x)
print(deepest(nest))
from functools import lru_cache
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def fibs(n):
    fib.cache_clear()
    return fib(n)
print(deepest(fibs))
class R:
    def __repr__(self): return repr(self)
    @property
    def x(self): return self.x
    def __getattr__(self, n): return self.nope
    def __eq__(self, o): return self == o
    def __setattr__(self, k, v): self.k = v
for f in (lambda: repr(R()), lambda: R().x, lambda: R().y, lambda: setattr(R(), 'a', 1)):
    try: f()
    except RecursionError as e: print(e)
import threading
def t():
    try: down(1)
    except RecursionError as e: print(depth, e)
th = threading.Thread(target=t); th.start(); th.join()
sys.setrecursionlimit(100)
try: down(1)
except RecursionError as e: print(depth, e)
sys.setrecursionlimit(3000)
print(deepest(fact))
def deco(f):
    def inner(*a):
        return f(*a)
    return inner
@deco
def g(n): return 0 if n == 0 else g(n - 1)
print(deepest(g))
try: sys.setrecursionlimit(2)
except RecursionError as e: print(e)
