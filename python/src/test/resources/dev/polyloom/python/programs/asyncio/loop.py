import asyncio
import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

request = contextvars.ContextVar("request", default="none")


async def show(name):
    request.set(name)
    await asyncio.sleep(0)
    return request.get()


def blocking(n):
    return n * n, threading.current_thread() is threading.main_thread(), request.get()


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, print, "later 2")
    loop.call_later(0.01, print, "later 1")
    loop.call_soon(print, "soon")
    cancelled = loop.call_later(0.001, print, "never")
    cancelled.cancel()
    print(cancelled.cancelled())
    await asyncio.sleep(0.03)
    print(await asyncio.gather(show("a"), show("b")), request.get())
    request.set("main")
    print(await asyncio.to_thread(blocking, 3))
    with ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, blocking, 4))
    print(await loop.run_in_executor(None, sum, [1, 2, 3]))
    future = loop.create_future()
    loop.call_soon(future.set_result, 42)
    print(await future, future.done())
    failed = loop.create_future()
    failed.set_exception(ValueError("set"))
    try:
        await failed
    except ValueError as error:
        print("future", error)
    done = []
    thread = threading.Thread(
        target=lambda: done.append(
            asyncio.run_coroutine_threadsafe(show("thread"), loop).result()
        )
    )
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.001)
    thread.join()
    print(done)
    loop.set_exception_handler(lambda l, c: print(c["message"].split(" at ")[0], repr(c["exception"])))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)


asyncio.run(main())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(show("own")), loop.is_running(), loop.is_closed())
loop.call_soon(lambda: print("forever") or loop.stop())
loop.run_forever()
loop.close()
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as error:
    print(error)
with asyncio.Runner() as runner:
    print(runner.run(show("runner 1")), runner.run(show("runner 2")))
print(asyncio.iscoroutinefunction(show), asyncio.iscoroutinefunction(blocking))
token = request.set("x")
print(request.get())
request.reset(token)
print(request.get(), contextvars.copy_context().get(request))
