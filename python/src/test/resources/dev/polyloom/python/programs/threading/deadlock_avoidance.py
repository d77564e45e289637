import threading

a, b = threading.Lock(), threading.Lock()
log, guard = [], threading.Lock()


def ordered(first, second, name):
    low, high = sorted((first, second), key=id)
    for _ in range(50):
        with low, high:
            pass
    with guard:
        log.append(name)


ts = [threading.Thread(target=ordered, args=(a, b, "x")), threading.Thread(target=ordered, args=(b, a, "y"))]
for t in ts:
    t.start()
for t in ts:
    t.join(5)
print(sorted(log), a.locked(), b.locked())


def polite(first, second):
    while True:
        with first:
            if second.acquire(timeout=0.01):
                try:
                    return "both"
                finally:
                    second.release()


results = []
ts = [threading.Thread(target=lambda x=x, y=y: results.append(polite(x, y))) for x, y in ((a, b), (b, a))]
[t.start() for t in ts]
[t.join() for t in ts]
print(results)
held = threading.Event()
release = threading.Event()


def hold():
    with a:
        held.set()
        release.wait()


t = threading.Thread(target=hold)
t.start()
held.wait()
print(a.acquire(blocking=False), a.acquire(timeout=0.01))
release.set()
t.join()
print(a.acquire(blocking=False))
a.release()
