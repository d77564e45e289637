"""Tasks that a factory makes, and the numbers of tasks over several runs."""
import asyncio
import heapq
import re
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


class Counted(asyncio.Task):
    made = 0

    def __init__(self, coro, *, loop=None, **kwargs):
        super().__init__(coro, loop=loop, **kwargs)
        Counted.made += 1


async def name_of():
    await asyncio.sleep(0)
    return asyncio.current_task().get_name()


def factory(loop, coro, **kwargs):
    return Counted(coro, loop=loop, **kwargs)


async def with_factory():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    one = asyncio.create_task(name_of())
    two = loop.create_task(name_of(), name="own")
    print(type(one).__name__, await one, await two)
    print(await asyncio.gather(name_of(), name_of()), Counted.made)
    async with asyncio.TaskGroup() as group:
        group.create_task(name_of(), name="grouped")
    print(Counted.made)
    try:
        loop.set_task_factory("none")
    except TypeError as e:
        print(e)
    loop.set_task_factory(None)
    print(type(asyncio.create_task(name_of())) is asyncio.Task)


async def plain():
    return await asyncio.gather(name_of(), asyncio.current_task().get_name() and name_of())


async def threads():
    await asyncio.to_thread(sum, [1])
    return await plain()


def square(x):
    return x * x


def shown(value):
    return re.sub("0x[0-9a-f]+", "ADDRESS", repr(value))


def generators():
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(square, [1, 2, 3])
        print(shown(results), type(results).__name__, results.__name__)
        print(next(results), list(results), list(results))
        print(shown(as_completed([pool.submit(square, 2)])))
    with ProcessPoolExecutor(2) as pool:
        results = pool.map(square, [1, 2, 3])
        print(shown(results), list(results))
    print(shown(heapq.merge([1], [2])), list(heapq.merge([1, 4], [2, 3])))


async def completed():
    print(shown(asyncio.as_completed([])))
    return [await each for each in asyncio.as_completed([name_of()])]


if __name__ == "__main__":
    asyncio.run(with_factory())
    print(asyncio.run(plain()))
    print(asyncio.run(threads()))
    print(asyncio.run(completed()))
    with asyncio.Runner() as runner:
        print(runner.run(plain()))
        print(runner.run(plain()))
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(plain()))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    print(loop.run_until_complete(name_of()))
    loop.close()
    print(asyncio.run(plain()))
    generators()
