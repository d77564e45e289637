import threading
import time


class TokenBucket:
    def __init__(self, capacity):
        self.tokens, self.capacity, self.lock = capacity, capacity, threading.Lock()

    def take(self, n=1):
        with self.lock:
            if self.tokens < n:
                return False
            self.tokens -= n
            return True

    def refill(self):
        with self.lock:
            self.tokens = self.capacity


bucket, granted = TokenBucket(5), []
ts = [threading.Thread(target=lambda: granted.append(bucket.take())) for _ in range(8)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(granted.count(True), granted.count(False))
bucket.refill()
print([bucket.take(2) for _ in range(4)])


class Cache:
    def __init__(self, load):
        self.load, self.values, self.locks, self.guard, self.loads = load, {}, {}, threading.Lock(), 0

    def get(self, key):
        with self.guard:
            lock = self.locks.setdefault(key, threading.Lock())
        with lock:
            if key not in self.values:
                self.values[key] = self.load(key)
                with self.guard:
                    self.loads += 1
            return self.values[key]


cache = Cache(lambda k: time.sleep(0.005) or k.upper())
got = []
ts = [threading.Thread(target=lambda i=i: got.append(cache.get("ab"[i % 2]))) for i in range(10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(got), cache.loads)
begin = time.monotonic()
sleepers = [threading.Thread(target=time.sleep, args=(0.05,)) for _ in range(20)]
[t.start() for t in sleepers]
[t.join() for t in sleepers]
print(0.05 <= time.monotonic() - begin < 1)
