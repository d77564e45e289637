import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError as error:
        print("cancelled", n, error.args)
        raise
    finally:
        print("finally", n)


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("ignored")
    return "stubborn"


def told(task):
    print("told of", task.get_name(), task.cancelled())


async def main():
    task = asyncio.create_task(child(0.01), name="short")
    task.add_done_callback(told)
    print(task.get_name(), task.done())
    print(await task, task.done(), task.result(), task.exception())
    long = asyncio.create_task(child(10))
    print(long.get_name())
    await asyncio.sleep(0)
    print(long.cancel("enough"), long.cancelling())
    try:
        await long
    except asyncio.CancelledError as error:
        print("main sees", repr(error))
    print(long.cancelled(), long.cancel())
    try:
        long.result()
    except asyncio.CancelledError:
        print("no result")
    never = asyncio.create_task(child(1))
    never.cancel()
    print(await asyncio.gather(never, return_exceptions=True))
    other = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    other.cancel()
    print(await other, other.cancelled())
    pending = asyncio.create_task(child(0))
    try:
        pending.result()
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    print(await pending)
    try:
        asyncio.create_task(print)
    except TypeError as error:
        print(str(error).split(",")[0])


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.run(main)
except ValueError as error:
    print(str(error)[:40])
