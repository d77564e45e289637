from multiprocessing import JoinableQueue, Pipe, Process, Queue, SimpleQueue
import queue


def echo(connection):
    while True:
        message = connection.recv()
        if message == "stop":
            connection.send("stopped")
            connection.close()
            return
        connection.send(("echo", message))


def worker(tasks, results):
    for x in iter(tasks.get, None):
        results.put(x**2)
        tasks.task_done()
    tasks.task_done()


if __name__ == "__main__":
    parent, child = Pipe()
    p = Process(target=echo, args=(child,))
    p.start()
    for message in (1, "two", [3, {"four": (5,)}], None):
        parent.send(message)
        print(parent.recv())
    print(parent.poll(), parent.poll(0.01))
    parent.send("stop")
    print(parent.recv())
    p.join()
    a, b = Pipe(duplex=False)
    b.send_bytes(b"raw bytes")
    print(a.recv_bytes(), a.readable, a.writable, b.writable)
    b.close()
    for wrong in (lambda: a.recv(), lambda: b.send(1), lambda: a.send(1)):
        try:
            wrong()
        except (EOFError, OSError) as error:
            print(type(error).__name__, error)
    tasks, results = JoinableQueue(), Queue()
    ps = [Process(target=worker, args=(tasks, results)) for _ in range(2)]
    for p in ps:
        p.start()
    for i in range(6):
        tasks.put(i)
    for _ in ps:
        tasks.put(None)
    tasks.join()
    print(sorted(results.get() for _ in range(6)))
    for p in ps:
        p.join()
    try:
        results.get(timeout=0.01)
    except queue.Empty as error:
        print(repr(error))
    q = Queue(1)
    q.put("full")
    try:
        q.put("more", block=False)
    except queue.Full as error:
        print(repr(error))
    print(q.get())
    s = SimpleQueue()
    s.put({"k": 1})
    print(s.get(), s.empty())
