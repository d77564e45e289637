"""Functions handed to threads, pools, timers and partial, which call them."""

import asyncio
import functools
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool


def summed(low, high, step=1):
    total = 0
    for i in range(low, high, step):
        total += i * i % 7
    return total


def square(n):
    return n * n


def scaled(n, by=2.5):
    return n * by


def named(name, count):
    return f"{name}-{count}"


def product(a, b):
    return a * b


def big(n):
    return n * 4611686018427387904


def wrong(n):
    return n + 1


def defaulted(n=None):
    return n


def shared(n):
    return (type(n).__name__, n)


class Later:
    """Calls what it is handed otherwise than a pool."""

    def run(self, function, n):
        return function(str(n) + "!")


results = []
numbers = [1, 2, 3]
pairs = [(1, 2), (3, 4)]
grown = [1]
grown.append("two")


def collect(low, high):
    results.append(summed(low, high))


threads = [threading.Thread(target=collect, args=(i, i * 10)) for i in range(1, 4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))

by_name = threading.Thread(target=collect, kwargs={"low": 5, "high": 9})
by_name.start()
by_name.join()
timer = threading.Timer(0.001, collect, [2, 4])
timer.start()
timer.join()
print(results[-2:])

with ThreadPoolExecutor(max_workers=2) as pool:
    print([f.result() for f in [pool.submit(summed, i, 50, step=3) for i in range(4)]])
    print(list(pool.map(square, numbers)), list(pool.map(square, range(5))))
    print(list(pool.map(named, ["a", "b"], range(2))))
    print(pool.submit(scaled, 4).result(), pool.submit(scaled, 4, by=0.5).result())
    print(list(pool.map(big, [1, 2, 4611686018427387904])))
    try:
        pool.submit(wrong).result()
    except TypeError as error:
        print(error)
    try:
        pool.submit(wrong, 1, 2).result()
    except TypeError as error:
        print(error)
    print(pool.submit(wrong, 9223372036854775807).result())
    print(pool.submit(defaulted).result(), pool.submit(defaulted, 3).result())
    print(list(pool.map(shared, grown)), Later().run(shared, 5))

with ThreadPool(2) as pool:
    print(pool.starmap(product, pairs), pool.apply(product, (6, 7)))
    print(pool.apply_async(product, args=(2, 2**70)).get())
    print(list(pool.imap(square, [True, 2.5])))

double = functools.partial(product, 2)
print(double(21), double(b="ab"))


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(square, 12))
    print(await loop.run_in_executor(None, summed, 0, 10))


asyncio.run(main())
print(list(map(square, numbers)), list(map(product, numbers, [4, 5, 6])))
