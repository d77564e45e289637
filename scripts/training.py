"""What ./polyloom runs to learn which classes Python programs need at their start."""
import functools
import itertools
import json
import logging
import math
import queue
import random
import re
import sys
import threading
import time
from collections import Counter, defaultdict, deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Optional


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


class Kind(Enum):
    SMALL = 1
    LARGE = 2


@dataclass(order=True)
class Order:
    number: int
    kind: Kind = field(default=Kind.SMALL, compare=False)
    lines: list = field(default_factory=list, compare=False)
    note: Optional[str] = None


@contextmanager
def counted(counts, name):
    counts[name] += 1
    yield counts


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


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
logging.basicConfig(level=logging.INFO, format="%(threadName)s %(levelname)s %(message)s")
logging.getLogger(__name__).info("fib %d", fib(20))
counts = defaultdict(int)
with counted(counts, "orders"):
    orders = [Order(i, Kind.LARGE if i % 2 else Kind.SMALL) for i in range(3)]
print(sorted(orders, reverse=True)[0], Counter("hello").most_common(1), deque([1, 2], maxlen=2))
for i, word in enumerate(re.findall(r"\w+", "some words")):
    print(f"{i:>3} {word!r:<10}", json.dumps({"word": word, "parts": [i, None, 1.5]}))
print(random.Random(1).randint(1, 6), list(itertools.islice(itertools.count(), 3)), dict(counts))
