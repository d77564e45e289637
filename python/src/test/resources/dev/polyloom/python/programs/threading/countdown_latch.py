import threading


class Latch:
    def __init__(self, n):
        self.n, self.condition = n, threading.Condition()

    def count_down(self):
        with self.condition:
            self.n -= 1
            if self.n <= 0:
                self.condition.notify_all()

    def wait(self, timeout=None):
        with self.condition:
            return self.condition.wait_for(lambda: self.n <= 0, timeout)


latch, log, lock = Latch(3), [], threading.Lock()


def part(i):
    with lock:
        log.append(i)
    latch.count_down()


print(latch.wait(0.01))
ts = [threading.Thread(target=part, args=(i,)) for i in range(3)]
for t in ts:
    t.start()
print(latch.wait(), sorted(log), latch.n)
for t in ts:
    t.join()


class Promise:
    def __init__(self):
        self._done, self._value, self._error = threading.Event(), None, None

    def resolve(self, value):
        self._value = value
        self._done.set()

    def fail(self, error):
        self._error = error
        self._done.set()

    def get(self, timeout=None):
        if not self._done.wait(timeout):
            raise TimeoutError("not yet")
        if self._error:
            raise self._error
        return self._value


p, q = Promise(), Promise()
try:
    p.get(0.01)
except TimeoutError as error:
    print(error)
threading.Thread(target=lambda: (p.resolve(5), q.fail(KeyError("lost")))).start()
print(p.get())
try:
    q.get()
except KeyError as error:
    print("failed with", error)
