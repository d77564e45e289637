import asyncio


async def slow(x=1):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise
    return x


async def main():
    try:
        await asyncio.wait_for(slow(), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error), asyncio.TimeoutError is TimeoutError)
    print(await asyncio.wait_for(asyncio.sleep(0, "quick"), 1), await asyncio.wait_for(asyncio.sleep(0, "none"), None))
    try:
        async with asyncio.timeout(0.01) as scope:
            await slow()
    except TimeoutError:
        print("timeout", scope.expired())
    async with asyncio.timeout(None) as scope:
        print(scope.when(), scope.expired())
        scope.reschedule(asyncio.get_running_loop().time() + 10)
        await asyncio.sleep(0)
    try:
        async with asyncio.timeout(10):
            async with asyncio.timeout(0.01):
                await slow()
    except TimeoutError:
        print("inner timed out")
    shielded = asyncio.create_task(asyncio.sleep(0.02, "survived"))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0.001)
    except TimeoutError:
        print(await shielded)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(0)
            print("never")
    except TimeoutError:
        print("already late")
    task = asyncio.create_task(slow())
    await asyncio.sleep(0)
    print(task.cancel("why"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled(), task.done())


asyncio.run(main())
