"""How deep calls may go."""
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(500))
def forever(n): return forever(n + 1)
try: forever(0)
except RecursionError as e: print(type(e).__name__, e)
class A:
    def __getattr__(self, n): return getattr(self, n + "x")
    def __repr__(self): return repr(self)
try: A().y
except RecursionError as e: print("attr", str(e)[:32])
try: repr(A())
except RecursionError as e: print("repr", str(e)[:32])
l = []; l.append(l); print(l)
