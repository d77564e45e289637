x = 5
print(eval("x + 1"))
exec("y = x * 2\nprint('in exec', y)")
print(y)
ns = {"a": 3}
exec("b = a + 1\ndef f(n):\n    return n + b", ns)
print(ns["b"], ns["f"](10))
print(sorted(k for k in ns if k != "__builtins__"))
def g(v):
    w = 2
    return eval("v * w + x")
print(g(10))
try:
    eval("1 +")
except SyntaxError as e:
    print(type(e).__name__, e, e.msg, e.lineno)
try:
    exec("x = = 2")
except SyntaxError as e:
    print(e)
c = compile("[i * i for i in range(n)]", "<c>", "eval")
for n in (3, 4):
    print(eval(c))
print([eval(e, {}) for e in ("2 ** 10", "'a' * 3", "max(1, 2)")])
print(eval("lambda q: q + x")(1))
print(list(map(eval, ["1", "x"])))
try:
    eval("nope")
except NameError as e:
    print(e)
class P:
    def __init__(self, a): self.a = a
    def __repr__(self): return f"P({self.a!r})"
    def __eq__(self, o): return self.a == o.a
print(eval(repr(P([1, 2]))) == P([1, 2]))
exec("""
class Q(P):
    def __init__(self, a):
        super().__init__(a)
        self.b = 1
import math
print(Q(2), math.pi)
""")
print(Q(3).b, math.e)
try: exec("def h():\n    raise ValueError('deep')\nh()")
except ValueError as e: print(e)
try: eval("x", 3)
except TypeError as e: print(e)
try: exec("x", 3)
except TypeError as e: print(e)
try: eval(3)
except TypeError as e: print(e)
try: compile("1", "f", "bad")
except ValueError as e: print(e)
def h():
    loc = 1
    exec("loc = 2; print(loc)")
    print(loc)
h()
d = {}
exec("global zz\nzz = 1\nww = 2", globals(), d)
print(d, zz)
print(eval("a + b", {"a": 1}, {"b": 2}), eval(b"1 + 1"))
exec("for i in range(3): print(i, end=' ')\nprint()")
print(i)
print(type(c), c.co_filename)
eval("print('x' in globals(), 'ns' in locals())")
