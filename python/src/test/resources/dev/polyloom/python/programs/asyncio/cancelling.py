import asyncio

log = []


async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log.append("refused")
    return "finished"


async def cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        log.append("cleaning")
        await asyncio.sleep(0)
        log.append("clean")


async def parent():
    child = asyncio.create_task(cleanup())
    try:
        await child
    except asyncio.CancelledError:
        log.append(f"child cancelled {child.cancelled()}")
        raise


async def main():
    t = asyncio.create_task(stubborn())
    for _ in range(2):
        await asyncio.sleep(0)
        t.cancel()
    print(await t, t.cancelled(), log)
    log.clear()
    t = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel("stop now")
    try:
        await t
    except asyncio.CancelledError as error:
        print(error.args, log)
    never = asyncio.create_task(cleanup())
    never.cancel()
    print((await asyncio.gather(never, return_exceptions=True))[0].__class__.__name__, log[-1])
    for call in (never.result, never.exception):
        try:
            call()
        except asyncio.CancelledError:
            print("CancelledError")
    done = asyncio.create_task(asyncio.sleep(0, 5))
    try:
        done.result()
    except asyncio.InvalidStateError as error:
        print(error)
    await done
    print(done.cancel(), done.result(), done.exception(), issubclass(asyncio.CancelledError, Exception))
    inner = asyncio.create_task(asyncio.sleep(0.01, "inner result"))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", await inner)


asyncio.run(main())
