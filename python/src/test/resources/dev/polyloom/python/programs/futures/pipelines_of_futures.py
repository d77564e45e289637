from concurrent.futures import ThreadPoolExecutor
import threading

order, lock = [], threading.Lock()


def stage(name, f):
    def run(future_or_value):
        value = future_or_value.result() if hasattr(future_or_value, "result") else future_or_value
        with lock:
            order.append(name)
        return f(value)
    return run


with ThreadPoolExecutor(4) as pool:
    a = pool.submit(stage("read", str.split), "3 1 2")
    b = pool.submit(stage("parse", lambda xs: list(map(int, xs))), a)
    c = pool.submit(stage("sort", sorted), b)
    d = pool.submit(stage("sum", sum), c)
    print(a.result(), b.result(), c.result(), d.result(), order)
    results = {}
    events = [threading.Event() for _ in range(3)]

    def remember(i):
        def callback(future):
            results[i] = future.result()
            events[i].set()
        return callback

    for i in range(3):
        pool.submit(pow, i, 2).add_done_callback(remember(i))
    for e in events:
        e.wait()
    print(sorted(results.items()))
    tree = lambda n: n if n < 2 else pool.submit(lambda: tree(n - 1)).result() + 1
    print(tree(3), [f.result() for f in (pool.submit(divmod, 17, n) for n in (2, 5))])
