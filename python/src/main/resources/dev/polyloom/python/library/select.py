"""The module select: waits for sockets."""

import _socket

error = OSError


def _end(thing):
    end = getattr(thing, "_end", None)
    if end is None:
        raise TypeError("argument must be an int, or have a fileno() method.")
    return end


def select(rlist, wlist, xlist, timeout=None):
    readers, writers = list(rlist), list(wlist)
    reads, writes = _socket.select(
        [_end(each) for each in readers], [_end(each) for each in writers], timeout)
    return ([each for each in readers if each._end in reads],
            [each for each in writers if each._end in writes], [])
