"""The module select: waits for sockets."""

import _socket

error = OSError
POLLIN = EPOLLIN = 1
POLLPRI = EPOLLPRI = 2
POLLOUT = EPOLLOUT = 4
POLLERR = EPOLLERR = 8
POLLHUP = EPOLLHUP = 16
POLLNVAL = 32
EPOLLRDHUP = 0x2000
EPOLLEXCLUSIVE = 1 << 28
EPOLLONESHOT = 1 << 30
EPOLLET = 1 << 31


def _number(thing):
    number = thing if isinstance(thing, int) else getattr(thing, "fileno", lambda: None)()
    if not isinstance(number, int):
        raise TypeError("argument must be an int, or have a fileno() method.")
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def _end(thing):
    found = _socket.end_of(_number(thing))
    if found is None:
        raise OSError(9, "Bad file descriptor")
    return found


def select(rlist, wlist, xlist, timeout=None):
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    readers = [(each, _end(each)) for each in rlist]
    writers = [(each, _end(each)) for each in wlist]
    reads, writes = _socket.select(
        [end for _, end in readers], [end for _, end in writers], timeout)
    return ([each for each, end in readers if end in reads],
            [each for each, end in writers if end in writes], [])


class poll:
    """Waits for what has been registered, for milliseconds."""

    def __init__(self):
        self._masks = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT):
        self._masks[_number(fd)] = eventmask

    def modify(self, fd, eventmask):
        if _number(fd) not in self._masks:
            raise FileNotFoundError(2, "No such file or directory")
        self._masks[_number(fd)] = eventmask

    def unregister(self, fd):
        del self._masks[_number(fd)]

    def poll(self, timeout=None):
        return self._wait(None if timeout is None or timeout < 0 else timeout / 1000)

    def _wait(self, seconds):
        masks = dict(self._masks)
        readers, writers, _ = select(
            [number for number, mask in masks.items() if mask & (POLLIN | POLLPRI)],
            [number for number, mask in masks.items() if mask & POLLOUT], [], seconds)
        events = [(number, (POLLIN if number in readers else 0)
                   | (POLLOUT if number in writers else 0)) for number in masks]
        return [each for each in events if each[1]]


class epoll(poll):
    """Waits for what has been registered, for seconds."""

    def __init__(self, sizehint=-1, flags=0):
        super().__init__()
        self.closed = False

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        if _number(fd) in self._masks:
            raise FileExistsError(17, "File exists")
        super().register(fd, eventmask)

    def unregister(self, fd):
        if _number(fd) not in self._masks:
            raise FileNotFoundError(2, "No such file or directory")
        super().unregister(fd)

    def poll(self, timeout=None, maxevents=-1):
        found = self._wait(None if timeout is None or timeout < 0 else timeout)
        for number, _ in found:
            if self._masks.get(number, 0) & EPOLLONESHOT:
                self._masks[number] = 0
        return found if maxevents < 0 else found[:maxevents]

    def close(self):
        self.closed = True
        self._masks.clear()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()
