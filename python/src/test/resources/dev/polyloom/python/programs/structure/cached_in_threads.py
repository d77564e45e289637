import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import cache, cached_property, lru_cache

calls = []
lock = threading.Lock()


@cache
def slow_square(n):
    with lock:
        calls.append(n)
    return n * n


with ThreadPoolExecutor(8) as pool:
    first = list(pool.map(slow_square, range(50)))
    second = list(pool.map(slow_square, range(50)))
print(first == second, slow_square.cache_info().currsize, slow_square.cache_info().hits >= 50)


@lru_cache(maxsize=16)
def small(n):
    return -n


def hammer(k):
    return sum(small((k * i) % 40) for i in range(500))


with ThreadPoolExecutor(4) as pool:
    totals = list(pool.map(hammer, [1, 3, 7]))
info = small.cache_info()
print(totals, info.currsize, info.hits + info.misses)


class Settings:
    loads = 0

    @cached_property
    def data(self):
        Settings.loads += 1
        return {"loaded": True}


settings = Settings()
threads = [threading.Thread(target=lambda: settings.data) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(settings.data, Settings.loads)


@contextmanager
def held(name, log):
    log.append(f"enter {name}")
    try:
        yield name
    finally:
        log.append(f"leave {name}")


def worker(n, out):
    log = []
    with ExitStack() as stack:
        for i in range(n):
            stack.enter_context(held(f"{n}.{i}", log))
    out[n] = log


out = {}
threads = [threading.Thread(target=worker, args=(n, out)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for n in sorted(out):
    print(n, out[n])
