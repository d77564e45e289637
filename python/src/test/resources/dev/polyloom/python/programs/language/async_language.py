import asyncio


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("numbers closed")


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Managed:
    async def __aenter__(self):
        print("aenter")
        return "value"

    async def __aexit__(self, kind, value, traceback):
        print("aexit", kind and kind.__name__)
        return kind is ValueError


class Later:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


async def double(x):
    return x * 2


async def main():
    print([x async for x in numbers(3)])
    print({x: x * x async for x in Ticker(3) if x != 1}, [await double(i) for i in range(3)])
    async for x in Ticker(2):
        print("tick", x)
    else:
        print("else")
    async with Managed() as m:
        print(m)
        raise ValueError("swallowed")
    print(await Later())
    agen = numbers(5)
    print(await agen.__anext__(), await anext(agen), await agen.asend(None))
    await agen.aclose()
    print(await anext(agen, "exhausted"))
    try:
        await anext(agen)
    except StopAsyncIteration as error:
        print("stop", repr(error))
    gen = (i async for i in Ticker(2))
    print(type(gen).__name__, [i async for i in gen])
    coroutine = double(4)
    print(type(coroutine).__name__, await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    for wrong in (5, None, "x", [1]):
        try:
            await wrong
        except TypeError as error:
            print(error)
    try:
        async with 5:
            pass
    except (TypeError, AttributeError) as error:
        print(error)
    try:
        async for _ in [1]:
            pass
    except TypeError as error:
        print(error)
    f = lambda: double(21)
    print(await f(), asyncio.iscoroutinefunction(double), asyncio.iscoroutine(5))


asyncio.run(main())
