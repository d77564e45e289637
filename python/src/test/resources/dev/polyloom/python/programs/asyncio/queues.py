import asyncio


async def producer(queue, name, count):
    for i in range(count):
        await queue.put((name, i))
        print("put", name, i, queue.qsize())
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        queue.task_done()
    queue.task_done()


async def worker(name, queue, results):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.001 * item)
        results.append((name, item))
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue, "p", 5), consumer(queue))
    await queue.join()
    print(queue.empty(), queue.full(), queue.maxsize)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(repr(error))
    print(queue.get_nowait(), await queue.get(), str(queue))
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    order = asyncio.PriorityQueue()
    for item in (3, 1, 2):
        await order.put(item)
    print([await order.get() for _ in range(3)])
    stack = asyncio.LifoQueue()
    for item in "abc":
        await stack.put(item)
    print([stack.get_nowait() for _ in range(3)])
    jobs, results = asyncio.Queue(), []
    for n in range(6):
        jobs.put_nowait(n)
    workers = [asyncio.create_task(worker(f"w{i}", jobs, results)) for i in range(2)]
    await jobs.join()
    for each in workers:
        each.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    print(sorted(item for _, item in results))
    try:
        await asyncio.wait_for(jobs.get(), 0.01)
    except TimeoutError:
        print("nothing left")
    try:
        jobs.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
