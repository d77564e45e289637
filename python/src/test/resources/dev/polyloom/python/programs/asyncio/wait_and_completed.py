import asyncio


async def job(name, delay):
    await asyncio.sleep(delay)
    if name == "bad":
        raise KeyError(name)
    return name


async def main():
    tasks = [asyncio.create_task(job(n, d), name=n) for n, d in (("slow", 0.06), ("fast", 0.01), ("mid", 0.03))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(tasks, timeout=0.001)
    print(len(done), len(pending))
    for future in asyncio.as_completed(tasks):
        print(await future)
    tasks = [asyncio.create_task(job(n, d)) for n, d in (("bad", 0.01), ("later", 5))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in done], len(pending))
    for t in pending:
        t.cancel()
    done, _ = await asyncio.wait(pending)
    print([t.cancelled() for t in done])
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)
    try:
        for future in asyncio.as_completed([job("x", 5)], timeout=0.01):
            await future
    except asyncio.TimeoutError as error:
        print(repr(error))


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
