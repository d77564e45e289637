import asyncio
from asyncio.base_events import BaseEventLoop
from asyncio.coroutines import iscoroutinefunction
from asyncio.runners import run
from asyncio.staggered import staggered_race
from asyncio.taskgroups import TaskGroup
from asyncio.timeouts import timeout


def job(name, seconds, fails=False):
    async def work():
        print(name, "starts")
        await asyncio.sleep(seconds)
        if fails:
            raise ConnectionError(name)
        return name

    return work


async def race(delay, *jobs):
    print(await staggered_race([job(*each) for each in jobs], delay))


async def names():
    before = asyncio.all_tasks()
    print(isinstance(asyncio.get_running_loop(), BaseEventLoop), iscoroutinefunction(race))
    async with timeout(5), TaskGroup() as group:
        task = group.create_task(asyncio.sleep(0, "done"))
    print(task.result(), asyncio.all_tasks() == before)


def created(loop, coro, context=None):
    print("task of", coro.__qualname__)
    return asyncio.Task(coro, loop=loop)


async def main():
    await race(0.05, ("slow", 5), ("quick", 0.01), ("never", 1))
    await race(None, ("one", 0.01, True), ("two", 0.01), ("three", 0.01))
    await race(0.02, ("bad", 0.01, True), ("worse", 0.01, True))
    await names()
    asyncio.get_running_loop().set_task_factory(created)


run(main())
