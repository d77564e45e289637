import multiprocessing as mp
import queue


def produce(q, count):
    for i in range(count):
        q.put({"n": i})
    q.put(None)


def square(q_in, q_out):
    while True:
        item = q_in.get()
        if item is None:
            q_in.task_done()
            break
        q_out.put(item * item)
        q_in.task_done()


def talk(conn, other):
    other.close()
    while True:
        try:
            message = conn.recv()
        except EOFError:
            print("child: end of file")
            break
        conn.send(message.upper())
    conn.close()


def add(value, array, lock):
    for _ in range(100):
        with lock:
            value.value += 1
    with array.get_lock():
        for i in range(len(array)):
            array[i] *= 2


def fill(shared, names, space):
    shared["child"] = [1, 2]
    names.append("child")
    space.x = 10


if __name__ == "__main__":
    q = mp.Queue()
    p = mp.Process(target=produce, args=(q, 3))
    p.start()
    while (item := q.get()) is not None:
        print(item)
    p.join()
    try:
        q.get(timeout=0.01)
    except queue.Empty:
        print("empty")
    small = mp.Queue(1)
    small.put(1)
    try:
        small.put_nowait(2)
    except queue.Full as error:
        print(repr(error))
    jobs, results = mp.JoinableQueue(), mp.Queue()
    p = mp.Process(target=square, args=(jobs, results))
    p.start()
    for n in range(4):
        jobs.put(n)
    jobs.put(None)
    jobs.join()
    print([results.get() for _ in range(4)])
    p.join()
    ours, theirs = mp.Pipe()
    p = mp.Process(target=talk, args=(theirs, ours))
    p.start()
    theirs.close()
    for word in ("hello", "world"):
        ours.send(word)
        print(ours.recv())
    print(ours.poll(0.01))
    ours.close()
    p.join()
    try:
        ours.send(1)
    except OSError as error:
        print(error)
    value, array, lock = mp.Value("i", 0), mp.Array("d", [1.5, 2]), mp.Lock()
    adders = [mp.Process(target=add, args=(value, array, lock)) for _ in range(3)]
    for each in adders:
        each.start()
    for each in adders:
        each.join()
    print(value.value, array[:], list(array), len(array))
    with mp.Manager() as manager:
        shared, names = manager.dict(), manager.list(["parent"])
        space = manager.Namespace()
        space.x, space.y = 1, "text"
        p = mp.Process(target=fill, args=(shared, names, space))
        p.start()
        p.join()
        print(shared, names, space, dict(shared), list(names))
        shared["child"].append(3)
        print(shared["child"], len(shared), "child" in shared, shared.keys(), names[0])
    event = mp.Event()
    p = mp.Process(target=lambda: (event.wait(), print("event seen")))
    p.start()
    event.set()
    p.join()
    number = mp.Value("b", 127)
    number.value += 1
    print(number.value, mp.Value("f", 0.1).value, lock, mp.Array("i", 3)[:])
    try:
        mp.Value("x", 1)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
