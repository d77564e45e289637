import queue
import threading

q, results = queue.Queue(maxsize=3), []
STOP = object()


def produce(name, n):
    for i in range(n):
        q.put((name, i))


def consume():
    while (item := q.get()) is not STOP:
        results.append(item)
        q.task_done()
    q.task_done()


producers = [threading.Thread(target=produce, args=(c, 5)) for c in "ab"]
consumers = [threading.Thread(target=consume) for _ in range(2)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    q.put(STOP)
for t in consumers:
    t.join()
q.join()
print(sorted(results), q.empty(), q.unfinished_tasks)
stages = [queue.Queue() for _ in range(4)]


def stage(i, f):
    while True:
        x = stages[i].get()
        if x is None:
            stages[i + 1].put(None)
            return
        stages[i + 1].put(f(x))


ts = [threading.Thread(target=stage, args=(i, f)) for i, f in enumerate((lambda x: x + 1, lambda x: x * 2, str))]
for t in ts:
    t.start()
for i in range(5):
    stages[0].put(i)
stages[0].put(None)
print(list(iter(stages[3].get, None)))
for t in ts:
    t.join()
