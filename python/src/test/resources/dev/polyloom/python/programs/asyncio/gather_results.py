import asyncio


async def work(n, delay=0):
    await asyncio.sleep(delay)
    if n < 0:
        raise ValueError(f"negative {n}")
    return n * 2


async def main():
    print(await asyncio.gather(work(1, 0.02), work(2), work(3, 0.01)), await asyncio.gather())
    print(await asyncio.gather(work(1), work(-1), work(-2), return_exceptions=True))
    try:
        await asyncio.gather(work(1), work(-5), work(6))
    except ValueError as error:
        print("raised", error)
    same = asyncio.create_task(work(4))
    print(await asyncio.gather(same, same), same.result())
    group = asyncio.gather(work(1, 5), work(2, 5))
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("cancelled", group.cancelled())
    task = asyncio.create_task(work(1, 5))
    task.cancel()
    print([type(r).__name__ for r in await asyncio.gather(task, work(2), return_exceptions=True)])


asyncio.run(main())
