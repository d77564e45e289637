"""A thread that is started runs until it first blocks, before its starter goes on."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

names = []


def greet(n):
    print("hello from", n)


def pause(n):
    print("begins", n)
    time.sleep(0.2)
    print("ends", n)


class Worker(threading.Thread):
    def run(self):
        print(self.name, "runs")
        greet(self.is_alive())


for n in range(5):
    thread = threading.Thread(target=greet, args=(n,))
    thread.start()
    print("started", n, thread.is_alive())
worker = Worker(name="worker")
worker.start()
print("main goes on")
worker.join()
sleeper = threading.Thread(target=pause, args=("a",))
sleeper.start()
print("the sleeper sleeps:", sleeper.is_alive())
sleeper.join()

with ThreadPoolExecutor(max_workers=2) as pool:
    first = pool.submit(pause, "b")
    print("first runs:", first.running(), first.cancel())
    second = pool.submit(greet, "c")
    print("second is done:", second.done())
    third = pool.submit(lambda: names.append(threading.current_thread().name))
    third.result()
print([name.rsplit("_", 1)[1] for name in names])

gate = threading.Event()


def wait():
    print("waits")
    gate.wait()
    print("was let through")


waiter = threading.Thread(target=wait)
waiter.start()
print("opens the gate")
gate.set()
waiter.join()
