class A:
    x = 1
    def __init__(self): self.a = 1
a = A(); d = a.__dict__; a.b = 2; print(d, len(d), 'b' in d, list(d.items())); d['c'] = 3; print(a.c); d.pop('a'); print(hasattr(a, 'a'), vars(a)); d.setdefault('q', 5); print(a.q); d.update(z=1); print(a.z); d.clear(); print(vars(a), d)
g = globals(); new = 5; print('new' in g, g['new'], globals() is g); 
for i in range(2): exec('zz = i'); print(zz, g['zz'])
print(type(A.__dict__), A.__dict__['x'])
try: A.__dict__['x'] = 2
except TypeError as e: print(e)
def f(x, y):
    def g(): return x + y
    return g
c = f(1, 2); print([k.cell_contents for k in c.__closure__], c.__code__.co_freevars, f.__closure__)
def counter():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    return inc
k = counter(); k(); k(); print(k.__closure__[0].cell_contents); k.__closure__[0].cell_contents = 10; print(k())
print((lambda z: (lambda: z))(7).__closure__[0].cell_contents)
def so():
    try: super()
    except RuntimeError as e: print(e)
so()
def so2(self):
    try: super().x
    except RuntimeError as e: print(e)
so2(1)
import types
print(isinstance((x for x in []), types.GeneratorType), type(None)(), type(...)(), 1j == 10**400, 1.5 == 1.5+0j)
class Meta(type):
    def __instancecheck__(c, o): return False
class M(metaclass=Meta): pass
class N(M): pass
print(isinstance(M(), M), isinstance(N(), M))
class Inst:
    def __instancecheck__(s, o): return o == 1
    def __subclasscheck__(s, o): return True
print(isinstance(1, Inst()), issubclass(int, Inst()))
for f in (lambda: [1][2**100], lambda: 'a'[2**100], lambda: (1,)[-2**100], lambda: sorted(), lambda: sorted([1], 2), lambda: sorted([1], foo=2), lambda: [1].sort(1), lambda: [1].sort(x=1), lambda: NameError(foo=1), lambda: dict.fromkeys(), lambda: object().__ne__(1), lambda: (1).__ne__('a'), lambda: [1].__ne__(2), lambda: [1].__eq__([1]), lambda: {1} >= {1:2}.keys(), lambda: {1:1}.keys() < {1,2}, lambda: (5).__class__, lambda: A.__init__, lambda: A().__init__, lambda: object.__init__, lambda: (5).__init__, lambda: super(A), lambda: [].__add__, lambda: int.__add__, lambda: str.upper, lambda: [].append, lambda: len, lambda: A().__repr__, lambda: object.__repr__, lambda: dict.fromkeys):
    try: print(str(f()).split(' at 0x')[0])
    except Exception as e: print(type(e).__name__, e)
def stop(x): raise StopIteration
print(list(filter(stop, [1,2])))
class Acc(int):
    def __add__(self, o): return Acc(super().__add__(o))
    def __radd__(self, o): return ('r', super().__radd__(o))
    def __neg__(self): return ('neg', super().__neg__())
    def __lt__(self, o): return ('lt', super().__lt__(o))
    def __eq__(self, o): return super().__eq__(o)
    def __hash__(self): return super().__hash__()
    def __divmod__(self, o): return ('dm', super().__divmod__(o))
    def __bool__(self): return not super().__bool__()
print(Acc(3) + 4, 4 + Acc(3), -Acc(2), Acc(1) < 2, Acc(1) == 1, Acc(1) == 'a', divmod(Acc(7), 2), bool(Acc(1)), bool(Acc(0)), type(Acc(1) + 1), round(Acc(5)), abs(Acc(-5)), {Acc(1): 2}[1])
class L(list):
    def __add__(self, o): return L(super().__add__(o))
    def __iadd__(self, o): print('iadd'); return super().__iadd__(o)
    def __mul__(self, n): return L(super().__mul__(n))
    def __lt__(self, o): print('lt'); return super().__lt__(o)
    def __contains__(self, x): print('contains'); return super().__contains__(x)
    def __getitem__(self, i): r = super().__getitem__(i); return L(r) if isinstance(i, slice) else r
l = L([1,2]); l += [3]; print(l, type(l), type(l + [1]), type(l * 2), l < [2], 1 in l, type(l[1:]), l[0], l == [1,2,3], len(l))
class D(dict):
    def __or__(self, o): return D(super().__or__(o))
    def __ior__(self, o): print('ior'); return super().__ior__(o)
    def __getitem__(self, k): return super().__getitem__(k) * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
    def __missing__(self, k): return 100
    def __delitem__(self, k): print('del', k); super().__delitem__(k)
d = D(a=1); d['b'] = 2; d |= {'c': 5}; print(d, d['a'], d['b'], type(d | {}), d.get('a'), d['zz'], 'a' in d); del d['a']; print(d)
class S(set):
    def __or__(self, o): return S(super().__or__(o))
    def __ior__(self, o): print('sior'); return super().__ior__(o)
    def __le__(self, o): print('le'); return super().__le__(o)
s = S([1]); s |= {2}; print(s, type(s | {3}), s <= {1,2,3}, type(s & {1}))
class St(str):
    def __add__(self, o): return St(super().__add__(o))
    def __mod__(self, o): return ('mod', super().__mod__(o))
    def __eq__(self, o): return super().__eq__(o)
    def __hash__(self): return super().__hash__()
    def __lt__(self, o): return ('slt', super().__lt__(o))
print(type(St('a') + 'b'), St('%s') % 1, St('a') == 'a', St('a') < 'b', St('ab').upper(), type(St('a').upper()), len(St('abc')), St('abc')[1], hash(St('a')) == hash('a'))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __add__(self, o): return T(*super().__add__(o))
    def __lt__(self, o): return super().__lt__(o)
print(T(1,2), T(1) + (2,), T(1) < (2,), T(1) == (1,), type(T(1,2)[:1]), {T(1): 3}[(1,)])
class F(float):
    def __mul__(self, o): return F(super().__mul__(o))
    def __repr__(self): return f'F({super().__repr__()})'
    def __round__(self, n=None): return ('round', super().__round__(n))
print(F(1.5) * 2, round(F(1.25), 1), F(2.0) == 2, str(F(1.0)), F(1.5) + 1, format(F(1.5), '.2f'))
class Cmp:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
print(Cmp() == Cmp(), Cmp() != 1)
try: Cmp() < Cmp()
except TypeError as e: print(e)
class O:
    def __new__(cls, *a): print('new', a); return super().__new__(cls)
    def __init__(self, *a): print('init', a); super().__init__()
O(1, 2)
class Q: pass
try: Q(1)
except TypeError as e: print(e)
try: object(1)
except TypeError as e: print(e)
class C2:
    def __init__(self): super().__init__(1)
try: C2()
except TypeError as e: print(e)
print(dir(Q())[:5], '__init__' in dir(Q), '__lt__' in dir(5), '__add__' in dir([]))
import string
class SF(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f'<{k}>') if isinstance(k, str) else a[k]
    def format_field(self, v, s): return f'[{super().format_field(v, s)}]'
    def convert_field(self, v, c): return v.upper() if c == 'u' else super().convert_field(v, c)
print(SF().format('{0:>3} {a} {b} {0!r}', 'x', a=1), list(string.Formatter().parse('a{b.c!r:>5}d{{e')), string.Formatter().vformat('{} {x[0]}', (1,), {'x': [5]}))
try: string.Formatter().format('{} {}', 1)
except IndexError as e: print(e)
