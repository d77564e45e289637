class C: pass
a=C(); a.x=1; a.y=2
b=C(); b.y=1; b.x=2
print(a.__dict__, b.__dict__, vars(b))
del a.x; a.x=5
print(a.__dict__)
class D:
    def __init__(self, kind):
        if kind: self.a=1; self.b=2
        else: self.b=2; self.a=1
print(vars(D(1)), vars(D(0)))
setattr(b,'z',1); b.y=9; print(list(b.__dict__.items()), dir(b)[-3:])
b.__dict__['w']=3; b.__dict__.pop('y'); b.y=0
print(b.__dict__)
def f(b, a, *c, d=1, **e):
    z = 1
    y = 2
    print(locals(), list(locals()))
    def g(): return z
    x = [i for i in range(2)]
    print(list(locals()))
f(1,2,3,q=4)
def h(n):
    if n: second = 1
    first = 2
    second = 3
    print(locals())
    def inner():
        nonlocal n
        q = 1
        print(locals())
        return first
    inner()
h(0); h(1)
