"""Queues of asyncio between producers and consumers, and their ends."""
import asyncio

async def producer(q, name, n):
    for i in range(n):
        await q.put((name, i))
        await asyncio.sleep(0)
    print(name, "done")

async def consumer(q, out):
    while True:
        item = await q.get()
        out.append(item)
        q.task_done()

async def main():
    q = asyncio.Queue(maxsize=2)
    out = []
    workers = [asyncio.create_task(consumer(q, out), name=f"w{i}") for i in range(2)]
    await asyncio.gather(producer(q, "a", 3), producer(q, "b", 3))
    await q.join()
    for w in workers: w.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)])
    print(sorted(out), q.empty(), q.qsize(), q.maxsize, q.full())
    pq = asyncio.PriorityQueue()
    for p in (3, 1, 2): pq.put_nowait((p, "x" * p))
    print([pq.get_nowait() for _ in range(3)])
    lq = asyncio.LifoQueue(1)
    lq.put_nowait(1)
    try: lq.put_nowait(2)
    except asyncio.QueueFull as e: print("full", repr(e))
    lq.get_nowait()
    try: lq.get_nowait()
    except asyncio.QueueEmpty as e: print("empty", repr(e))
    try: q.task_done()
    except ValueError as e: print(e)
    try: await asyncio.wait_for(q.get(), 0.01)
    except asyncio.TimeoutError as e: print("timeout", repr(e), isinstance(e, TimeoutError))
asyncio.run(main())
