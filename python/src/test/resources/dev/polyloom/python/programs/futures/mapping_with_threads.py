from concurrent.futures import ThreadPoolExecutor, as_completed
import threading

lock, live, most = threading.Lock(), 0, 0
barrier = threading.Barrier(3)


def work(n):
    global live, most
    with lock:
        live += 1
        most = max(most, live)
    barrier.wait()
    with lock:
        live -= 1
    return n, n**3


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(work, n) for n in range(6)]
    print(sorted(f.result() for f in as_completed(futures)), most, live)
    print(all(f.done() for f in futures), [f.result()[1] for f in futures])
with ThreadPoolExecutor() as pool:
    names = set(pool.map(lambda _: threading.current_thread().name.rsplit("_", 1)[0], range(5)))
    print(names, len(list(pool.map(str, range(50)))))
    text = "to be or not to be".split()
    lengths = {pool.submit(len, w): w for w in text}
    print(sorted((lengths[f], f.result()) for f in lengths))
    nested = pool.submit(lambda: [f.result() for f in [pool.submit(int, d) for d in "123"]])
    print(nested.result(timeout=5))
    errors = []
    for f in [pool.submit(int, t) for t in ("1", "x", "3", "")]:
        try:
            errors.append(f.result())
        except ValueError as error:
            errors.append(str(error))
    print(errors)
