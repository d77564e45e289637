from concurrent.futures import ThreadPoolExecutor
import threading


def check(x, y=0):
    if x == 3:
        raise ValueError(f"no {x}")
    return x * 10 + y


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(check, [1, 2])), list(pool.map(check, [1, 2, 5], [4, 5])), list(pool.map(check, [])))
    results = pool.map(check, [1, 2, 3, 4])
    try:
        for r in results:
            print(r)
    except ValueError as error:
        print("stopped by", error)
    print(list(results))
    gate = threading.Event()
    slow = pool.map(lambda x: gate.wait() and x, [1], timeout=0.01)
    try:
        next(slow)
    except TimeoutError as error:
        print(repr(error))
    gate.set()
initialized = []
with ThreadPoolExecutor(1, initializer=initialized.append, initargs=("ready",)) as pool:
    print(pool.submit(len, initialized).result(), initialized)
for wrong in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(-1), lambda: ThreadPoolExecutor(initializer=5)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
pool = ThreadPoolExecutor(1)
gate = threading.Event()
first, *rest = [pool.submit(gate.wait)] + [pool.submit(int) for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
gate.set()
print(first.result(), [f.cancelled() for f in rest])
