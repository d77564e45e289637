"""Python's ProcessPoolExecutor as a contender: the same commands and answers as Contender.java."""

import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def empty():
    return 1


def increment(item):
    return item + 1


def latency(pool, seconds):
    times = []
    end = time.perf_counter() + seconds
    begin = time.perf_counter()
    while True:
        pool.submit(empty).result()
        now = time.perf_counter()
        times.append((now - begin) * 1e9)
        begin = now
        if begin >= end:
            return f"{statistics.median_low(times)} {statistics.fmean(times)}"


def submits(pool, seconds, batch):
    done = right = 0
    begin = time.perf_counter()
    while True:
        right += sum(future.result() for future in [pool.submit(empty) for _ in range(batch)])
        done += batch
        if time.perf_counter() - begin >= seconds:
            return rate(done, right, begin)


def mapped(pool, seconds, items, chunk):
    done = right = 0
    begin = time.perf_counter()
    while True:
        output = pool.map(increment, range(items), chunksize=max(1, chunk))
        right += sum(1 for item, result in enumerate(output) if result == item + 1)
        done += items
        if time.perf_counter() - begin >= seconds:
            return rate(done, right, begin)


def rate(done, right, begin):
    if right != done:
        raise RuntimeError(f"only {right} of {done} results are right")
    return str(done / (time.perf_counter() - begin))


def main():
    with ProcessPoolExecutor(max_workers=int(sys.argv[1])) as pool:
        for line in sys.stdin:
            name, seconds, *sizes = line.split()
            measure = {"latency": latency, "submits": submits, "map": mapped}[name]
            print(measure(pool, float(seconds), *map(int, sizes)), flush=True)


if __name__ == "__main__":
    main()
