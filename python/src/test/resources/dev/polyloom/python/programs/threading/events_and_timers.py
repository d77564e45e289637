import threading

e = threading.Event()
print(e.is_set(), e.wait(0.01), repr(e)[-8:-1])
e.set()
print(e.is_set(), e.wait(), repr(e)[-6:-1])
e.clear()
results = []
ts = [threading.Thread(target=lambda i=i: results.append((i, e.wait()))) for i in range(3)]
for t in ts:
    t.start()
e.set()
for t in ts:
    t.join()
print(sorted(results))
done = threading.Event()
fired = []
timer = threading.Timer(0.01, lambda *a, **k: (fired.append((a, k)), done.set()), args=[1], kwargs={"x": 2})
timer.start()
done.wait()
timer.join()
print(fired, timer.is_alive(), timer.interval, timer.finished.is_set())
cancelled = threading.Timer(60, fired.append, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(len(fired), isinstance(timer, threading.Thread))
steps = []


def relay(mine, following, name):
    mine.wait()
    steps.append(name)
    following.set()


events = [threading.Event() for _ in range(4)]
ts = [threading.Thread(target=relay, args=(events[i], events[i + 1], i)) for i in range(3)]
for t in reversed(ts):
    t.start()
events[0].set()
events[3].wait()
print(steps)
