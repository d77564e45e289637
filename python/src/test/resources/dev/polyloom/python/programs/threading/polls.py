"""Waiting for sockets through whatever has their numbers."""
import queue
import select
import selectors
import socket
import threading


class PollableQueue(queue.Queue):
    def __init__(self):
        super().__init__()
        self._put_end, self._get_end = socket.socketpair()

    def fileno(self):
        return self._get_end.fileno()

    def put(self, item):
        super().put(item)
        self._put_end.send(b"x")

    def get(self):
        self._get_end.recv(1)
        return super().get()

    def close(self):
        self._put_end.close()
        self._get_end.close()


def consume(queues, count, got):
    while len(got) < count:
        ready, _, _ = select.select(queues, [], [])
        for each in ready:
            got.append(each.get())


queues = [PollableQueue() for _ in range(3)]
got = []
consumer = threading.Thread(target=consume, args=(queues, 4, got))
consumer.start()
for number, item in ((0, 1), (1, 10), (2, "hello"), (1, 15)):
    queues[number].put(item)
consumer.join()
print(sorted(got, key=str))
print(select.select([queues[0].fileno()], [], [], 0))

for made in (select.poll(), select.epoll()):
    one, other = socket.socketpair()
    made.register(one, select.POLLIN)
    print(type(made).__name__, made.poll(0))
    other.send(b"x")
    print(made.poll(1000) == [(one.fileno(), select.POLLIN)])
    made.modify(one, select.POLLIN | select.POLLOUT)
    print(made.poll() == [(one.fileno(), select.POLLIN | select.POLLOUT)])
    made.unregister(one.fileno())
    print(made.poll(0))
    for wrong in (lambda: made.unregister(one), lambda: made.modify(one, 1)):
        try:
            wrong()
        except (KeyError, OSError) as e:
            print(type(e).__name__)
    one.close()
    other.close()

with selectors.DefaultSelector() as selector:
    key = selector.register(queues[0], selectors.EVENT_READ, "data")
    print(key.fileobj is queues[0], key.fd == queues[0].fileno(), selector.select(0))
    queues[0].put("again")
    print([(key.data, events) for key, events in selector.select()], queues[0].get())
    for wrong in ("text", -1):
        try:
            selector.register(wrong, selectors.EVENT_READ)
        except ValueError as e:
            print(e)
for each in queues:
    each.close()
for wrong in ("text", -1):
    try:
        select.select([wrong], [], [], 0)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    select.select([], [], [], -1)
except ValueError as e:
    print(e)
