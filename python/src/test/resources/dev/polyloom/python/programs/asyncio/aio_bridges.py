"""Threads and loops: to_thread, executors, futures from other threads, runners."""
import asyncio, threading, time, contextvars, functools
from concurrent.futures import ThreadPoolExecutor

def block(n):
    time.sleep(0.001); return n, threading.current_thread() is threading.main_thread()

async def main():
    print(await asyncio.to_thread(block, 1))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, block, 2))
    with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, functools.partial(block, i)) for i in range(3))))
        print(await loop.run_in_executor(pool, lambda: threading.current_thread().name.rsplit("_", 1)[0]))
    fut = loop.create_future()
    loop.call_soon(fut.set_result, "soon"); print(await fut)
    fut = loop.create_future()
    loop.call_later(0.002, fut.set_exception, KeyError("later"))
    try: await fut
    except KeyError as e: print(repr(e), fut.done())
    fut = loop.create_future()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(fut.set_result, "thread")).start()
    print(await fut)
    order = []
    loop.call_soon(order.append, 1); loop.call_later(0.003, order.append, 3); loop.call_at(loop.time() + 0.001, order.append, 2)
    h = loop.call_later(0.002, order.append, 99); h.cancel(); print(h.cancelled())
    await asyncio.sleep(0.006); print(order)
    var = contextvars.ContextVar("var", default="none")
    async def child(): var.set("child"); return var.get()
    print(await asyncio.create_task(child()), var.get())
    print(asyncio.iscoroutinefunction(main), asyncio.iscoroutine(c := child())); c.close()
    print(len(asyncio.all_tasks()), asyncio.current_task().get_name())

def other():
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    async def add(a, b): await asyncio.sleep(0.001); return a + b
    f = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    print(f.result(1)); loop.call_soon_threadsafe(loop.stop)
asyncio.run(main()); other()
with asyncio.Runner() as r:
    print(r.run(asyncio.sleep(0, "r1")), r.run(asyncio.sleep(0, "r2")))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "x"))); loop.close(); print(loop.is_closed())
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
try: asyncio.run(5)
except ValueError as e: print(e)
