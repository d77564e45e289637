import threading
from collections import Counter, OrderedDict, defaultdict, deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache, partial
from itertools import count


class State(Enum):
    IDLE = auto()
    BUSY = auto()
    DONE = auto()


@dataclass
class Job:
    number: int
    state: State = State.IDLE
    log: list = field(default_factory=list)


ids = count(1)
queue = deque(Job(next(ids)) for _ in range(20))
done = []
totals = Counter()
by_state = defaultdict(list)
lock = threading.Lock()


@lru_cache(maxsize=None)
def square(n):
    return n * n


def work(name):
    while True:
        try:
            job = queue.popleft()
        except IndexError:
            return
        job.state = State.BUSY
        job.log.append(square(job.number))
        job.state = State.DONE
        with lock:
            totals[job.state.name] += 1
            by_state[job.state].append(job.number)
        done.append(job)


threads = [threading.Thread(target=partial(work, f"w{i}")) for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(totals, sorted(by_state[State.DONE]) == list(range(1, 21)), len(done))
print(sorted(done, key=lambda j: j.number)[2])
with ThreadPoolExecutor(4) as pool:
    results = OrderedDict(zip("abcd", pool.map(square, range(4))))
print(results, square.cache_info().currsize)
hits = deque()


def add_many(n):
    for i in range(1000):
        hits.append((n, i))


with ThreadPoolExecutor(4) as pool:
    list(pool.map(add_many, range(4)))
print(len(hits), Counter(n for n, _ in hits) == Counter({0: 1000, 1: 1000, 2: 1000, 3: 1000}))
seen = set()
ticket = count()
with ThreadPoolExecutor(4) as pool:
    seen.update(pool.map(lambda _: next(ticket), range(100)))
print(seen == set(range(100)))
