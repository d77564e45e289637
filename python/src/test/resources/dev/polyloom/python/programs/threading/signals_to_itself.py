"""Signals that a program sends to itself and to its processes, and alarms."""
import multiprocessing
import os
import queue
import signal
import threading
import time

seen = []


def note(number, frame):
    seen.append((signal.Signals(number).name, threading.current_thread().name))


signal.signal(signal.SIGUSR1, note)
os.kill(os.getpid(), signal.SIGUSR1)
print(seen)
os.kill(os.getpid(), 0)

sender = threading.Timer(0.1, lambda: os.kill(os.getpid(), signal.SIGUSR1))
sender.start()
time.sleep(0.3)
sender.join()
print(seen)

signal.signal(signal.SIGALRM, note)
print(signal.alarm(50), signal.alarm(1))
start = time.monotonic()
time.sleep(1.2)
print(seen[-1], time.monotonic() - start >= 1.2, signal.alarm(0))


class TimedOut(Exception):
    pass


def expire(number, frame):
    raise TimedOut("too long")


signal.signal(signal.SIGALRM, expire)
for wait in (lambda: time.sleep(30), queue.Queue().get, threading.Event().wait,
             lambda: threading.Lock().acquire() and False, lambda: signal.pause()):
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    try:
        print("went on", wait())
        signal.pause()
    except TimedOut as e:
        print(type(e).__name__, e)

ticks = []
signal.signal(signal.SIGALRM, lambda number, frame: ticks.append(number))
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
while len(ticks) < 3:
    signal.pause()
print(signal.setitimer(signal.ITIMER_REAL, 0)[1], ticks[:3], signal.getitimer(signal.ITIMER_REAL))

try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    threading.Event().wait(30)
except KeyboardInterrupt:
    print("interrupted while it waited")
done = threading.Event()
signal.signal(signal.SIGINT, lambda number, frame: done.set())
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
print(done.wait(30))


def linger(started):
    started.set()
    time.sleep(30)


def end_itself():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    started = multiprocessing.Event()
    child = multiprocessing.Process(target=linger, args=(started,))
    child.start()
    started.wait()
    os.kill(child.pid, 0)
    os.kill(child.pid, signal.SIGTERM)
    child.join()
    print(child.exitcode)
    child = multiprocessing.Process(target=end_itself)
    child.start()
    child.join()
    print(child.exitcode)
    try:
        os.kill(2 ** 22 + 5, 0)
    except ProcessLookupError as e:
        print(e)
