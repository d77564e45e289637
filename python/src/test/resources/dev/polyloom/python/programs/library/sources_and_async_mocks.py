import inspect
import types
import asyncio
from unittest.mock import AsyncMock, create_autospec, MagicMock, patch

def deco(f):
    return f

@deco
def add(a, b=2, *args, c=3, **kw):
    """Adds."""
    # comment
    if a:
        return (a +
                b)

    return b

class Shape:
    sides = 0

    def area(self, scale=1):
        return scale

    async def load(self, path): return path

    @staticmethod
    def make(x): return x

def gen():
    yield 1

async def agen():
    yield 1

async def co(): return 1

print(inspect.getsource(add))
print(inspect.getsource(Shape.area))
print(inspect.getsource(Shape))
print(inspect.getsourcelines(gen))
print(inspect.getfullargspec(add))
print(inspect.isgeneratorfunction(gen), inspect.isgeneratorfunction(add), inspect.isasyncgenfunction(agen), inspect.iscoroutinefunction(co))
g = gen()
print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); list(g); print(inspect.getgeneratorstate(g))
c = co()
print(inspect.getcoroutinestate(c)); asyncio.run(c); print(inspect.getcoroutinestate(c))
print(inspect.getcallargs(add, 1, 2, 3, z=4), inspect.getmodule(add).__name__)
print(isinstance(c, types.CoroutineType), isinstance(agen(), types.AsyncGeneratorType), isinstance(add.__code__, types.CodeType))
square = lambda x: x * x
print(inspect.getsource(square))

async def main():
    m = AsyncMock(return_value=3)
    print(await m(1, a=2), m.await_count, m.await_args)
    m.assert_awaited_once_with(1, a=2)
    m.side_effect = ValueError("bad")
    try: await m()
    except ValueError as e: print(e)
    m.side_effect = [1, 2]
    print(await m(), await m())
    m.side_effect = None
    print(await m.child.deep(5), m.child.deep.await_count) if False else None
    s = create_autospec(Shape)
    inst = s()
    inst.load.return_value = "data"
    print(await inst.load("p"))
    inst.load.assert_awaited_once_with("p")
    try: inst.area(1, 2, 3)
    except TypeError as e: print(e)
    try: inst.nope
    except AttributeError as e: print(e)
    f = create_autospec(add, return_value=9)
    print(f(1), f.call_args)
    try: f()
    except TypeError as e: print(e)
    mm = MagicMock(spec=Shape)
    print(type(mm.load).__name__, type(mm.area).__name__)
    async with AsyncMock() as x: print("in")
    try: m.assert_not_awaited()
    except AssertionError as e: print(e)
    with patch("__main__.co") as p:
        p.return_value = 7
        print(await co())
asyncio.run(main())
