import threading

condition = threading.Condition()
items, log = [], []


def consumer():
    with condition:
        while not items:
            condition.wait()
        log.append(f"got {items.pop(0)}")


t = threading.Thread(target=consumer)
t.start()
with condition:
    items.append("x")
    condition.notify()
t.join()
print(log)
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: False, timeout=0.01), condition.wait_for(lambda: "truthy"))
for wrong in (condition.notify, condition.wait, condition.notify_all, condition.release):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
turn = 0
order = []


def play(me, n):
    global turn
    for _ in range(3):
        with condition:
            condition.wait_for(lambda: turn == me)
            order.append(me)
            turn = (turn + 1) % n
            condition.notify_all()


ts = [threading.Thread(target=play, args=(i, 3)) for i in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(order)
shared = threading.Lock()
a, b = threading.Condition(shared), threading.Condition(shared)
with a:
    print(b.acquire(blocking=False), shared.locked())
woken = []


def sleeper(i):
    with condition:
        ready.release()
        condition.wait()
        woken.append(i)


ready = threading.Semaphore(0)
ts = [threading.Thread(target=sleeper, args=(i,)) for i in range(3)]
for t in ts:
    t.start()
    ready.acquire()
with condition:
    condition.notify(2)
while len(woken) < 2:
    pass
with condition:
    print(sorted(woken))
    condition.notify_all()
for t in ts:
    t.join()
print(sorted(woken))
