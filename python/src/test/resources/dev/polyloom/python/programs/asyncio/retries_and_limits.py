import asyncio
import functools


def retry(times):
    def decorate(f):
        @functools.wraps(f)
        async def wrapper(*args):
            for i in range(times):
                try:
                    return await f(*args)
                except ConnectionError as error:
                    print(f"{f.__name__} try {i + 1}: {error}")
            raise RuntimeError("no more tries")
        return wrapper
    return decorate


state = {"left": 2}


@retry(3)
async def connect(name):
    await asyncio.sleep(0)
    if state["left"]:
        state["left"] -= 1
        raise ConnectionError(f"{name} refused")
    return f"{name} connected"


class Limiter:
    def __init__(self, n):
        self.semaphore, self.active, self.most = asyncio.Semaphore(n), 0, 0

    async def __aenter__(self):
        await self.semaphore.acquire()
        self.active += 1
        self.most = max(self.most, self.active)

    async def __aexit__(self, *info):
        self.active -= 1
        self.semaphore.release()


async def main():
    print(await connect("db"))
    state["left"] = 9
    try:
        await connect("web")
    except RuntimeError as error:
        print(error, repr(error.__context__))
    limiter = Limiter(3)

    async def job(i):
        async with limiter:
            await asyncio.sleep(0.001)
            return i * i

    print(await asyncio.gather(*map(job, range(8))), limiter.most, limiter.active)
    first = await asyncio.wait_for(asyncio.shield(asyncio.create_task(job(5))), 5)
    print(first)


asyncio.run(main())
