import threading

s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release(2)
with s:
    print("in", s.acquire(blocking=False))
    s.release()
b = threading.BoundedSemaphore(1)
b.acquire()
b.release()
try:
    b.release()
except ValueError as error:
    print(error)
for wrong in (lambda: threading.Semaphore(-1), lambda: s.release(0), lambda: s.acquire(False, 1)):
    try:
        print(wrong())
    except ValueError as error:
        print(error)
inside, most, guard = 0, 0, threading.Lock()
limit = threading.Semaphore(3)


def visit():
    global inside, most
    with limit:
        with guard:
            inside += 1
            most = max(most, inside)
        with guard:
            inside -= 1


ts = [threading.Thread(target=visit) for _ in range(20)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(inside, most <= 3)
gate = threading.Semaphore(0)
order = []
t = threading.Thread(target=lambda: (gate.acquire(), order.append("through")))
t.start()
order.append("open")
gate.release()
t.join()
print(order)
