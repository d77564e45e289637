"""Pools are terminated at any moment, and go on when a worker has been killed."""
import multiprocessing
import os
import random
import signal
import time


def spin():
    n = 0
    while True:
        n += 1


def begin_and_spin(begun):
    begun.set()
    spin()


if __name__ == "__main__":
    chance = random.Random(3)
    for round in range(40):
        pool = multiprocessing.Pool(2)
        if round % 2:
            pool.map(abs, range(4))
        for _ in range(3):
            pool.apply_async(spin)
        time.sleep(chance.random() * 0.004)
        pool.terminate()
        pool.join()
    print("terminated")
    begun = multiprocessing.Manager().Event()
    pool = multiprocessing.Pool(1)
    first = pool.apply(os.getpid)
    pool.apply_async(begin_and_spin, (begun,))
    begun.wait()
    os.kill(first, signal.SIGKILL)
    print(pool.apply(abs, (-3,)), pool.apply(os.getpid) != first)
    pool.terminate()
