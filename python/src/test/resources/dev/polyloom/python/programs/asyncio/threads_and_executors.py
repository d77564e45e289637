import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def blocking(x, y=0):
    return x + y, threading.current_thread() is threading.main_thread()


def fails():
    raise OSError("in thread")


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 1), await asyncio.to_thread(blocking, 1, y=2))
    with ThreadPoolExecutor(2, thread_name_prefix="mine") as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, pow, 2, n) for n in range(4))))
        print((await loop.run_in_executor(pool, lambda: threading.current_thread().name))[:5])
    try:
        await asyncio.to_thread(fails)
    except OSError as error:
        print(error)
    future = loop.create_future()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(future.set_result, "from a thread")).start()
    print(await future)

    async def double(n):
        await asyncio.sleep(0)
        return n * 2

    print(await asyncio.to_thread(lambda: asyncio.run_coroutine_threadsafe(double(21), loop).result()))
    other = []
    t = threading.Thread(target=lambda: other.append(asyncio.run(double(4))))
    t.start()
    while t.is_alive():
        await asyncio.sleep(0.001)
    print(other)
    wrapped = asyncio.wrap_future(ThreadPoolExecutor(1).submit(len, "four"))
    print(await wrapped)


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
