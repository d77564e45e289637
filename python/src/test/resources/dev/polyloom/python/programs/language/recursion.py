"""How deep calls may go."""
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(500))
def forever(n): return forever(n + 1)
try: forever(0)
except RecursionError as e: print(type(e).__name__, e)
class A:
    def __getattr__(self, n): return getattr(self, n)
    def __repr__(self): return repr(self)
try: A().y
except RecursionError as e: print("attr", str(e)[:32])
try: repr(A())
except RecursionError as e: print("repr", str(e)[:32])
l = []; l.append(l); print(l)
import functools
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(300))
def nested(n): return [] if n == 0 else [nested(n - 1)]
print(len(repr(nested(900))))
def walk(n):
    if n: yield from walk(n - 1)
    yield n
print(sum(walk(400)))
print(sorted(range(3), key=lambda k: down(300) - k))
