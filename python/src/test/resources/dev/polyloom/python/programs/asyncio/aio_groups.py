"""Task groups, timeouts, shields, and what happens to errors and cancellation."""
import asyncio

async def work(n, fail=False):
    try:
        await asyncio.sleep(0.001 * n)
        if fail: raise ValueError(f"bad {n}")
        return n * 10
    except asyncio.CancelledError:
        print("cancelled", n); raise

async def main():
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(work(i)) for i in range(3)]
    print([t.result() for t in ts], tg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work(1, True)); t = tg.create_task(work(50))
    except* ValueError as eg:
        print(eg, eg.exceptions, t.cancelled())
    try:
        async with asyncio.timeout(0.005) as cm: await work(100)
    except TimeoutError: print("timed out", cm.expired())
    async with asyncio.timeout(None) as cm: print(cm.when(), await work(0))
    try: await asyncio.wait_for(work(100), timeout=0.002)
    except asyncio.TimeoutError: print("wait_for")
    t = asyncio.create_task(work(2))
    try: await asyncio.wait_for(asyncio.shield(t), 0.0005)
    except asyncio.TimeoutError: print("shielded", t.done())
    print(await t)
    rs = await asyncio.gather(work(1), work(2, True), work(3), return_exceptions=True)
    print(rs)
    try: await asyncio.gather(work(1, True), work(2))
    except ValueError as e: print("gather", e)
    for c in asyncio.as_completed([work(8), work(2), work(5)]): print(await c)
    done, pending = await asyncio.wait([asyncio.create_task(work(i)) for i in (1, 90)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    for p in pending: p.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    done, pending = await asyncio.wait([asyncio.create_task(work(i)) for i in (1, 90)], timeout=0.01)
    print(len(done), len(pending))
    p = pending.pop(); p.cancel("why")
    try: await p
    except asyncio.CancelledError as e: print(repr(e), p.cancelled(), p.done())
    t = asyncio.create_task(work(1), name="named"); print(t.get_name(), t.done()); await t
    t.add_done_callback(lambda f: print("callback", f.result())); await asyncio.sleep(0)
    print(t.exception(), t.cancel())
asyncio.run(main())
