"""Locks, events, conditions, semaphores and barriers of asyncio."""
import asyncio

async def main():
    lock = asyncio.Lock()
    order = []
    async def hold(n):
        async with lock:
            order.append(("in", n)); await asyncio.sleep(0); order.append(("out", n))
    await asyncio.gather(*(hold(i) for i in range(3)))
    print(order, lock.locked())
    try: lock.release()
    except RuntimeError as e: print(e)
    event = asyncio.Event()
    async def waiter(n):
        print("wait", n, event.is_set()); r = await event.wait(); print("woke", n, r)
    ts = [asyncio.create_task(waiter(i)) for i in range(2)]
    await asyncio.sleep(0); event.set(); await asyncio.wait(ts)
    event.clear(); print(event.is_set())
    cond = asyncio.Condition(); items = []
    async def take():
        async with cond:
            await cond.wait_for(lambda: items)
            print("took", items.pop())
    ts = [asyncio.create_task(take()) for _ in range(2)]
    await asyncio.sleep(0)
    async with cond:
        items += [1, 2]; cond.notify_all()
    await asyncio.gather(*ts)
    try: cond.notify()
    except RuntimeError as e: print(e)
    sem = asyncio.Semaphore(2); running = peak = 0
    async def limited(i):
        nonlocal running, peak
        async with sem:
            running += 1; peak = max(peak, running); await asyncio.sleep(0.001); running -= 1
            return i
    print(await asyncio.gather(*map(limited, range(6))), peak, sem.locked())
    b = asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    bar = asyncio.Barrier(3)
    async def meet(i):
        n = await bar.wait(); return n
    print(sorted(await asyncio.gather(*(meet(i) for i in range(3)))), bar.parties, bar.n_waiting, bar.broken)
asyncio.run(main())
