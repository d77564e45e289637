class D:
    def __get__(self, o, t=None): return ('get', o is None, t.__name__ if t else t)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('del')
    def __set_name__(self, o, n): print('name', o.__name__, n)
class N:
    def __get__(self, o, t): return 'nondata'
class A:
    d = D(); n = N()
a = A(); print(a.d, A.d); a.d = 5; del a.d; print(a.n); a.__dict__['n'] = 1; print(a.n); a.__dict__['d']=3; print(a.d, vars(a))
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): "doc of x"; return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError('neg')
        self._x = v
    @x.deleter
    def x(self): del self._x
    y = property(lambda s: 2)
p = P(); p.x = 5; print(p.x, P.x.__doc__, P.x.fget.__name__, P.x.fset is not None, type(P.x))
try: p.x = -1
except ValueError as e: print(e)
del p.x
for f in (lambda: p.x, lambda: setattr(p,'y',1), lambda: delattr(p,'y')):
    try: print(f())
    except AttributeError as e: print(type(e).__name__, e)
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = 1
for f in (lambda: s.b, lambda: setattr(s,'c',1), lambda: s.__dict__, lambda: S.a, lambda: S.__slots__, lambda: delattr(s,'b')):
    try: print(str(f()).split(' at 0x')[0])
    except AttributeError as e: print(type(e).__name__, e)
class M(type):
    def __new__(m, n, b, d, **k):
        print('new', n, [x.__name__ for x in b], sorted(x for x in d if not x.startswith('__')), k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): print('init', n, k); super().__init__(n, b, d)
    def __call__(c, *a, **k): print('call', a, k); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, n, b, **k): print('prepare', n, k); return {}
    def __instancecheck__(c, i): return i == 5
    def __len__(c): return 42
    def __iter__(c): return iter('xy')
    def __contains__(c, x): return x == 'z'
    def __getitem__(c, k): return ('item', k)
    def __getattr__(c, n): 
        if n.startswith('__'): raise AttributeError(n)
        return 'meta-' + n
    def __repr__(c): return f'<M {c.__name__}>'
    def __add__(c, o): return 'added'
    def __eq__(c, o): return c is o
    def __hash__(c): return 1
    def __bool__(c): return False
    @property
    def prop(c): return 'metaprop'
class X(metaclass=M, opt=1):
    z = 1
    def __init__(self, v): self.v = v
print(X(3).v, isinstance(5, X), len(X), list(X), 'z' in X, X['k'], X.foo, X, X + 1, bool(X), X.prop, type(X))
class Y(X, opt=2): pass
print(Y.mro(), Y.__mro__, Y.__bases__, Y.__class__)
class Sub:
    subs = []
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); Sub.subs.append((cls.__name__, tag))
class Q1(Sub, tag='a'): pass
class Q2(Q1): pass
print(Sub.subs)
try:
    class Q3(Sub, foo=1): pass
except TypeError as e: print(e)
T = type('T', (Sub,), {'f': lambda s: 7, '__doc__': 'td'}, tag='t'); print(T().f(), T.__doc__, T.__name__, T.__module__, T)
class G:
    def __getattr__(self, n): return n.upper()
    def __getattribute__(self, n):
        if n == 'zz': return 'intercepted'
        return object.__getattribute__(self, n)
g = G(); print(g.abc, g.zz, getattr(g, 'q', 1), hasattr(g, 'w'))
class C:
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    def m(self): return self.__class__.__name__
    @classmethod
    @property
    def cp(cls): return cls.__name__ + 'cp'
print(C.s(1), C().s(2), C.c(1), C().c(2), C.m(C()), C.cp, type(C.__dict__['c']), C().m.__func__ is C.m, C.c.__self__)
try: C.m()
except TypeError as e: print(e)
try: C().m(1)
except TypeError as e: print(e)
class W:
    def __call__(self, *a, **k): return a, k
print(W()(1, b=2), callable(W()))
class It:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 2
print(list(It()), 4 in It(), [*reversed([1,2])], tuple(It()))
a, *b, c = It(); print(a, b, c)
class Len:
    def __len__(self): return -1
for f in (lambda: len(Len()), lambda: bool(Len())):
    try: f()
    except ValueError as e: print(e)
class L2:
    def __len__(self): return 'a'
try: len(L2())
except TypeError as e: print(e)
class B:
    def __bool__(self): return 1
try: bool(B())
except TypeError as e: print(e)
class R:
    def __repr__(self): return 1
for f in (repr, str, lambda x: f'{x}', lambda x: '%r' % x, lambda x: format(x)):
    try: f(R())
    except TypeError as e: print(e)
class H:
    def __hash__(self): return 'a'
try: hash(H())
except TypeError as e: print(e)
class E:
    def __eq__(self, o): return True
try: hash(E())
except TypeError as e: print(e)
class I:
    def __iter__(self): return 1
try: iter(I())
except TypeError as e: print(e)
class I2:
    def __iter__(self): return self
try: next(I2())
except TypeError as e: print(e)
try:
    for x in I2(): pass
except TypeError as e: print(e)
class Ix:
    def __index__(self): return 2
print([1,2,3][Ix()], hex(Ix()), 'abc'[Ix():], range(Ix()), [0]*Ix(), int(Ix()), float(Ix()), bin(Ix()), round(1.2345, Ix()))
class F:
    def __format__(self, s): return f'<{s}>'
print(f'{F():abc}', format(F(), 'x'), '{:y}'.format(F()), f'{F()}')
class Num:
    def __init__(s, v): s.v = v
    def __add__(s, o): return NotImplemented
    def __radd__(s, o): return ('radd', o)
    def __iadd__(s, o): s.v += o; return s
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __abs__(s): return 'abs'
    def __divmod__(s, o): return 'dm'
    def __rdivmod__(s, o): return 'rdm'
    def __round__(s, n=None): return ('round', n)
    def __trunc__(s): return 7
    def __floor__(s): return 8
    def __ceil__(s): return 9
    def __matmul__(s, o): return 'mm'
    def __rmatmul__(s, o): return 'rmm'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o, m=None): return ('rpow', o)
    def __int__(s): return 3
    def __float__(s): return 3.5
    def __complex__(s): return 3j
    def __lt__(s, o): return 'lt'
    def __contains__(s, o): return 'yes'
import math
n = Num(1); m = n; n += 5
print(n is m, n.v, 1 + n, -n, +n, ~n, abs(n), divmod(n, 1), divmod(1, n), round(n), round(n, 2), math.trunc(n), math.floor(n), math.ceil(n), n @ 1, 1 @ n, n ** 2, pow(n, 2, 3), 2 ** n, int(n), float(n), complex(n), n < 1, 1 in n, 2 > n)
try: n + 1
except TypeError as e: print(e)
try: n - 1
except TypeError as e: print(e)
try: n > 'a'
except TypeError as e: print(e)
