"""Attributes of threads and of thread locals, and pools that break."""

import concurrent.futures
import multiprocessing
import sys
import threading
from concurrent.futures import ThreadPoolExecutor


class Session(threading.local):
    made = 0

    def __init__(self, user, *, level=1):
        Session.made += 1
        self.user = user
        self.level = level


session = Session("root", level=3)
session.user = "changed"
plain = threading.local()
plain.x = 1


def look():
    print(session.user, session.level, Session.made)
    session.level = 9
    print(session.__dict__)
    print(hasattr(plain, "x"), plain.__dict__)
    try:
        plain.x
    except AttributeError as e:
        print(e)


thread = threading.Thread(target=look)
thread.note = "seen"
thread.start()
thread.join()
print(thread.note, session.user, session.level, plain.x)
event = threading.Event()
event.label = "ready"
print(event.label)
try:
    threading.local(1)
except TypeError as e:
    print(e)


def name_it(tag):
    threading.current_thread().tag = tag


with ThreadPoolExecutor(2, initializer=name_it, initargs=("T",)) as pool:
    print(pool.submit(lambda: threading.current_thread().tag).result())


def broken():
    raise ValueError("no start")


errors, sys.stderr = sys.stderr, open("/dev/null", "w")
with ThreadPoolExecutor(1, initializer=broken) as pool:
    try:
        print(pool.submit(abs, 1).result())
    except concurrent.futures.BrokenExecutor as e:
        print(type(e).__name__, e)
sys.stderr = errors

with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(pow, 2, n) for n in range(3)]
    waited = concurrent.futures.wait(futures)
    print(len(waited.done), waited.not_done, type(waited).__name__)
    done, pending = waited
    print(sorted(each.result() for each in done), len(pending))

if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        squares = pool.imap(abs, [-1, -2])
        print(squares.next(), squares.next(timeout=5))
        try:
            squares.next()
        except StopIteration:
            print("no more")
    letters = multiprocessing.Array("c", b"hello")
    letters[0] = b"j"
    print(letters.value, letters.raw, len(letters))
    letters.value = b"yes"
    print(letters.value, letters.raw)
    with multiprocessing.Manager() as manager:
        process = multiprocessing.Process(target=abs, args=(1,))
        print(process.name)
    queue = multiprocessing.Queue()
    gate = multiprocessing.Event()

    def late(queue, gate):
        gate.wait()
        print("got", queue.get())

    process = multiprocessing.Process(target=late, args=(queue, gate))
    process.start()
    queue.put("message")
    queue.close()
    queue.join_thread()
    gate.set()
    process.join()
    try:
        queue.put(1)
    except ValueError as e:
        print(str(e)[-9:])
