import asyncio


async def work():
    await asyncio.sleep(0)
    return "done"


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.slow_callback_duration = 0.25
    print(loop.slow_callback_duration)
    task = asyncio.create_task(work())
    for name, value in ("set_result", 1), ("set_exception", ValueError()):
        try:
            getattr(task, name)(value)
        except RuntimeError as e:
            print(e)
    print(await task)


asyncio.run(main())
