from multiprocessing import Barrier, BoundedSemaphore, Condition, Event, Process, Queue, RLock, Semaphore


def wait_and_tell(event, q, n):
    event.wait()
    q.put(n)


def meet(barrier, q):
    q.put(barrier.wait())


def nested(lock, q):
    with lock, lock:
        q.put("nested")


def wait_for_item(condition, q):
    with condition:
        q.put("waiting")
        q.put(condition.wait(5))


if __name__ == "__main__":
    event, q = Event(), Queue()
    ps = [Process(target=wait_and_tell, args=(event, q, i)) for i in range(3)]
    for p in ps:
        p.start()
    print(event.is_set(), event.wait(0.01))
    event.set()
    print(sorted(q.get() for _ in ps), event.is_set())
    for p in ps:
        p.join()
    barrier = Barrier(2)
    ps = [Process(target=meet, args=(barrier, q)) for _ in range(2)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(sorted([q.get(), q.get()]))
    p = Process(target=nested, args=(RLock(), q))
    p.start()
    p.join()
    print(q.get(), p.exitcode)
    condition = Condition()
    p = Process(target=wait_for_item, args=(condition, q))
    p.start()
    print(q.get())
    with condition:
        condition.notify()
    print(q.get())
    p.join()
    s, b = Semaphore(1), BoundedSemaphore(1)
    print(s.acquire(), s.acquire(False), s.release(), b.acquire(timeout=1))
    b.release()
    try:
        b.release()
    except ValueError as error:
        print(error)
