import asyncio


async def ticker(count, name="t"):
    try:
        for i in range(count):
            await asyncio.sleep(0)
            yield f"{name}{i}"
    finally:
        print("closed", name)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        return self

    async def __aexit__(self, kind, error, trace):
        print("close", self.name, kind and kind.__name__)
        return kind is KeyError


async def echo():
    got = None
    while True:
        got = yield got
        if got is None:
            return


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    async for value in ticker(2):
        print(value)
    else:
        print("no more")
    print([n async for n in Countdown(4) if n % 2])
    print({n: await double(n) for n in range(3)}, {await double(n) for n in [1]})
    print([[await double(a * b) for a in range(2)] async for b in Countdown(2)])
    lazy = (await double(n) for n in range(3))
    print(type(lazy).__name__, [n async for n in lazy])
    async with Resource("a") as a, Resource("b"):
        print(a.name)
        raise KeyError
    try:
        async with Resource("c"):
            raise ValueError("out")
    except ValueError as error:
        print(error)
    talk = echo()
    print(await talk.asend(None), await talk.asend(1), await talk.asend(2))
    try:
        await talk.asend(None)
    except StopAsyncIteration:
        print("stopped")
    part = ticker(5, "p")
    print(await anext(part), await part.__anext__())
    await part.aclose()
    print(await anext(part, "default"))
    pair = aiter(Countdown(1))
    print(await anext(pair), await anext(pair, None))


async def wrong():
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)
    try:
        async with 3:
            pass
    except TypeError as error:
        print(error)
    try:
        await 3
    except TypeError as error:
        print(error)
    coroutine = double(1)
    await coroutine
    try:
        await coroutine
    except RuntimeError as error:
        print(error)


asyncio.run(main())
asyncio.run(wrong())
