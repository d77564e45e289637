import asyncio


async def main():
    q = asyncio.Queue(maxsize=2)
    await q.put(1)
    q.put_nowait(2)
    print(q.full(), q.qsize(), q.maxsize, q.empty())
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as error:
        print(repr(error))
    putter = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    print(putter.done(), await q.get(), await q.get(), await q.get(), putter.done())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    for _ in range(3):
        q.task_done()
    await q.join()
    try:
        q.task_done()
    except ValueError as error:
        print(error)
    heap, lifo = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for x in (3, 1, 2):
        heap.put_nowait(x)
        await lifo.put(x)
    print([heap.get_nowait() for _ in range(3)], [await lifo.get() for _ in range(3)])
    results = []

    async def worker(name):
        while True:
            item = await q.get()
            await asyncio.sleep(0)
            results.append((name, item))
            q.task_done()

    workers = [asyncio.create_task(worker(n)) for n in "ab"]
    for i in range(6):
        await q.put(i)
    await q.join()
    for w in workers:
        w.cancel()
    print(results, [type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)])


asyncio.run(main())
