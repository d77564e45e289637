# Leans on the lock of CPython: threads that read, compute and write.
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

n = 0


def work(times):
    global n
    for _ in range(times):
        v = n
        v = v + 1
        n = v


threads = [threading.Thread(target=work, args=(1_000_000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(n)

# a thread that spins lets others run
done = False


def spin():
    rounds = 0
    while not done:
        rounds += 1
    return rounds > 0


with ThreadPoolExecutor(2) as pool:
    spinning = pool.submit(spin)
    time.sleep(0.05)
    done = True
    print(spinning.result())


@dataclass(order=True)
class Job:
    rank: int
    name: str = field(compare=False)


jobs = queue.PriorityQueue(3)
seen = []


def take():
    while True:
        job = jobs.get()
        if job.rank < 0:
            jobs.put(job)
            return
        seen.append(job.name)
        jobs.task_done()


takers = [threading.Thread(target=take) for _ in range(3)]
for t in takers:
    t.start()
for i in range(300):
    jobs.put(Job(i % 7, f"job{i}"))
jobs.join()
jobs.put(Job(-1, "end"))
for t in takers:
    t.join()
print(len(seen), len(set(seen)))

# waits under the lock
condition = threading.Condition()
turn = 0
order = []


def player(me):
    global turn
    for _ in range(50):
        with condition:
            condition.wait_for(lambda: turn % 3 == me)
            order.append(me)
            turn += 1
            condition.notify_all()


players = [threading.Thread(target=player, args=(i,)) for i in range(3)]
for p in players:
    p.start()
for p in players:
    p.join()
print(order == [0, 1, 2] * 50)

# keys that call the program while a list is sorted
shared = list(range(2000, 0, -1))


def key(x):
    for _ in range(20):
        pass
    return x


def extend():
    for i in range(2000):
        shared.append(i)


adder = threading.Thread(target=extend)
adder.start()
print(sorted(shared, key=key)[0])
adder.join()
print(len(shared))


def numbers():
    total = 0
    try:
        for i in range(100):
            total += yield i
    finally:
        seen.append(total)


def drain():
    g = numbers()
    next(g)
    for i in range(50):
        g.send(i)
    g.close()


seen.clear()
with ThreadPoolExecutor(4) as pool:
    for _ in range(8):
        pool.submit(drain)
print(seen)
