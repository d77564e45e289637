"""Pools of concurrent.futures: order, errors, callbacks, waiting, cancelling."""
import threading, time
from concurrent.futures import *
import concurrent.futures as cf

def sq(x):
    if x == 3: raise ValueError(f"no {x}")
    return x * x
with ThreadPoolExecutor(max_workers=2) as ex:
    print(list(ex.map(pow, [1, 2, 3], [2, 2, 2])))
    fs = {ex.submit(sq, i): i for i in range(5)}
    for f in as_completed(fs):
        pass
    for f, i in fs.items():
        try: print(i, f.result())
        except ValueError as e: print(i, "error", e, repr(f.exception()))
    it = ex.map(sq, [1, 3, 2]); print(next(it))
    try: next(it)
    except ValueError as e: print(e)
    f = ex.submit(sq, 4); told = threading.Event(); f.add_done_callback(lambda f: (print("cb", f.result()), told.set())); told.wait()
    done, not_done = wait([ex.submit(sq, i) for i in (1, 2)], return_when=ALL_COMPLETED); print(len(done), len(not_done))
    gate, up = threading.Event(), threading.Semaphore(0)
    def hold(): up.release(); return gate.wait()
    slow = [ex.submit(hold) for _ in range(3)]; up.acquire(); up.acquire()
    print(slow[2].cancel(), slow[2].cancelled(), slow[0].cancel())
    d, n = wait(slow[:2], timeout=0.01, return_when=FIRST_COMPLETED); print(len(d), len(n))
    try: slow[0].result(timeout=0.01)
    except cf.TimeoutError as e: print("timeout", repr(e))
    gate.set()
    try: slow[2].result()
    except CancelledError as e: print("cancelled", repr(e))
try: ex.submit(sq, 1)
except RuntimeError as e: print(e)
f = Future(); print(f.done(), f.running()); f.set_result(5); print(f.result(), f)if 0 else print(f.result())
try: f.set_result(6)
except cf.InvalidStateError as e: print("invalid", type(e).__name__)
with ThreadPoolExecutor(1, initializer=lambda n: print("init", n), initargs=("a",), thread_name_prefix="tp") as ex:
    print(ex.submit(lambda: threading.current_thread().name).result())
d, n = wait([f]); print(len(d), n)
ex = ThreadPoolExecutor(1); g = threading.Event(); up = threading.Event(); a = ex.submit(lambda: up.set() or g.wait()); up.wait(); b = ex.submit(sq, 1)
ex.shutdown(wait=False, cancel_futures=True); g.set(); print(a.result(), b.cancelled())
for bad in (0, -1):
    try: ThreadPoolExecutor(bad)
    except ValueError as e: print(e)
