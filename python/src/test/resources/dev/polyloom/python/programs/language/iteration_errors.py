import types, inspect
def g():
    x = yield 1
    print('got', x)
    try: y = yield 2
    except ValueError as e: print('caught', e); y = yield 'exc'
    print('y', y)
    return 99
i = g()
print(next(i), i.send('a'), i.throw(ValueError('boom')))
try: i.send('b')
except StopIteration as e: print('stop', e.value)
print(list(i), i.gi_running, i.__name__, i.__qualname__, type(i), inspect.getgeneratorstate(i))
i = g()
try: i.send(1)
except TypeError as e: print(e)
try: i.throw(KeyError('k'))
except KeyError as e: print('k', e)
print(list(i))
def outer():
    r = yield from inner(); print('r', r); yield from [1,2]; yield from 'ab'; return 'done'
def inner():
    try: a = yield 'in1'; print('a', a)
    except KeyError: print('inner caught')
    return 'ret'
o = outer(); print(next(o), o.send('S'), next(o), list(o))
o = outer(); next(o); print(o.throw(KeyError()))
def rec():
    try: next(r)
    except ValueError as e: print(e); yield
r = rec(); next(r)
gen = (x*y for x in range(3) for y in range(x)); print(list(gen), list(gen), type(gen))
def f(): return (yield)
k = f(); next(k)
try: k.send(5)
except StopIteration as e: print(e.value)
print([x for x in (lambda: (yield 5))()])
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a+b
from itertools import *
print(list(islice(fib(), 10)), list(takewhile(lambda x: x < 30, fib())))
def countdown(n):
    while n: yield n; n -= 1
print(sum(countdown(5)), max(countdown(3)), sorted(countdown(4)), list(zip(countdown(3), 'ab')), dict(enumerate(countdown(2))), ','.join(map(str, countdown(3))), [*countdown(2)], {*countdown(2)}, 3 in countdown(5))
a, b, *c = countdown(5); print(a, b, c)
try: a, b = countdown(3)
except ValueError as e: print(e)
try: a, b, c = countdown(2)
except ValueError as e: print(e)
try: a, b, *c = [1]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
[a, (b, c)] = 1, (2, 3); print(a, b, c)
for i, (x, y) in enumerate([(1,2),(3,4)]): print(i, x, y)
x = [1,2,3]; x[0], x[1] = x[1], x[0]; print(x)
i = 0; i, x[i] = 1, 9; print(i, x)
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration
        return s.n
print(list(It()), sum(It()), [a+b for a, b in zip(It(), It())])
l = [1,2,3,4]
for v in l:
    if v == 2: l.remove(v)
print(l)
d = {1:2}
try:
    for k in d: d[k+1] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]; d[9]=1
except RuntimeError as e: print(e)
s = {1,2}
try:
    for k in s: s.add(k+10)
except RuntimeError as e: print(e)
it = iter([1,2,3]); print(next(it), list(it), next(it, 'end'), it.__length_hint__())
import operator; print(operator.length_hint(iter([1,2])), operator.length_hint(5 for _ in []), operator.length_hint([],3))
x = 5
print([x for x in range(3)], x, [(lambda: x)() for x in range(2)], [f() for f in [lambda: x for x in range(3)]], {x: x*x for x in range(3)}, {x % 2 for x in range(5)})
print([y := 3, y**2], (z := 5), [w for w in range(5) if (h := w) % 2], h)
class K:
    n = 3; l = [n for _ in range(2)] if 0 else [i for i in range(n)]; print(l)
    try: m = [n for _ in range(1)]
    except NameError as e: print(e)
def outer2():
    cnt = 0
    def inc():
        nonlocal cnt; cnt += 1; return cnt
    return inc
q = outer2(); q(); print(q(), q.__closure__[0].cell_contents, q.__code__.co_freevars, outer2.__code__.co_varnames, outer2.__code__.co_argcount)
def dflt(a, b=[], *c, d=1, **e): b.append(a); return a, b, c, d, e
print(dflt(1), dflt(2), dflt(3, [], 4, d=5, f=6), dflt.__defaults__, dflt.__kwdefaults__, dflt.__name__, dflt.__code__.co_varnames, dflt.__annotations__)
def po(a, /, b, *, c): return a, b, c
print(po(1, b=2, c=3), po(1, 2, c=3))
for f in (lambda: po(a=1, b=2, c=3), lambda: po(1, 2, 3), lambda: po(1), lambda: po(1, 2), lambda: po(1,2,c=1,d=1), lambda: po(1, 2, b=3, c=1), lambda: po(*[1,2,3], **{'c':1}), lambda: dflt(), lambda: po(1,2,**{'c':1,1:2}), lambda: po(*5), lambda: po(**5), lambda: po(1,2,c=1,**{'c':2}), lambda: dflt(1,**{'a':2})):
    try: print(f())
    except TypeError as e: print(e)
def ann(a: int, b: 'str' = 'x') -> list: ...
print(ann.__annotations__, inspect.signature(ann), inspect.signature(dflt), inspect.signature(po))
@lambda f: lambda *a: ('deco', f(*a))
def dec(x): return x
print(dec(1))
async def ag():
    for i in range(3): yield i
async def main():
    r = [x async for x in ag() if x]; print(r)
    async for v in ag(): print(v)
    else: print('else')
    a = ag(); print(await a.__anext__(), await anext(a), await a.asend(None))
    try: await a.__anext__()
    except StopAsyncIteration: print('SAI')
    print(await anext(a, 'dflt'))
    class AC:
        async def __aenter__(s): print('aenter'); return 5
        async def __aexit__(s, *e): print('aexit', e[0]); return True
    async with AC() as x: print(x); 1/0
    return {k: v async for k, v in az()}
async def az():
    yield 1, 2; yield 3, 4
import asyncio; print(asyncio.run(main()))
c = ag(); print(type(c)); co = main(); print(type(co), co.cr_running if 0 else ''); co.close()
try: next(c)
except TypeError as e: print(e)
def match(x):
    match x:
        case 0 | 1: return 'zero-one'
        case int(n) if n > 100: return f'big {n}'
        case [a]: return f'one {a}'
        case [a, *rest, b]: return f'{a} {rest} {b}'
        case {'k': v, **r}: return f'k {v} {r}'
        case str() as s: return f's {s}'
        case Pt(x=0, y=yy): return f'pt {yy}'
        case Pt(a, b): return f'pt2 {a} {b}'
        case None: return 'none'
        case -1.5 | 2j: return 'num'
        case types.FunctionType(): return 'fn'
        case _: return 'other'
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x = x; s.y = y
for v in (0, True, 500, [1], (1,2,3), {'k': 1, 'z': 2}, 'str', Pt(0, 5), Pt(1, 2), None, -1.5, 2j, lambda: 0, 3.3, b'ab', [], {}, range(3), {1}): print(match(v))
try:
    match Pt(1,2):
        case Pt(1,2,3): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e: print(e)
