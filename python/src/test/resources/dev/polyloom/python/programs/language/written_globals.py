x = 1
globals()['x'] = 'a'
print(x + 'b')
for name in ('p', 'q'):
    globals()[name] = name.upper()
print(p, q)
def f():
    globals()['y'] = 5
    return y
print(f())
globals().update(z=3, w=[1])
print(z, w)
def g(): return 'old'
def h(): return g()
globals()['g'] = lambda: 'new'
print(h())
globals()['len'] = lambda s: 'own len'
print(len('abc'))
del globals()['len']
print(len('abc'))
globals().setdefault('k', 9); print(k); globals().pop('k')
try: print(k)
except NameError as e: print(e)
n = 10
def loop():
    total = 0
    for i in range(n): total += i
    return total
print(loop()); globals()['n'] = 2.5
try: loop()
except TypeError as e: print(e)
