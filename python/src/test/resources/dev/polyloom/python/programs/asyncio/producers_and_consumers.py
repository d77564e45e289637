import asyncio


async def produce(q, name, n):
    for i in range(n):
        await q.put((name, i))
        await asyncio.sleep(0)


async def consume(q, seen):
    while True:
        item = await q.get()
        seen.append(item)
        q.task_done()


async def main():
    q, seen = asyncio.Queue(maxsize=2), []
    consumers = [asyncio.create_task(consume(q, seen)) for _ in range(2)]
    await asyncio.gather(*(produce(q, n, 3) for n in "ab"))
    await q.join()
    for c in consumers:
        c.cancel()
    results = await asyncio.gather(*consumers, return_exceptions=True)
    print(sorted(seen), [type(r).__name__ for r in results], q.qsize())
    events = []

    async def ticker(n, period):
        for i in range(n):
            await asyncio.sleep(period)
            events.append(i)

    ticking = asyncio.create_task(ticker(100, 0.01))
    await asyncio.sleep(0.055)
    ticking.cancel()
    print(1 <= len(events) <= 6, events == list(range(len(events))))
    try:
        await ticking
    except asyncio.CancelledError:
        print("stopped")
    stream = asyncio.Queue()
    done = object()

    async def source():
        for word in "the quick fox".split():
            await stream.put(word)
        await stream.put(done)

    async def words():
        while (w := await stream.get()) is not done:
            yield w

    task = asyncio.create_task(source())
    print([w.upper() async for w in words()], task.done())


asyncio.run(main())
