import asyncio
import logging
import re
import sys

logging.basicConfig(level=logging.DEBUG, format="%(name)s %(levelname)s %(message)s", stream=sys.stdout)


def shown(task):
    return re.sub(r"at /\S*/(?=\w+\.py)", "at ", re.sub(r"running at \S+", "running", repr(task)))


async def work():
    await asyncio.sleep(0)


async def main():
    print(shown(asyncio.current_task()))
    both = asyncio.gather(work(), work())
    for task in sorted(asyncio.all_tasks(), key=lambda task: task.get_name()):
        print(shown(task))
    await both
    async with asyncio.TaskGroup() as group:
        print(shown(group.create_task(work())))
    waited = asyncio.create_task(work())

    async def waiter():
        await waited

    other = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    print(shown(waited))
    await other


asyncio.run(main())
loop = asyncio.new_event_loop()
logging.getLogger("asyncio").setLevel(logging.WARNING)
asyncio.new_event_loop().close()
loop.close()
