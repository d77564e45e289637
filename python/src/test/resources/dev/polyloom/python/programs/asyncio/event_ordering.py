import asyncio

log = []


async def worker(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)
    return name


async def eager():
    log.append("eager runs at once")
    return 1


async def main():
    a, b = asyncio.create_task(worker("a", 3)), asyncio.create_task(worker("b", 2))
    log.append("created")
    await eager()
    log.append("before await")
    print(await a, await b)
    print(log)
    log.clear()
    future = asyncio.get_running_loop().create_future()

    async def wait_for_it(n):
        log.append((n, await future))

    waiters = [asyncio.create_task(wait_for_it(i)) for i in range(3)]
    await asyncio.sleep(0)
    future.set_result("go")
    log.append("set")
    await asyncio.gather(*waiters)
    print(log)
    await asyncio.gather(*(asyncio.sleep(d, log.append(d)) for d in (0.02, 0.01)))
    print(log[-2:])
    try:
        future.set_result("twice")
    except asyncio.InvalidStateError as error:
        print(error)
    print([t.done() for t in waiters], asyncio.current_task() is not None, len(asyncio.all_tasks()))


asyncio.run(main())
for wrong in (lambda: asyncio.run(5),):
    try:
        wrong()
    except (ValueError, RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
