"""Signals, alarms and ends of processes reach code that computes and never waits."""
import itertools
import multiprocessing
import os
import signal
import threading


class TimedOut(Exception):
    pass


def expire(number, frame):
    raise TimedOut(signal.Signals(number).name)


def empty_loop():
    while True:
        pass


def counting():
    n = 0
    while True:
        n += 1


def counted():
    for i in range(10 ** 15):
        pass


def over_values():
    for each in itertools.count():
        pass


def nested():
    for i in range(10 ** 9):
        for j in range(10 ** 9):
            if i + j < 0:
                return


def comprehension():
    return [i for i in itertools.count() if i < 0]


def set_of_range():
    return {i for i in range(10 ** 15) if i < 0}


def summed():
    return sum(i % 7 for i in range(10 ** 15))


def any_of():
    return any(i < 0 for i in itertools.count())


def barren():
    n = 1
    while True:
        n += 1
        if n < 0:
            yield n


def next_of_generator():
    return next(barren())


def recursive(n):
    return recursive(n - 1) + recursive(n - 1) + 1 if n else 1


def deep():
    return recursive(200)


def doubling(depth):
    ways = (lambda d: 0 if d == 0 else ways(d - 1) + ways(d - 1))
    return ways(depth)


def lambdas():
    return doubling(200)


ALL = (empty_loop, counting, counted, over_values, nested, comprehension, set_of_range, summed,
       any_of, next_of_generator, deep, lambdas)
signal.signal(signal.SIGALRM, expire)
for endless in ALL:
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        print("went on", endless())
    except TimedOut as e:
        print(endless.__name__, "timed out by", e)

seen = []
signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(threading.current_thread().name))
for _ in range(3):
    known = len(seen)
    threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGUSR1)).start()
    while len(seen) == known:
        pass
print(seen)



def interrupt(ready):
    ready.wait()
    os.kill(os.getpid(), signal.SIGINT)


for _ in range(2):
    ready = threading.Event()
    sender = threading.Thread(target=interrupt, args=(ready,))
    sender.start()
    try:
        try:
            ready.set()
            counting()
        finally:
            print("cleaned up")
    except KeyboardInterrupt as e:
        print("interrupted", repr(e))
    sender.join()

signal.raise_signal(signal.SIGPIPE)
before = signal.signal(signal.SIGINT, signal.SIG_IGN)
for _ in range(3):
    os.kill(os.getpid(), signal.SIGINT)
    each = threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGINT))
    each.start()
    each.join()
for i in range(100000):
    pass
print("ignored", before, signal.signal(signal.SIGINT, before).name)

# Others go on computing while the main thread is told.
done = []


def add_up():
    t = 0
    for i in range(300000):
        t += i
    done.append(t)


helpers = [threading.Thread(target=add_up) for _ in range(3)]
for each in helpers:
    each.start()
try:
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    counting()
except TimedOut:
    print("timed out beside others")
for each in helpers:
    each.join()
print(done)


def computing(begun):
    begun.set()
    counting()


def with_thread(begun):
    threading.Thread(target=counting, daemon=True).start()
    begun.set()
    counting()


def cleaning(begun):
    begun.set()
    try:
        counting()
    finally:
        print("never printed")


if __name__ == "__main__":
    for work, end in ((computing, "terminate"), (computing, "kill"), (with_thread, "terminate"),
                      (cleaning, "terminate")):
        begun = multiprocessing.Event()
        process = multiprocessing.Process(target=work, args=(begun,))
        process.start()
        begun.wait()
        getattr(process, end)()
        process.join()
        print(work.__name__, process.exitcode, process.is_alive())
    pool = multiprocessing.Pool(1)
    waited = pool.apply_async(counting)
    try:
        waited.get(timeout=0.2)
    except multiprocessing.TimeoutError:
        print("no result in time")
    pool.terminate()
    pool.join()
    print("pool ended")
