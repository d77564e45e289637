import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
with lock as entered:
    print(entered, lock.locked())
try:
    with lock:
        raise ValueError("inside")
except ValueError as error:
    print(error, lock.locked())
lock.acquire()
t = threading.Thread(target=lock.release)
t.start()
t.join()
print("released by another:", not lock.locked())
r = threading.RLock()
print(r.acquire(), r.acquire(), r.acquire(blocking=False))
other = []
t = threading.Thread(target=lambda: other.append(r.acquire(blocking=False)))
t.start()
t.join()
print(other)
r.release()
r.release()
r.release()
for wrong in (lambda: r.release(), lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


def depth(n):
    with r:
        return n if n == 0 else depth(n - 1) + 1


print(depth(20))
total = 0


def add():
    global total
    for _ in range(1000):
        with lock:
            total += 1


ts = [threading.Thread(target=add) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(total)
