import queue
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add(self, times):
        for _ in range(times):
            with self.lock:
                self.value += 1


class Worker(threading.Thread):
    def __init__(self, source, seen):
        super().__init__(name="worker")
        self.source = source
        self.seen = seen

    def run(self):
        while True:
            item = self.source.get()
            if item is None:
                break
            self.seen.append(item * 2)
            self.source.task_done()


counter = Counter()
threads = [threading.Thread(target=counter.add, args=(1000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter.value, threads[0].name, threads[0].is_alive())
source, seen = queue.Queue(), []
w = Worker(source, seen)
w.start()
for i in range(5):
    source.put(i)
source.join()
source.put(None)
w.join()
print(seen, w.name)
with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(lambda x: x * x, range(5))))
    futures = {pool.submit(pow, 2, k): k for k in range(4)}
    print(sorted(f.result() for f in as_completed(futures)))
ready = threading.Event()
barrier = threading.Barrier(2)
order = []


def second():
    ready.wait()
    order.append("second")
    barrier.wait()


t = threading.Thread(target=second)
t.start()
order.append("first")
ready.set()
barrier.wait()
t.join()
print(order)
gate = threading.Semaphore(2)
print(gate.acquire(), gate.acquire(), gate.acquire(blocking=False))
