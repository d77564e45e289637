"""What the handles and futures of a loop show of their callbacks."""
import asyncio
import functools
import re


def called(*args, **kwargs):
    pass


class Owner:
    def method(self, *args):
        pass


def shown(value):
    text = re.sub(r"at /\S*/(?=\w+\.py)", "at ", repr(value))
    return re.sub(r"when=[0-9.]+", "when=TIME", text)


async def main():
    loop = asyncio.get_running_loop()
    print(shown(loop.call_soon(called)), shown(loop.call_soon(called, 1, "two")))
    print(shown(loop.call_soon(called, "a text that is too long to be shown whole")))
    print(shown(loop.call_soon(print)), shown(loop.call_soon(Owner().method)))
    partial = functools.partial(called, 1, key=2)
    handle = loop.call_later(100, partial, 3)
    print(shown(handle), handle.cancelled())
    handle.cancel()
    print(shown(handle), handle.cancelled())
    print(shown(loop.call_at(loop.time() + 100, lambda: None)))
    future = loop.create_future()
    for callback in (called, partial, Owner().method, lambda done: None):
        future.add_done_callback(callback)
        print(shown(future))
    future.set_result(1)
    print(shown(future))
    task = asyncio.create_task(asyncio.sleep(0), name="named")
    task.add_done_callback(called)
    print(shown(task).split(" cb")[1])
    await task
    messages = []
    loop.set_exception_handler(lambda loop, context: messages.append(context["message"]))

    def failing(*args):
        raise ValueError(args)

    loop.call_soon(failing, 1)
    future = loop.create_future()
    future.add_done_callback(failing)
    future.set_result(None)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([re.sub(r"at /\S*/", "at ", each) for each in messages])
    print(loop.get_debug(), loop)
    loop.set_debug(True)
    print(loop.get_debug(), loop)
    loop.set_debug(False)


asyncio.run(main())
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
print(type(asyncio.get_event_loop_policy()).__name__)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
own = asyncio.DefaultEventLoopPolicy()
own.set_event_loop(own.new_event_loop())
own.get_event_loop().close()
asyncio.get_event_loop_policy().set_event_loop(asyncio.new_event_loop())
print(asyncio.get_event_loop() is asyncio.get_event_loop_policy().get_event_loop())
asyncio.get_event_loop().close()
