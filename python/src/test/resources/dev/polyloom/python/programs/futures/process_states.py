import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def nap(seconds):
    time.sleep(seconds)
    return seconds


def show(*lists):
    for each in lists:
        print([int(value) for value in each], end=" ")
    print()


def begun():
    with ProcessPoolExecutor(2) as pool:
        future = pool.submit(nap, 0.05)
        print(future.running(), future.done(), future.cancel())
        print(future.result(), future.running(), future.done())


def warm_pool():
    pool = ProcessPoolExecutor(1)
    pool.submit(nap, 0).result()
    first = pool.submit(nap, 0.3)
    time.sleep(0.1)
    return pool, first


def queued():
    pool, first = warm_pool()
    rest = [pool.submit(nap, 0.01) for _ in range(5)]
    time.sleep(0.1)
    show([each.running() for each in rest], [each.cancel() for each in rest])
    print(first.result(), [each.result() for each in rest if not each.cancelled()])
    pool.shutdown()


def shut_down_early():
    pool, first = warm_pool()
    rest = [pool.submit(nap, 0.01) for _ in range(5)]
    time.sleep(0.1)
    pool.shutdown(wait=True, cancel_futures=True)
    show([first.done()], [each.done() for each in rest], [each.cancelled() for each in rest])


def killed_while_idle():
    with ProcessPoolExecutor(2) as pool:
        os.kill(pool.submit(os.getpid).result(), signal.SIGKILL)
        lost = pool.submit(os.getpid)
        try:
            print(lost.result())
        except BrokenProcessPool as e:
            print("lost:", e)
        try:
            pool.submit(os.getpid)
        except BrokenProcessPool as e:
            print("refused:", e)


if __name__ == "__main__":
    begun()
    queued()
    shut_down_early()
    killed_while_idle()
