import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False

    @contextmanager
    def read(self):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing)
            self._readers += 1
        try:
            yield
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    @contextmanager
    def write(self):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and self._readers == 0)
            self._writing = True
        try:
            yield
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()


lock, data, bad = ReadWriteLock(), {"a": 0, "b": 0}, []


def reader():
    for _ in range(100):
        with lock.read():
            if data["a"] != data["b"]:
                bad.append(dict(data))


def writer():
    for _ in range(50):
        with lock.write():
            data["a"] += 1
            data["b"] += 1


ts = [threading.Thread(target=f) for f in (reader, writer, reader, writer)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(data, bad)
