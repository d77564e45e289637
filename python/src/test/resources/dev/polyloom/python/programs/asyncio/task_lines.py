import asyncio

async def work():
    task = asyncio.current_task()
    print(str(task).split("coro=")[1].split("> cb")[0].rsplit("/", 1)[-1])
    await asyncio.sleep(
        0.01)
    print(str(task).split("coro=")[1].split("> cb")[0].rsplit("/", 1)[-1])

async def main():
    t = asyncio.create_task(work(), name="worker")
    print(str(t).split("coro=")[1].rsplit("/", 1)[-1])
    await asyncio.sleep(0)
    print(str(t).split("coro=")[1].split(" wait_for")[0].rsplit("/", 1)[-1])
    await t
    print(str(t).split("coro=")[1].rsplit("/", 1)[-1])

asyncio.run(main())
