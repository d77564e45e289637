import queue
import threading


class Stoppable(threading.Thread):
    def __init__(self, inbox):
        super().__init__(name="stoppable")
        self.inbox, self.stopping, self.done = inbox, threading.Event(), []

    def stop(self):
        self.stopping.set()

    def run(self):
        while not self.stopping.is_set():
            try:
                self.done.append(self.inbox.get(timeout=0.01))
            except queue.Empty:
                continue
            self.inbox.task_done()


inbox = queue.Queue()
worker = Stoppable(inbox)
worker.start()
for i in range(5):
    inbox.put(i)
inbox.join()
print(worker.done, worker.is_alive())
worker.stop()
worker.join()
print(worker.is_alive(), worker.name)
ticks, enough = [], threading.Event()


def repeat(interval, f, stop):
    while not stop.wait(interval):
        f()


def tick():
    ticks.append(len(ticks))
    if len(ticks) == 3:
        enough.set()


t = threading.Thread(target=repeat, args=(0.001, tick, enough))
t.start()
t.join()
print(ticks)


class Result(threading.Thread):
    def __init__(self, f, *args):
        super().__init__()
        self.f, self.args, self.value = f, args, None

    def run(self):
        self.value = self.f(*self.args)

    def get(self):
        self.join()
        return self.value


print([r.get() for r in [r for r in map(lambda n: Result(pow, n, 2), range(4)) if not r.start()]])
