import asyncio


async def work(name, delay, fail=False):
    print("start", name)
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(f"{name} failed")
    print("end", name)
    return name.upper()


async def main():
    print(await asyncio.gather(work("a", 0.03), work("b", 0.01), work("c", 0.02)))
    results = await asyncio.gather(
        work("d", 0.01), work("e", 0.02, True), return_exceptions=True
    )
    print(results)
    try:
        await asyncio.gather(work("f", 0.01, True), work("g", 0.02))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.03)
    print(await asyncio.gather())
    same = asyncio.create_task(work("h", 0))
    print(await asyncio.gather(same, same))
    return "done"


print(asyncio.run(main()))
