"""Workers that end without cleaning up, and what processes wait with."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from concurrent.futures.thread import BrokenThreadPool, ThreadPoolExecutor
from multiprocessing import BoundedSemaphore, Lock, Semaphore


def die():
    os._exit(7)


def double(n):
    return 2 * n


if __name__ == "__main__":
    child = multiprocessing.Process(target=die)
    child.start()
    child.join()
    print("exit code", child.exitcode)
    with ProcessPoolExecutor(2) as pool:
        print(pool.submit(double, 4).result())
        try:
            pool.submit(die).result()
        except BrokenProcessPool as error:
            print(error)
        try:
            pool.submit(double, 1)
        except BrokenProcessPool as error:
            print(error)
    print(issubclass(BrokenThreadPool, RuntimeError), ThreadPoolExecutor.__name__)
    few = Semaphore(2)
    print(few.acquire(), few.get_value(), few)
    print(BoundedSemaphore(3))
    lock = Lock()
    print(lock)
    with lock:
        print(lock)
    print(type(multiprocessing.get_context("spawn")).__name__)
