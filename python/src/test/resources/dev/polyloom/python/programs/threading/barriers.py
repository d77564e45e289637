import threading

tripped = []
barrier = threading.Barrier(3, action=lambda: tripped.append("trip"), timeout=5)
indexes = []


def party():
    for _ in range(2):
        indexes.append(barrier.wait())


ts = [threading.Thread(target=party) for _ in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(indexes), tripped, barrier.parties, barrier.n_waiting, barrier.broken)
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError as error:
    print("broken", repr(error), barrier.broken)
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")
barrier.reset()
print(barrier.broken)
barrier.abort()
print(barrier.broken, issubclass(threading.BrokenBarrierError, RuntimeError))
failing = threading.Barrier(1, action=lambda: 1 / 0)
try:
    failing.wait()
except ZeroDivisionError as error:
    print(error, failing.broken)
print(threading.Barrier(1).wait())
results = []
two = threading.Barrier(2)


def waiter():
    try:
        two.wait()
    except threading.BrokenBarrierError:
        results.append("told")


t = threading.Thread(target=waiter)
t.start()
while two.n_waiting == 0:
    pass
two.abort()
t.join()
print(results)
try:
    threading.Barrier(0)
except ValueError as error:
    print(error)
