"""Asynchronous iterators, generators, comprehensions and exit stacks."""
import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, suppress

class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1; await asyncio.sleep(0); return self.n

async def ticks(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("ticks closed")

@asynccontextmanager
async def resource(name):
    print("open", name)
    try: yield name.upper()
    except KeyError as e: print("seen", repr(e)); raise
    finally: print("close", name)

async def main():
    print([i async for i in Countdown(3)], {i: i * i async for i in ticks(3) if i})
    async for i in ticks(5):
        if i == 2: print("got", i)
    async with aclosing(ticks(9)) as g:
        async for i in g:
            if i == 1: break
    g = ticks(2); print(await anext(g), await g.asend(None), await anext(g, "end"))
    try:
        async with resource("a") as a, resource("b") as b: print(a, b); raise KeyError("k")
    except KeyError: print("out")
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n)) for n in "xy"]
        stack.callback(print, "callback"); stack.push_async_callback(asyncio.sleep, 0)
        print(names)
    for c in [asyncio.sleep(0, 1), asyncio.sleep(0, 2)]: print(await c)
    async def gen():
        x = yield 1
        print("sent", x)
        try: yield 2
        except ValueError as e: print("thrown", e); yield 3
    g = gen(); print(await g.asend(None), await g.asend("s")); 
    await g.aclose()
    with suppress(asyncio.CancelledError):
        t = asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0); t.cancel(); await t
    print(t.cancelled())
asyncio.run(main())
