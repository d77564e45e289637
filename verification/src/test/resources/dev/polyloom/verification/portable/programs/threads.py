import queue
import threading
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
total = 0


def add(times):
    global total
    for _ in range(times):
        with lock:
            total += 1


workers = [threading.Thread(target=add, args=(200,), name=f"adder-{i}") for i in range(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(total, [w.name for w in workers], any(w.is_alive() for w in workers))

tasks = queue.Queue(maxsize=2)
results = []


def consume():
    while True:
        item = tasks.get()
        if item is None:
            break
        results.append(item * item)
        tasks.task_done()


consumers = [threading.Thread(target=consume) for _ in range(2)]
for each in consumers:
    each.start()
for i in range(10):
    tasks.put(i)
tasks.join()
for _ in consumers:
    tasks.put(None)
for each in consumers:
    each.join()
print(sorted(results))

ready = threading.Condition()
box = []


def wait():
    with ready:
        ready.wait_for(lambda: box)
        box.append("seen")


waiter = threading.Thread(target=wait)
waiter.start()
with ready:
    box.append("item")
    ready.notify_all()
waiter.join()
print(box)

barrier = threading.Barrier(3)
done = threading.Event()
slots = threading.Semaphore(2)
local = threading.local()


def meet(n):
    local.n = n
    with slots:
        pass
    barrier.wait()
    if local.n == 0:
        done.set()


for n in range(3):
    threading.Thread(target=meet, args=(n,)).start()
print(done.wait(10), barrier.broken)


def failing(n):
    if n == 3:
        raise ValueError("three")
    return n * 10


with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(failing, range(3))))
    print(type(pool.submit(failing, 3).exception()).__name__)
