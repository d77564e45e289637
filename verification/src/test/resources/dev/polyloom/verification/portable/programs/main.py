import asyncio

import classes
import failures
import generators
import texts
import threads
import values


async def step(n):
    await asyncio.sleep(0)
    return n * 2


async def main():
    print(await asyncio.gather(*(step(n) for n in range(3))))


asyncio.run(main())
print("end", __name__)
