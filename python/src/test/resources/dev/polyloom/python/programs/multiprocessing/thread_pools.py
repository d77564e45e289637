"""Pools of threads that look like pools of processes."""

import threading
from multiprocessing import TimeoutError
from multiprocessing.dummy import Pool, Process, Queue, current_process
from multiprocessing.pool import ThreadPool

seen = []


def square(n):
    seen.append(n)
    return n * n


def fail(n):
    raise ValueError(f"bad {n}")


def add(a, b=0):
    return a + b


with ThreadPool(processes=2) as pool:
    print(pool.map(square, range(5)), sorted(seen))
    print(pool.starmap(add, [(1, 2), (3, 4)]), pool.apply(add, (5,), {"b": 6}))
    print(pool.map(lambda n: n + 1, [1, 2, 3]))
    print(list(pool.imap(square, [2, 3])), sorted(pool.imap_unordered(square, [4, 5])))
    result = pool.apply_async(square, (9,), callback=lambda value: print("callback", value))
    result.wait()
    print(result.get(timeout=5), result.ready(), result.successful())
    try:
        pool.map(fail, [1])
    except ValueError as error:
        print(repr(error))
    gate = threading.Event()
    waiting = pool.apply_async(gate.wait)
    try:
        waiting.get(timeout=0.01)
    except TimeoutError as error:
        print(repr(error))
    gate.set()
    print(waiting.get())
try:
    pool.map(square, [1])
except ValueError as error:
    print(error)
print(repr(pool).split(" at ")[0])

local = threading.local()


def prepare(value):
    local.value = value


pool = Pool(2, prepare, ("ready",))
print(pool.map(lambda n: (n, local.value), [1, 2]))
pool.close()
pool.join()

queue = Queue()
worker = Process(target=lambda: queue.put(current_process().name), name="dummy")
print(worker.exitcode)
worker.start()
worker.join()
print(worker.exitcode, queue.get())
named = ThreadPool(1)
print(named.apply(lambda: threading.current_thread().name.split(" ")[1]))
named.terminate()
named.join()
