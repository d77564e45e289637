class A:
    def hi(self): return 'A'
class B:
    def hi(self): return 'B'
class C(A): pass
c=C(); print(c.hi(), C.__bases__)
C.__bases__=(B,)
print(c.hi(), C.__bases__, C.__mro__, isinstance(c,A), isinstance(c,B), A.__subclasses__(), B.__subclasses__())
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
t(lambda: setattr(C,'__bases__',()))
t(lambda: setattr(C,'__bases__',[A]))
t(lambda: setattr(C,'__bases__',(int,)))
t(lambda: setattr(C,'__bases__',(3,)))
t(lambda: setattr(C,'__bases__',(C,)))
t(lambda: setattr(int,'__bases__',(object,)))
class X(C): pass
t(lambda: setattr(C,'__bases__',(X,)))
def d():
    del C.__bases__
t(d)
for b in (bool, type(None), type(lambda: 0), type(...), range, slice, type(NotImplemented), type(len), type((i for i in ())), memoryview, type({}.keys()), type(iter([])), type(t.__code__), type(C.__dict__)):
    t(lambda: type('K', (b,), {}))
for b in (type((i for i in ())), type({}.keys()), type({}.values()), type({}.items()), type(iter([])), type(iter({})), type(iter('')), type(iter(())), type(iter(set())), type(iter(range(2))), type(len), type(...), type(None), type(NotImplemented)):
    t(lambda: print(b()))
t(lambda: object(1))
t(lambda: A(1))
t(lambda: A(x=1))
class O: pass
o=O(); o.x=1
del o.__dict__
print(o.__dict__, hasattr(o,'x'))
t(lambda: delattr(o,'__class__'))
class Sl: __slots__=('a',)
t(lambda: Sl().__dict__)
t(lambda: setattr(o,'__class__',3))
t(lambda: setattr(o,'__class__',int))
o.__class__=A; print(o.hi())
class State:
    def __init__(self, n): self.n = n
    def step(self): self.__class__ = Other; return 'first', self.n
class Other(State):
    def step(self): self.__class__ = State; return 'second', self.n
st = State(1)
print(st.step(), type(st).__name__, st.step(), type(st).__name__, st.step(), st.__dict__)
class Meta(type): pass
class Slotted:
    __slots__ = ('a',)
t(lambda: setattr(st, '__class__', Slotted))
class L(list): pass
class L2(list): pass
x = L([1, 2]); x.__class__ = L2; print(type(x).__name__, x)
t(lambda: setattr(x, '__class__', State))
class Base1:
    def who(self): return 'base1'
class Base2:
    def who(self): return 'base2'
class Mid(Base1): pass
class Leaf(Mid): pass
leaf = Leaf(); print(leaf.who()); Mid.__bases__ = (Base2, Base1); print(leaf.who(), [c.__name__ for c in Leaf.__mro__])
class Root: pass
class First(Root): pass
class Second(First): pass
class Third(Root): pass
class Both(First, Third): pass
t(lambda: setattr(Third, '__bases__', (Second,)))
print([[c.__name__ for c in each.__mro__] for each in (Third, Both)], Third.__bases__ == (Root,))
