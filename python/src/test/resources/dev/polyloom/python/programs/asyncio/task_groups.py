import asyncio


async def work(n, delay=0.0):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise
    if n < 0:
        raise ValueError(n)
    return n


async def main():
    async with asyncio.TaskGroup() as tg:
        a, b = tg.create_task(work(1)), tg.create_task(work(2), name="two")
    print(a.result(), b.result(), b.get_name())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work(-1))
            tg.create_task(work(-2))
            tg.create_task(work(5, 10))
    except* ValueError as group:
        print(group.message, sorted(e.args for e in group.exceptions))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work(7, 10))
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as group:
        print([repr(e) for e in group.exceptions])
    async with asyncio.TaskGroup() as outer:
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work(1))
        outer.create_task(work(2))
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(work(9, 10))
        await asyncio.sleep(0)
        t.cancel()
    print(t.cancelled())


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
