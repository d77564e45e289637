"""Ctrl-C under asyncio: the main task is cancelled, clears up, and then KeyboardInterrupt comes."""
import asyncio
import os
import signal
import threading


def interrupt_soon(ready=None):
    def send():
        if ready is not None:
            ready.wait()
        os.kill(os.getpid(), signal.SIGINT)
    thread = threading.Thread(target=send)
    thread.start()
    return thread


def run(main):
    ready = threading.Event()
    thread = interrupt_soon(ready)
    try:
        print("returned", asyncio.run(main(ready)))
    except KeyboardInterrupt as e:
        print(main.__name__, repr(e), repr(e.__context__), e.__cause__)
    thread.join()
    print(signal.getsignal(signal.SIGINT))


async def turning(ready):
    try:
        ready.set()
        while True:
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("cleaned up")


async def waiting(ready):
    async def child():
        try:
            await asyncio.sleep(100)
        finally:
            print("child cleaned up")

    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    try:
        ready.set()
        await asyncio.sleep(100)
    finally:
        print("main cleaned up", task.done())


async def forever(ready):
    try:
        ready.set()
        await asyncio.Event().wait()
    finally:
        print("event forgotten")


async def handling(ready):
    came = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, came.set)
    ready.set()
    await came.wait()
    return "handled"


async def swallowing(ready):
    try:
        ready.set()
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        return "swallowed"


async def twice(ready):
    try:
        ready.set()
        await asyncio.sleep(100)
    finally:
        print("second")
        os.kill(os.getpid(), signal.SIGINT)
        print("not reached")


for main in (turning, waiting, forever, handling, swallowing, twice):
    run(main)


def plain_loop():
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    thread = interrupt_soon(ready)
    loop.call_soon(ready.set)
    try:
        loop.run_forever()
    except KeyboardInterrupt as e:
        print("loop interrupted", repr(e))
    thread.join()
    loop.close()


plain_loop()


def stepping():
    try:
        while True:
            yield 1
    finally:
        print("generator closed")


def generators():
    ready = threading.Event()
    thread = interrupt_soon(ready)
    try:
        ready.set()
        total = 0
        for each in stepping():
            total += each
    except KeyboardInterrupt:
        print("interrupted")
    thread.join()


generators()
