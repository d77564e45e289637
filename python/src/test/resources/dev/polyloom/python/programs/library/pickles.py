import pickle, collections, enum, datetime, decimal, fractions, io
from dataclasses import dataclass, field
from collections import namedtuple, OrderedDict, defaultdict, deque, Counter
P = namedtuple("P", "x y")
@dataclass
class D:
    a: int
    b: list = field(default_factory=list)
class C:
    def __init__(self): self.x = 1; self.me = self
    def __eq__(self, o): return self.x == o.x
class S:
    def __init__(self): self.a = 1; self.lock = "no"
    def __getstate__(self):
        s = self.__dict__.copy(); del s["lock"]; return s
    def __setstate__(self, s): self.__dict__.update(s); self.lock = "new"
class R:
    def __init__(self, n): self.n = n
    def __reduce__(self): return (R, (self.n + 1,))
class Sl:
    __slots__ = ("p", "q")
    def __init__(self): self.p = 1
class L(list): pass
class Dd(dict): pass
class Color(enum.Enum):
    RED = 1
class E1(Exception):
    pass
def fn(): return 5
vals = [None, True, 1, -1, 255, 256, 65535, 65536, -70000, 2**40, -2**40, 2**100, -2**100, 1.5, "a", "é" * 200, b"xyz", (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2, "a", "a"], {}, {"a": 1}, {"a": 1, "b": [1]}, {1, 2}, frozenset([1]), 1+2j, range(5), P(1, 2), D(1, [2]), Color.RED, fn, len, int, D, OrderedDict(a=1), defaultdict(int, a=2), deque([1, 2]), Counter("aab"), ValueError("x"), E1("y", 2), decimal.Decimal("1.5"), fractions.Fraction(1, 3), bytearray(b"q"), datetime.date(2020, 1, 2), datetime.timedelta(1, 2)]
for v in vals:
    d = pickle.dumps(v)
    w = pickle.loads(d)
    print(repr(v)[:50] if v is not fn and v is not len else "f", type(w).__name__, w == v if not isinstance(v, BaseException) else (w.args == v.args))
for v in vals[:33]:
    print(pickle.dumps(v)[:60], len(pickle.dumps(v)))
print(pickle.dumps(D(1, [2])), pickle.dumps([D(1), D(2)]))
c = pickle.loads(pickle.dumps(C())); print(c.x, c.me is c)
s = pickle.loads(pickle.dumps(S())); print(s.a, s.lock)
print(pickle.loads(pickle.dumps(R(1))).n)
sl = pickle.loads(pickle.dumps(Sl())); print(sl.p, hasattr(sl, "q"))
l = L([1, 2]); l.tag = "t"; l2 = pickle.loads(pickle.dumps(l)); print(l2, l2.tag, type(l2).__name__)
print(pickle.loads(pickle.dumps(Dd(a=1))))
shared = [1]; a, b = pickle.loads(pickle.dumps((shared, shared))); print(a is b)
rec = []; rec.append(rec); r2 = pickle.loads(pickle.dumps(rec)); print(r2[0] is r2)
for bad in (lambda: 1, (x for x in []), io):
    try:
        pickle.dumps(bad)
    except Exception as e:
        print(type(e).__name__, str(e)[:20], str(e)[-40:])
def local():
    class Z: pass
    return Z()
try:
    pickle.dumps(local())
except Exception as e:
    print(type(e).__name__, e)
try:
    pickle.loads(b"")
except EOFError as e:
    print(e)
try:
    pickle.loads(b"abc")
except pickle.UnpicklingError as e:
    print("bad")
f = io.BytesIO(); pickle.dump({"k": [1]}, f); pickle.dump(2, f); f.seek(0); print(pickle.load(f), pickle.load(f))
