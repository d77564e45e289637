"""Handlers of signals that an event loop calls."""
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()

    def stop(name):
        print("got", name)
        stopped.set()

    for number in (signal.SIGTERM, signal.SIGUSR1):
        loop.add_signal_handler(number, stop, number.name)
    for number in (signal.SIGTERM, signal.SIGUSR1):
        stopped.clear()
        os.kill(os.getpid(), number)
        await asyncio.wait_for(stopped.wait(), 60)
    stopped.clear()
    await asyncio.to_thread(os.kill, os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(stopped.wait(), 60)
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
    for wrong in ("TERM", 500):
        try:
            loop.add_signal_handler(wrong, stop)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        loop.add_signal_handler(signal.SIGTERM, main)
    except TypeError as error:
        print(error)


asyncio.run(main())
