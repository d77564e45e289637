# Follows CPython's Lib/asyncio/staggered.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""The module asyncio.staggered: coroutines that start one after the other until one succeeds."""

import asyncio
import contextlib

__all__ = ("staggered_race",)


async def staggered_race(coro_fns, delay, *, loop=None):
    loop = loop or asyncio.get_running_loop()
    numbered = enumerate(coro_fns)
    winner = winner_index = None
    exceptions = []
    running = []

    async def run_one(previous_failed):
        nonlocal winner, winner_index
        if previous_failed is not None:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(previous_failed.wait(), delay)
        try:
            index, coro_fn = next(numbered)
        except StopIteration:
            return
        failed = asyncio.Event()
        running.append(loop.create_task(run_one(failed)))
        exceptions.append(None)
        try:
            result = await coro_fn()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            exceptions[index] = e
            failed.set()
        else:
            winner, winner_index = result, index
            for i, task in enumerate(running):
                if i != index:
                    task.cancel()

    running.append(loop.create_task(run_one(None)))
    try:
        done_count = 0
        while done_count != len(running):
            done, _ = await asyncio.wait(running)
            done_count = len(done)
            for task in done:
                if not task.cancelled() and task.exception():
                    raise task.exception()
        return winner, winner_index, exceptions
    finally:
        for task in running:
            task.cancel()
