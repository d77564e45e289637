"""What ./polyloom runs to learn which classes Python programs need at their start."""
import math
import queue
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class Shape:
    kind = "shape"

    def __init__(self, *sides, name=None):
        self.sides = sides
        self.name = name or self.kind

    @property
    def size(self):
        return sum(self.sides)

    def __repr__(self):
        return f"{self.name}({', '.join(map(str, self.sides))}): {self.size:.2f}"


class Square(Shape):
    kind = "square"

    def __init__(self, side):
        super().__init__(side, side)


def numbers(limit):
    for n in range(limit):
        if n % 3:
            yield n ** 2


def work(jobs, done, lock):
    while (job := jobs.get()) is not None:
        try:
            with lock:
                done[job] = math.sqrt(job) / (job - 4)
        except ZeroDivisionError as error:
            done[job] = str(error)
        finally:
            jobs.task_done()


jobs, done, lock = queue.Queue(), {}, threading.Lock()
workers = [threading.Thread(target=work, args=(jobs, done, lock)) for _ in range(2)]
for worker in workers:
    worker.start()
for n in numbers(9):
    jobs.put(n)
for worker in workers:
    jobs.put(None)
for worker in workers:
    worker.join()
print(sorted(done.items(), key=lambda pair: pair[0])[:3], Square(2), [s for s in "text".split("x")])
with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(lambda n: n + 1, [1, 2, 3])), "%5d|%s" % (3, {1: "a"}), {1, 2} | {3})
start = time.perf_counter()
print(time.perf_counter() >= start, sys.argv[0].endswith(".py"))
