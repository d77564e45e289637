import queue

q = queue.Queue(2)
q.put(1)
q.put_nowait(2)
print(q.full(), q.qsize(), q.maxsize, q.get(), q.get_nowait(), q.empty())
for wrong in (lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: q.get(False), lambda: [q.put_nowait(i) for i in range(3)], lambda: q.put(1, timeout=0.01), lambda: q.get(timeout=-1), lambda: [q.task_done() for _ in range(9)]):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
lifo, heap, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for x in (3, 1, 2):
    lifo.put(x)
    heap.put(x)
    simple.put(x)
print([lifo.get() for _ in range(3)], [heap.get() for _ in range(3)], [simple.get() for _ in range(3)], simple.empty(), simple.qsize())
heap.put((2, "b"))
heap.put((1, "z"))
heap.put((1, "a"))
print([heap.get()[1] for _ in range(3)])


class Task:
    def __init__(self, p):
        self.p = p

    def __lt__(self, other):
        return self.p > other.p


for p in (1, 3, 2):
    heap.put(Task(p))
print([heap.get().p for _ in range(3)])
heap.put(1)
try:
    heap.put("x")
except TypeError as error:
    print(error)
try:
    simple.get_nowait()
except queue.Empty as error:
    print(repr(error))
print(issubclass(queue.Full, Exception), queue.Queue().maxsize, queue.Queue(-1).full(), list(queue.Queue().queue))
