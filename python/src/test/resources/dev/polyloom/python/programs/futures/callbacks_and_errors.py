from concurrent.futures import ThreadPoolExecutor
import logging
import threading

log = []


def risky(n):
    return 10 // n


def report(future):
    log.append(f"{type(future.exception()).__name__ if future.exception() else future.result()}")


with ThreadPoolExecutor(1) as pool:
    for n in (1, 0, 5):
        pool.submit(risky, n).add_done_callback(report)
print(log)
with ThreadPoolExecutor(1) as pool:
    f = pool.submit(risky, 0)
    try:
        f.result()
    except ZeroDivisionError as error:
        print(error, error is f.exception(), error.__traceback__ is not None)
    print(pool.submit(lambda: threading.current_thread().name.split("_")[-1]).result())


def nested(pool, depth):
    return depth if depth == 0 else 1 + pool.submit(nested, pool, depth - 1).result()


with ThreadPoolExecutor(5) as pool:
    print(nested(pool, 4))
logging.disable(logging.CRITICAL)
chain = []
with ThreadPoolExecutor(2) as pool:
    first = pool.submit(lambda: 1)
    done = threading.Event()
    first.add_done_callback(lambda f: (chain.append(f.result()), pool.submit(lambda: (chain.append(2), done.set()))))
    done.wait()
print(chain)
