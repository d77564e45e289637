# Contexts made of asynchronous generators, and what becomes of errors in them.
import asyncio
from contextlib import aclosing, asynccontextmanager


@asynccontextmanager
async def connection(name, log):
    log.append("open " + name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except KeyError as e:
        log.append(f"mended {e!r}")
    finally:
        log.append("close " + name)


@asynccontextmanager
async def never():
    if False:
        yield


@asynccontextmanager
async def twice():
    yield 1
    yield 2


async def numbers(log):
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0)
    finally:
        log.append("numbers end")


async def main():
    log = []
    async with connection("db", log) as c:
        log.append("use " + c)
    print(log)

    log = []
    async with connection("db", log):
        raise KeyError("lost")
    print(log)

    log = []
    try:
        async with connection("db", log):
            raise ValueError("bad")
    except ValueError as e:
        log.append(f"seen {e!r}")
    print(log)

    for broken in (never, twice):
        try:
            async with broken():
                print("inside", broken.__name__)
        except RuntimeError as e:
            print("RuntimeError:", e)

    log = []
    async with aclosing(numbers(log)) as values:
        async for value in values:
            if value == 2:
                break
    print(value, log)

    log = []
    results = await asyncio.gather(*(use(i, log) for i in range(3)))
    print(results, sorted(log)[:2])


async def use(i, log):
    async with connection(f"c{i}", log) as c:
        await asyncio.sleep(0.001 * i)
        return c


asyncio.run(main())
