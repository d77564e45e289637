import asyncio


async def work(n, fail=False):
    await asyncio.sleep(n / 100)
    if fail:
        raise KeyError(n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [t.result() for t in done])
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending), sorted(t.result() for t in done))
    tasks = [asyncio.create_task(work(n, n == 2)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))
    await asyncio.wait(tasks)
    print([repr(t.exception()) for t in tasks])
    done, pending = await asyncio.wait([asyncio.create_task(work(50))], timeout=0.01)
    print(len(done), len(pending))
    pending.pop().cancel()
    for future in asyncio.as_completed([work(3), work(1), work(2)]):
        print("completed", await future)
    try:
        for future in asyncio.as_completed([work(1), work(50)], timeout=0.05):
            print("in time", await future)
    except asyncio.TimeoutError as error:
        print("late", repr(error))
    try:
        await asyncio.wait_for(work(50), timeout=0.01)
    except asyncio.TimeoutError:
        print("timeout")
    print(await asyncio.wait_for(work(1), 1), await asyncio.wait_for(work(1), None))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    try:
        async with asyncio.timeout(0.01) as scope:
            await asyncio.sleep(1)
    except TimeoutError:
        print("scope", scope.expired())
    async with asyncio.timeout(None) as scope:
        scope.reschedule(asyncio.get_running_loop().time() + 5)
        await asyncio.sleep(0)
    print(scope.expired(), repr(scope))
    inner = asyncio.create_task(work(2))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.005)
    except TimeoutError:
        print("shielded", inner.cancelled(), await inner)
    for wrong in ([], [work(1)]):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as error:
            print(error)
    wrong[0].close()


asyncio.run(main())
