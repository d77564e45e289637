import asyncio


async def producer(out, n):
    for i in range(n):
        await out.put(i)
        await asyncio.sleep(0)
    await out.put(None)


async def stage(source, out, f):
    while (x := await source.get()) is not None:
        await out.put(f(x))
    await out.put(None)


async def consumer(source):
    total = []
    while (x := await source.get()) is not None:
        total.append(x)
    return total


async def retry(action, times):
    for attempt in range(1, times + 1):
        try:
            return await action(attempt)
        except ConnectionError as error:
            print(f"attempt {attempt}: {error}")
            await asyncio.sleep(0.001 * attempt)
    raise RuntimeError(f"gave up after {times}")


async def flaky(attempt):
    if attempt < 3:
        raise ConnectionError("refused")
    return f"connected at {attempt}"


async def always(attempt):
    raise ConnectionResetError("reset")


async def main():
    a, b, c = asyncio.Queue(2), asyncio.Queue(2), asyncio.Queue()
    *_, result = await asyncio.gather(producer(a, 5), stage(a, b, lambda x: x + 1), stage(b, c, str), consumer(c))
    print(result)
    print(await retry(flaky, 5))
    try:
        await retry(always, 2)
    except RuntimeError as error:
        print(error)
    limit = asyncio.Semaphore(2)

    async def fetch(i):
        async with limit:
            await asyncio.sleep(0.01 * (i % 2))
            return i, 200 if i % 3 else 404

    print(sorted(await asyncio.gather(*map(fetch, range(6)))))


asyncio.run(main())
