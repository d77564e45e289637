import sys, traceback, functools
def show(f, *a):
    try:
        f(*a)
    except BaseException:
        print(f.__name__)
        print(traceback.format_exc().replace(__file__, "FILE"))
class C:
    x = 1
    def __init__(self, v=0): self.v = v
    def m(self, a): return a[self.v]
    def __add__(self, o): raise TypeError("no add")
    def __getitem__(self, k): raise KeyError(k)
    @property
    def p(self): return self.q.r
def binop(): return 1 + 2 * (3 / 0)
def binop2(): x = 5; return (x +  "a")
def binop3(): return 10 // (5 - 5) % 3
def power(): return 0 ** -1
def sub(): return [1, 2][5]
def sub2(): d = {"a": {}}; return d["a"]["b"]["c"]
def sub3(): a = [1]; a[3] = 4
def attr(): c = C(); return c.nope
def attr2(): return C().p
def attr3(): c = C(); c.nope(1, 2)
def attr4(): None.foo = 3
def call(): return len(5)
def call2(): return C(1, 2, 3)
def call3(): return call3b(1, 2)
def call3b(a): return a
def call4(): return max(int("x"), 3)
def call5(): return int(
    "zz",
    10)
def call6():
    return (C()
        .m(1)
        .foo())
def call7(): f = 5; f()
def call8(): return call3b(*[1, 2, 3])
def call9(): return call3b(b=1)
def name(): return undefined_thing + 1
def name2():
    print(local_later)
    local_later = 1
def name3(): foo.bar.baz()
def cmp(): return 1 < "a"
def cmp2(): return 1 < 2 < "x"
def cmp3(): return 3 in 5
def unary(): return -"a"
def unpack(): a, b = 1, 2, 3
def unpack2(): a, b = [1]
def unpack3():
    for a, b in [(1, 2, 3)]:
        pass
def itr():
    for x in 5:
        pass
def comp(): return [1 / x for x in (1, 0)]
def comp2(): return {k: v + 1 for k, v in {"a": "b"}.items()}
def gen(): return list(1 / x for x in (1, 0))
def gen2():
    def g():
        yield 1
        yield 1 / 0
    return list(g())
def gen3():
    def g():
        try:
            yield 1
        finally:
            yield 1 / 0
    return list(g())
def lam(): return (lambda x: x + y_undefined)(3)
def srt(): return sorted([1, "a", 2])
def srt2(): return sorted([3, 1], key=lambda v: v / 0)
def aug():
    x = 1
    x += "a"
def aug2():
    d = {}
    d["k"] += 1
def aug3():
    c = C()
    c.zz += 1
def fstr(): a = 1; return f"x {a / 0} y"
def fstr2(): return f"{'a':d}"
def fmt(): return "%d" % "x"
def fmt2(): return "{} {}".format(1)
def rais(): raise ValueError("hello")
def rais2():
    if True: raise ValueError
def rais3(): raise ValueError("a") from KeyError("b")
def rais4():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError("outer") from e
def rais5():
    try:
        {}["k"]
    except KeyError:
        raise RuntimeError("outer")
def rais6():
    try:
        {}["k"]
    except KeyError:
        raise RuntimeError("outer") from None
def rais7():
    try:
        raise ValueError("v")
    except ValueError as e:
        raise e
def rais8():
    try:
        raise ValueError("v")
    except ValueError:
        raise
def rais9():
    try:
        try:
            1 / 0
        finally:
            [][1]
    except IndexError:
        {}["z"]
def note():
    e = ValueError("with notes")
    e.add_note("one")
    e.add_note("two\nlines")
    raise e
def asrt(): assert 1 == 2, "msg"
def asrt2():
    x = 3
    assert x > 5 and x < 10
def grp():
    raise ExceptionGroup("g", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
def grp2():
    es = []
    for i in range(3):
        try:
            1 / (i - i)
        except ZeroDivisionError as e:
            es.append(e)
    raise ExceptionGroup("many", es)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): return False
class Bad:
    def __enter__(self): raise OSError("enter")
    def __exit__(self, *a): pass
class Bad2:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError("exit")
def wth():
    with Ctx() as c:
        c.foo
def wth2():
    with Bad() as c:
        pass
def wth3():
    with Bad2() as c:
        1 / 0
def wth4():
    with 5:
        pass
def rec(n):
    if n == 0:
        1 / 0
    rec(n - 1)
def rec2(): rec(10)
def deco():
    @functools.wraps(5)
    @undefined_deco
    def f(): pass
def cls():
    class D(C):
        y = 1 / 0
def cls2():
    class D(undefined_base): pass
def delit(): d = {}; del d["x"]
def delat(): c = C(); del c.zz
def multi():
    return foo_a(1,
                 2)
def foo_a(x, y):
    return (x +
            y /
            0)
def nested():
    def inner(z):
        return z.missing
    return [inner(i) for i in range(3)]
def mth(): return C().m([])
def dunder(): return C() + 1
def dunder2(): return C()["k"] + 1
def walrus():
    if (n := 1 / 0) > 3: pass
def tern(): return 1 if 1 / 0 else 2
def boolop(): return 0 or [][0]
def starargs(): return print(*5)
def kwargs(): return dict(**5)
def slc(): return [1, 2, 3][1:"a"]
def tup(): return (1, 2, 3 / 0, 4)
def dct(): return {"a": 1, "b": int("q")}
def st(): return {[]: 1}
def uni(): x = "äöü"; return x + 5
def uni2(): return {"ключ": 1}["日本"]
def nxt(): next(iter([]))
def ret():
    return undefined_a, undefined_b
def glob():
    global gg
    gg.x = 1
def exc_cls():
    class MyErr(Exception):
        def __init__(self, code): super().__init__(f"code {code}"); self.code = code
    raise MyErr(3)
def chain3():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("mid") from e
    except ValueError:
        raise KeyError("last")
def handled_elsewhere():
    try:
        rais()
    except ValueError as e:
        keep = e
    raise RuntimeError("x") from keep
for f in [binop, binop2, binop3, power, sub, sub2, sub3, attr, attr2, attr3, attr4, call, call2, call3, call4, call5, call6, call7, call8, call9, name, name2, name3, cmp, cmp2, cmp3, unary, unpack, unpack2, unpack3, itr, comp, comp2, gen, gen2, gen3, lam, srt, srt2, aug, aug2, aug3, fstr, fstr2, fmt, fmt2, rais, rais2, rais3, rais4, rais5, rais6, rais7, rais8, rais9, note, asrt, asrt2, grp, grp2, wth, wth2, wth3, wth4, rec2, deco, cls, cls2, delit, delat, multi, nested, mth, dunder, dunder2, walrus, tern, boolop, starargs, kwargs, slc, tup, dct, st, uni, uni2, nxt, ret, glob, exc_cls, chain3, handled_elsewhere]:
    show(f)
