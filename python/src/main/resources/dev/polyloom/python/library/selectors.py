# Follows CPython's Lib/selectors.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""The module selectors: waits for sockets that are registered."""

import select as _select
from collections import namedtuple

EVENT_READ = 1
EVENT_WRITE = 2


def _number(fileobj):
    if isinstance(fileobj, int):
        number = fileobj
    else:
        try:
            number = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if number < 0:
        raise ValueError(f"Invalid file descriptor: {number}")
    return number


SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


class BaseSelector:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class SelectSelector(BaseSelector):
    def __init__(self):
        self._keys = {}

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, _number(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._keys[key.fd] = key
        return key

    def _number(self, fileobj):
        for number, key in self._keys.items():
            if key.fileobj is fileobj:
                return number
        raise KeyError(f"{fileobj!r} is not registered")

    def unregister(self, fileobj):
        return self._keys.pop(self._number(fileobj))

    def modify(self, fileobj, events, data=None):
        number = self._number(fileobj)
        self._keys[number] = self._keys[number]._replace(events=events, data=data)
        return self._keys[number]

    def get_key(self, fileobj):
        return self._keys[self._number(fileobj)]

    def get_map(self):
        return {key.fileobj: key for key in self._keys.values()}

    def select(self, timeout=None):
        if timeout is not None:
            timeout = max(timeout, 0)
        keys = list(self._keys.values())
        reads, writes, _ = _select.select(
            [key.fileobj for key in keys if key.events & EVENT_READ],
            [key.fileobj for key in keys if key.events & EVENT_WRITE], [], timeout)
        ready = []
        for key in keys:
            events = 0
            if any(each is key.fileobj for each in reads):
                events |= EVENT_READ
            if any(each is key.fileobj for each in writes):
                events |= EVENT_WRITE
            if events:
                ready.append((key, events))
        return ready

    def close(self):
        self._keys.clear()


class PollSelector(SelectSelector):
    pass


class EpollSelector(SelectSelector):
    pass


DefaultSelector = EpollSelector
