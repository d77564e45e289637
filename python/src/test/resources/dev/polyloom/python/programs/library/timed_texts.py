import timeit
t=timeit.timeit('x=sum(range(10))', number=10); print(type(t), t>0)
print(len(timeit.repeat('y=x+1', setup='x=1', number=5, repeat=3)))
def f(): return 1
print(timeit.timeit('f()', globals=globals(), number=10)>0)
print(timeit.timeit('f()', setup='from __main__ import f', number=10)>0)
print(timeit.Timer('"-".join(str(n) for n in range(5))').timeit(5)>=0)
print(timeit.timeit("""
a=1
for i in range(3):
    a+=i
""", number=3)>0, timeit.timeit(lambda: f(), number=3)>=0)
n,t=timeit.Timer('pass').autorange(); print(n>100)
try: timeit.timeit('undefined_x', number=1)
except NameError as e: print(e)
try: timeit.timeit('a b', number=1)
except SyntaxError as e: print(e.msg)
try: timeit.timeit(3)
except ValueError as e: print(e)
