# Follows CPython's Lib/multiprocessing/dummy/__init__.py, Copyright (c) 2006-2008, R Oudkerk,
# licensed to the PSF under a Contributor Agreement; see LICENSE-PSF.txt.
"""The module multiprocessing.dummy: the interface of processes over threads."""

import array
import threading
from multiprocessing import Pipe
from multiprocessing.pool import ThreadPool
from queue import Queue
from threading import BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore
from threading import Barrier


class DummyProcess(threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._start_called = False

    def start(self):
        self._start_called = True
        threading.Thread.start(self)

    @property
    def exitcode(self):
        if self._start_called and not self.is_alive():
            return 0
        return None


Process = DummyProcess
JoinableQueue = Queue
dict = dict
list = list


def current_process():
    return threading.current_thread()


def active_children():
    return [each for each in threading.enumerate() if isinstance(each, DummyProcess)]


def freeze_support():
    pass


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted(
            "%s=%r" % (name, value)
            for name, value in self.__dict__.items()
            if not name.startswith("_")
        )
        return "%s(%s)" % (self.__class__.__name__, ", ".join(items))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    def __repr__(self):
        return "<%s(%r, %r)>" % (type(self).__name__, self._typecode, self._value)


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


class _Manager:
    Namespace = Namespace
    Queue = Queue
    Lock = Lock
    RLock = RLock
    Semaphore = Semaphore
    BoundedSemaphore = BoundedSemaphore
    Condition = Condition
    Event = Event
    Barrier = Barrier
    Value = Value
    dict = dict
    list = list

    def shutdown(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


def Manager():
    return _Manager()


def shutdown():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    return ThreadPool(processes, initializer, initargs)
