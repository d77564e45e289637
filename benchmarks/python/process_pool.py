"""Python's process pools as contenders: the commands and answers of Contender.java and ProcessContender.java."""

import concurrent.futures
import multiprocessing
import os
import signal
import statistics
import sys
import tempfile
import threading
import time

CHUNK = 100
LOOK_SECONDS = 0.0001
BOUND_SECONDS = 30
WARMING_ROUNDS = 5
ORPHAN_LOOK_SECONDS = 2


class Executor:
    """concurrent.futures.ProcessPoolExecutor, with the start method that starts soonest."""

    def __init__(self, workers):
        self.executor = concurrent.futures.ProcessPoolExecutor(workers, mp_context=context())
        self.submit = self.executor.submit

    def map(self, function, items, chunk):
        return self.executor.map(function, items, chunksize=chunk)

    @staticmethod
    def get(future, seconds=None):
        return future.result(seconds)

    def close(self):
        self.executor.shutdown(wait=True, cancel_futures=True)

    def abandon(self):
        processes = list((self.executor._processes or {}).values())
        for process in processes:
            process.kill()
        self.executor.shutdown(wait=False, cancel_futures=True)


class Pool:
    """multiprocessing.Pool."""

    def __init__(self, workers):
        self.pool = context().Pool(workers)

    def submit(self, function, *args):
        return self.pool.apply_async(function, args)

    def map(self, function, items, chunk):
        return self.pool.map(function, items, chunksize=chunk)

    @staticmethod
    def get(future, seconds=None):
        return future.get(seconds)

    def close(self):
        self.pool.terminate()
        self.pool.join()

    abandon = close


def context():
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else None)


def empty():
    return 1


def increment(item):
    return item + 1


def acknowledge(data):
    return len(data) + data[0] + data[-1]


def hold(folder, number):
    """Says in which process it runs and keeps its worker until it is released."""
    pid = os.path.join(folder, f"pid-{number}")
    with open(pid + ".unfinished", "w") as file:
        file.write(str(os.getpid()))
    os.rename(pid + ".unfinished", pid)
    wait_for(os.path.join(folder, f"released-{number}"), 2 * BOUND_SECONDS)


def wait_for(file, seconds):
    end = time.perf_counter() + seconds
    while not os.path.exists(file):
        if time.perf_counter() > end:
            raise TimeoutError("a worker did not begin its task in time")
        time.sleep(LOOK_SECONDS)


def times(seconds, sample):
    taken = []
    end = time.perf_counter() + seconds
    begin = time.perf_counter()
    while True:
        sample()
        now = time.perf_counter()
        taken.append((now - begin) * 1e9)
        begin = now
        if begin >= end:
            return p50_and_mean(taken)


def p50_and_mean(taken):
    return f"{statistics.median_low(taken)} {statistics.fmean(taken)}"


def latency(kind, workers, pool, seconds):
    return times(seconds, lambda: pool.get(pool.submit(empty)))


def payload(kind, workers, pool, seconds, size):
    data = bytes(range(256)) * (size // 256) + bytes(size % 256)

    def sample():
        if pool.get(pool.submit(acknowledge, data)) != acknowledge(data):
            raise RuntimeError("a large argument did not arrive as it was sent")

    return times(seconds, sample)


def submits(kind, workers, pool, seconds, batch):
    done = right = 0
    begin = time.perf_counter()
    while True:
        right += sum(pool.get(future) for future in [pool.submit(empty) for _ in range(batch)])
        done += batch
        if time.perf_counter() - begin >= seconds:
            return rate(done, right, begin)


def mapped(kind, workers, pool, seconds, items, chunk=CHUNK):
    done = right = 0
    begin = time.perf_counter()
    while True:
        output = pool.map(increment, range(items), max(1, chunk))
        right += sum(1 for item, result in enumerate(output) if result == item + 1)
        done += items
        if time.perf_counter() - begin >= seconds:
            return rate(done, right, begin)


def rate(done, right, begin):
    if right != done:
        raise RuntimeError(f"only {right} of {done} results are right")
    return str(done / (time.perf_counter() - begin))


def opened(kind, workers, pool, seconds, pause_millis):
    """Times a further pool beside the one that is open, from opening it to its first result, each after a pause."""
    taken = []
    end = time.perf_counter() + seconds
    while not taken or time.perf_counter() < end:
        time.sleep(pause_millis / 1000)
        begin = time.perf_counter()
        further = kind(workers)
        further.get(further.submit(empty))
        taken.append((time.perf_counter() - begin) * 1e9)
        further.close()
    return p50_and_mean(taken)


def loss(kind, workers, pool, seconds, tasks):
    """Kills a worker of two with tasks queued behind it; what that takes over the same on one worker."""
    return str((until_done(kind, tasks, 2, True) - until_done(kind, tasks, 1, False)) * 1e9)


def until_done(kind, tasks, workers, kill):
    pool = kind(workers)
    try:
        for _ in range(WARMING_ROUNDS):
            await_all(pool, [pool.submit(empty) for _ in range(tasks)])
        with tempfile.TemporaryDirectory() as folder:
            return until_done_in(pool, folder, tasks, workers, kill)
    finally:
        pool.abandon()


def until_done_in(pool, folder, tasks, workers, kill):
    pids = []
    for number in range(workers):
        pool.submit(hold, folder, number)
    for number in range(workers):
        file = os.path.join(folder, f"pid-{number}")
        wait_for(file, BOUND_SECONDS)
        with open(file) as opened_file:
            pids.append(int(opened_file.read()))
    futures = [pool.submit(empty) for _ in range(tasks)]
    begin = time.perf_counter()
    if kill:
        os.kill(pids[0], signal.SIGKILL)
    open(os.path.join(folder, f"released-{workers - 1}"), "w").close()
    await_all(pool, futures)
    return time.perf_counter() - begin


def await_all(pool, futures):
    end = time.perf_counter() + BOUND_SECONDS
    failed = open_still = 0
    for future in futures:
        try:
            failed += pool.get(future, max(0, end - time.perf_counter())) != 1
        except (TimeoutError, multiprocessing.TimeoutError, concurrent.futures.TimeoutError):
            open_still += 1
        except Exception:
            failed += 1
    if failed or open_still:
        raise RuntimeError(
            f"{failed} of {len(futures)} queued tasks failed, {open_still} never ended"
        )


COMMANDS = {
    "latency": latency,
    "submits": submits,
    "map": mapped,
    "payload": payload,
    "open": opened,
    "loss": loss,
}


def answer(kind, workers, pool, line):
    name, seconds, *sizes = line.split()
    try:
        return COMMANDS[name](kind, workers, pool, float(seconds), *map(int, sizes))
    except Exception as failure:
        return "! " + (" ".join(str(failure).split()) or type(failure).__name__)


def end_with(parent):
    """Ends this process and its workers soon after its parent, whatever it is doing."""
    while os.getppid() == parent:
        time.sleep(ORPHAN_LOOK_SECONDS)
    for process in multiprocessing.active_children():
        process.kill()
    os._exit(1)


def main():
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    workers = int(sys.argv[1])
    kind = {"executor": Executor, "pool": Pool}[sys.argv[2] if len(sys.argv) > 2 else "executor"]
    pool = kind(workers)
    try:
        for line in sys.stdin:
            print(answer(kind, workers, pool, line), flush=True)
    finally:
        pool.close()


if __name__ == "__main__":
    main()
