import threading
from collections import Counter, defaultdict, deque

counts, words, ring, groups = Counter(), [], deque(maxlen=100), defaultdict(list)
lock = threading.Lock()


def work(i):
    for n in range(200):
        words.append((i, n))
        ring.append(n)
        with lock:
            counts[n % 3] += 1
            groups[i].append(n)


ts = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(words), len(ring), counts.total(), sorted(counts.items()), {k: len(v) for k, v in sorted(groups.items())})
print(all([n for i, n in words if i == j] == list(range(200)) for j in range(4)))


class Account:
    def __init__(self):
        self.balance, self.lock = 100, threading.RLock()

    def move(self, other, amount):
        first, second = sorted((self, other), key=id)
        with first.lock, second.lock:
            if self.balance >= amount:
                self.balance -= amount
                other.balance += amount
                return True
            return False


a, b = Account(), Account()
ts = [threading.Thread(target=lambda x=x, y=y: [x.move(y, 1) for _ in range(300)]) for x, y in ((a, b), (b, a))]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(a.balance + b.balance, min(a.balance, b.balance) >= 0)
d = {}
ts = [threading.Thread(target=lambda i=i: d.setdefault("key", []).append(i)) for i in range(10)]
[t.start() for t in ts]
[t.join() for t in ts]
print(sorted(d["key"]))
