import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


async def ticks(n):
    try:
        for i in range(n):
            sent = yield i
            if sent:
                print("sent", sent)
    except ValueError as error:
        yield f"handled {error}"
    finally:
        await asyncio.sleep(0)
        print("closed")


@asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


async def main():
    g = ticks(3)
    print(await anext(g), await g.asend("hello"))
    print([x async for x in g], await anext(g, "end"))
    async with aclosing(ticks(5)) as source:
        async for x in source:
            if x == 1:
                break
    async with resource("a") as a, resource("b"):
        print("using", a)
    try:
        async with resource("c"):
            raise KeyError("inside")
    except KeyError as error:
        print(error)
    async with AsyncExitStack() as stack:
        for n in "xy":
            await stack.enter_async_context(resource(n))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "plain callback")
    squares = (x * x async for x in ticks(3) if x)
    print(await anext(squares), [s async for s in squares])
    print({k: v async for k, v in pairs()}, sum([x async for x in ticks(3)]))
    print([await asyncio.sleep(0, c) for c in "abc"], [x async for x in ticks(2) if await asyncio.sleep(0, x)])


async def pairs():
    for pair in (("a", 1), ("b", 2)):
        yield pair


asyncio.run(main())
