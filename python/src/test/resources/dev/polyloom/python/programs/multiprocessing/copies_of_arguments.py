from multiprocessing import Process, Queue
from multiprocessing.pool import ThreadPool

counter = 0
shared = [1]


class Box:
    def __init__(self, items):
        self.items = items


def change(box, values, q):
    global counter
    counter += 1
    box.items.append("child")
    values["k"] = 2
    shared.append(2)
    q.put((box.items, values, counter, shared))


def in_thread(x):
    shared.append(x)
    return x


if __name__ == "__main__":
    box, values, q = Box(["parent"]), {"k": 1}, Queue()
    p = Process(target=change, args=(box, values, q))
    p.start()
    print(q.get())
    p.join()
    print(box.items, values, counter, shared)
    mine = [1, 2]
    q.put(mine)
    got = q.get()
    print(got == mine, got is mine)
    with ThreadPool(2) as pool:
        print(pool.map(in_thread, [5, 6]), sorted(shared))
