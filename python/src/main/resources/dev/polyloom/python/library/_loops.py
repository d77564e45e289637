# Follows CPython's Lib/asyncio/events.py and unix_events.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""Policies of event loops, and signals on loops, for the module asyncio."""

import asyncio
import signal
import threading


class AbstractEventLoopPolicy:
    """Says which event loop a thread has."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    _loop_factory = None

    class _Local(threading.local):
        _loop = None
        _set_called = False

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        local = self._local
        if (local._loop is None and not local._set_called
                and threading.current_thread() is threading.main_thread()):
            self.set_event_loop(self.new_event_loop())
        if local._loop is None:
            raise RuntimeError("There is no current event loop in thread %r."
                               % threading.current_thread().name)
        return local._loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, asyncio.AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, "
                            f"not '{type(loop).__name__}'")
        self._local._set_called = True
        self._local._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    _loop_factory = asyncio.SelectorEventLoop

    def __init__(self):
        super().__init__()
        self._watcher = None

    def get_event_loop(self):
        return asyncio.get_event_loop() if self is _default else super().get_event_loop()

    def set_event_loop(self, loop):
        if self is _default:
            asyncio.set_event_loop(loop)
        else:
            super().set_event_loop(loop)

    def get_child_watcher(self):
        if self._watcher is None:
            self._watcher = ThreadedChildWatcher()
        return self._watcher

    def set_child_watcher(self, watcher):
        if watcher is not None and not isinstance(watcher, AbstractChildWatcher):
            raise AssertionError
        self._watcher = watcher


class AbstractChildWatcher:
    """Tells of the ends of processes. The loops here wait for theirs by themselves."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        self.close()

    def attach_loop(self, loop):
        """Says nothing new: each process belongs to the loop that has started it."""

    def close(self):
        """Has nothing to close."""

    def is_active(self):
        return True


class ThreadedChildWatcher(AbstractChildWatcher):
    pass


for _each in (AbstractEventLoopPolicy, BaseDefaultEventLoopPolicy):
    _each.__module__ = "asyncio.events"
for _each in (_UnixDefaultEventLoopPolicy, ThreadedChildWatcher):
    _each.__module__ = "asyncio.unix_events"
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
_default = DefaultEventLoopPolicy()


def get_event_loop_policy():
    policy = asyncio._policy()
    return _default if policy is None else policy


def set_event_loop_policy(policy):
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    asyncio._set_policy(None if policy is _default else policy)


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)


_handlers = {}


def _check(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in signal.valid_signals():
        raise ValueError(f"invalid signal number {sig}")


def add_signal_handler(loop, sig, callback, *args):
    if asyncio.iscoroutine(callback) or asyncio.iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with add_signal_handler()")
    _check(sig)
    if loop.is_closed():
        raise RuntimeError("Event loop is closed")
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("set_wakeup_fd only works in main thread of the main interpreter")

    def handle(number, frame):
        if not loop.is_closed():
            loop.call_soon_threadsafe(callback, *args)

    try:
        signal.signal(sig, handle)
    except OSError as error:
        if error.errno == 22:
            raise RuntimeError(f"sig {sig} cannot be caught")
        raise
    _handlers[loop, sig] = handle


def remove_signal_handler(loop, sig):
    _check(sig)
    if _handlers.pop((loop, sig), None) is None:
        return False
    signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    return True


def forget_signal_handlers(loop):
    for known, sig in list(_handlers):
        if known is loop:
            remove_signal_handler(loop, sig)
