from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait
import threading

gates = [threading.Event() for _ in range(3)]


def job(i):
    gates[i].wait()
    if i == 1:
        raise KeyError(i)
    return i


with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(job, i) for i in range(3)]
    done, pending = wait(futures, timeout=0.01)
    print(len(done), len(pending))
    gates[2].set()
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    print([f.result() for f in done], len(pending))
    gates[1].set()
    done, pending = wait(futures, return_when=FIRST_EXCEPTION)
    print(sorted(repr(f.exception()) for f in done), len(pending))
    try:
        list(as_completed(futures, timeout=0.05))
    except TimeoutError as error:
        print(error)
    gates[0].set()
    result = wait(futures, return_when=ALL_COMPLETED)
    print(len(result.done), len(result.not_done))
with ThreadPoolExecutor(2) as pool:
    by = {pool.submit(pow, 2, n): n for n in range(4)}
    print(sorted((by[f], f.result()) for f in as_completed(by)), list(as_completed([])))
try:
    wait(by, return_when="nonsense")
except ValueError as error:
    print(error)
