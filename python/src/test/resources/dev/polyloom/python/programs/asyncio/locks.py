import asyncio


async def locked(lock, n):
    async with lock:
        print("in", n)
        await asyncio.sleep(0.001)
        print("out", n)


async def limited(semaphore, n, active):
    async with semaphore:
        active.append(n)
        print("active", active)
        await asyncio.sleep(0.001 * n)
        active.remove(n)


async def waiter(event, n):
    print("waiting", n)
    print("event", n, await event.wait())


async def consumer(condition, items, n):
    async with condition:
        await condition.wait_for(lambda: items)
        print("consumer", n, items.pop())


async def party(barrier, n):
    await asyncio.sleep(0.001 * n)
    index = await barrier.wait()
    print("party", n, index)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(locked(lock, n) for n in range(3)))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    print(lock.locked(), repr(lock)[-11:])
    semaphore, active = asyncio.Semaphore(2), []
    await asyncio.gather(*(limited(semaphore, n, active) for n in range(1, 5)))
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in range(2)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.gather(*tasks)
    print(event.is_set())
    condition, items = asyncio.Condition(), []
    tasks = [asyncio.create_task(consumer(condition, items, n)) for n in range(2)]
    await asyncio.sleep(0)
    async with condition:
        items.extend("xy")
        condition.notify_all()
    await asyncio.gather(*tasks)
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(party(barrier, n) for n in range(3)))
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
