import asyncio


async def main():
    lock, order = asyncio.Lock(), []

    async def hold(n):
        async with lock:
            order.append(f"{n} in")
            await asyncio.sleep(0)
            order.append(f"{n} out")

    await asyncio.gather(*(hold(i) for i in range(3)))
    print(order, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    event = asyncio.Event()

    async def waiter(n):
        return n, await event.wait()

    tasks = [asyncio.create_task(waiter(i)) for i in range(2)]
    await asyncio.sleep(0)
    event.set()
    print(await asyncio.gather(*tasks), event.is_set())
    event.clear()
    print(event.is_set())
    semaphore, active, most = asyncio.Semaphore(2), 0, 0

    async def limited():
        nonlocal active, most
        async with semaphore:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0.001)
            active -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print(most, active, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    condition, box = asyncio.Condition(), []

    async def consumer():
        async with condition:
            await condition.wait_for(lambda: len(box) >= 2)
            return box[:]

    task = asyncio.create_task(consumer())
    for i in range(2):
        await asyncio.sleep(0)
        async with condition:
            box.append(i)
            condition.notify_all()
    print(await task)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())), barrier.parties, barrier.n_waiting)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
