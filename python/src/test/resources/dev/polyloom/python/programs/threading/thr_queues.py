"""Queues of threads: sentinels, priorities, limits, and what they raise."""
import queue, threading
from dataclasses import dataclass, field

@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)

q = queue.PriorityQueue()
for p, n in ((3, "low"), (1, "high"), (2, "mid")): q.put(Job(p, n))
while not q.empty(): print(q.get())
work, results = queue.Queue(), queue.Queue()
def worker():
    while (n := work.get()) is not None:
        results.put(n * n); work.task_done()
    work.task_done()
ts = [threading.Thread(target=worker) for _ in range(3)]
for t in ts: t.start()
for i in range(6): work.put(i)
work.join()
for _ in ts: work.put(None)
for t in ts: t.join()
print(sorted(results.get() for _ in range(6)), results.qsize())
q = queue.Queue(maxsize=1); q.put(1); print(q.full())
for f in (lambda: q.put(2, block=False), lambda: q.put_nowait(2), lambda: q.put(2, timeout=0.001)):
    try: f()
    except queue.Full as e: print("Full", repr(e))
q.get()
for f in (q.get_nowait, lambda: q.get(timeout=0.001), lambda: q.get(False)):
    try: f()
    except queue.Empty as e: print("Empty", repr(e))
try: q.get(timeout=-1)
except ValueError as e: print(e)
s = queue.SimpleQueue(); s.put(1); s.put(2); print(s.get(), s.qsize(), s.empty(), s.get_nowait())
l = queue.LifoQueue(); [l.put(i) for i in range(3)]; print([l.get() for _ in range(3)])
try: l.task_done(); l.task_done(); l.task_done(); l.task_done()
except ValueError as e: print(e)
