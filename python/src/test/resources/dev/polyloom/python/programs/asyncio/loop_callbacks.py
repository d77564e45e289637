import asyncio

log = []


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, "soon 1")
    loop.call_later(0.02, log.append, "later 2")
    loop.call_later(0.01, log.append, "later 1")
    loop.call_soon(log.append, "soon 2")
    handle = loop.call_soon(log.append, "never")
    handle.cancel()
    loop.call_at(loop.time() + 0.03, log.append, "at")
    await asyncio.sleep(0)
    print(log, handle.cancelled())
    await asyncio.sleep(0.06)
    print(log)
    task = asyncio.create_task(asyncio.sleep(0, "value"), name="named")
    task.add_done_callback(lambda t: log.append(t.get_name()))
    print(await task, task.get_name(), asyncio.current_task().get_name()[:5])
    await asyncio.sleep(0)
    print(log[-1], len(asyncio.all_tasks()))
    future = loop.create_future()
    future.add_done_callback(lambda f: log.append(f.result()))
    future.set_result(7)
    print(future.done(), log[-1])
    await asyncio.sleep(0)
    print(log[-1], await future, loop.is_running(), loop.is_closed())
    order = []

    async def step(n):
        for i in range(2):
            order.append((n, i))
            await asyncio.sleep(0)

    await asyncio.gather(step("a"), step("b"))
    print(order)
    handled = []
    loop.set_exception_handler(lambda loop, context: handled.append((context["message"][:21], repr(context["exception"]))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(handled)


asyncio.run(main())
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "by hand")), loop.is_running())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
