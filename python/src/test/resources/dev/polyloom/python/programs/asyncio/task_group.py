import asyncio


async def work(n, fail=None):
    try:
        await asyncio.sleep(n / 100)
        if fail:
            raise fail
        print("worked", n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work(2))
        second = group.create_task(work(1), name="second")
    print(first.result(), second.result(), second.get_name())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(50))
            group.create_task(work(1, ValueError("bad")))
    except* ValueError as errors:
        print(repr(errors), errors.exceptions, errors)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1, ValueError("one")))
            group.create_task(work(1, KeyError("two")))
            await asyncio.sleep(1)
    except ExceptionGroup as errors:
        print(errors.message, [type(e).__name__ for e in errors.exceptions])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(50))
            await asyncio.sleep(0)
            raise RuntimeError("body")
    except BaseExceptionGroup as errors:
        print(type(errors).__name__, errors.exceptions)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(work(50))
    except TimeoutError:
        print("too late")
    late = work(1)
    try:
        group.create_task(late)
    except RuntimeError as error:
        print(error)
        late.close()


asyncio.run(main())
