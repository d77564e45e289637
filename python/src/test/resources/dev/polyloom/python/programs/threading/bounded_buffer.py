import threading


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        lock = threading.Lock()
        self.not_empty, self.not_full = threading.Condition(lock), threading.Condition(lock)
        self.most = 0

    def put(self, x):
        with self.not_full:
            self.not_full.wait_for(lambda: len(self.items) < self.size)
            self.items.append(x)
            self.most = max(self.most, len(self.items))
            self.not_empty.notify()

    def get(self, timeout=None):
        with self.not_empty:
            if not self.not_empty.wait_for(lambda: self.items, timeout):
                raise TimeoutError("nothing came")
            x = self.items.pop(0)
            self.not_full.notify()
            return x


buffer, got, guard = Buffer(2), [], threading.Lock()


def consume(n):
    for _ in range(n):
        x = buffer.get()
        with guard:
            got.append(x)


ts = [threading.Thread(target=lambda s=s: [buffer.put(s + i) for i in range(10)]) for s in (0, 100)] + [threading.Thread(target=consume, args=(10,)) for _ in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(got) == [*range(10), *range(100, 110)], buffer.most <= 2, buffer.items)
try:
    buffer.get(timeout=0.01)
except TimeoutError as error:
    print(error)
