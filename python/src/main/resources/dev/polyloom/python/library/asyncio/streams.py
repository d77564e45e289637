# Follows CPython's Lib/asyncio/streams.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""The module asyncio.streams: bytes that are awaited."""

import _thread
import asyncio
import threading


class IncompleteReadError(EOFError):
    """The stream has ended before what was asked for."""

    __module__ = "asyncio.exceptions"

    def __init__(self, partial, expected):
        shown = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {shown} expected bytes")
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    """More came than a line may hold."""

    __module__ = "asyncio.exceptions"

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


def in_thread(function, *args):
    """Returns a future of what a function gives that may block."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def settle(setter, value):
        if not future.done():
            setter(value)

    def work():
        try:
            result = function(*args)
        except BaseException as e:
            tell, value = future.set_exception, e
        else:
            tell, value = future.set_result, result
        try:
            loop.call_soon_threadsafe(settle, tell, value)
        except RuntimeError:
            pass  # the loop has been closed, so that nobody waits

    _thread.start_new_thread(work, ())
    return future


class StreamReader:
    def __init__(self, limit=2 ** 16, loop=None):
        self._limit = limit
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        self._wake()

    def _wake(self):
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.done():
                waiter.set_result(None)

    def feed_eof(self):
        self._eof = True
        self._wake()

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_data(self, data):
        assert not self._eof, "feed_data after feed_eof"
        if data:
            self._buffer.extend(data)
            self._wake()

    def pump(self, read):
        """Reads in a thread of its own until nothing more comes."""
        loop = asyncio.get_running_loop()

        def work():
            try:
                data = read()
                while data:
                    loop.call_soon_threadsafe(self.feed_data, data)
                    data = read()
            except (OSError, ValueError):
                pass  # the other side or this one has closed it
            try:
                loop.call_soon_threadsafe(self.feed_eof)
            except RuntimeError:
                pass  # the loop has been closed, so that nobody waits

        _thread.start_new_thread(work, ())

    async def _wait(self, name):
        if self._waiter is not None:
            raise RuntimeError(
                f"{name}() called while another coroutine is already waiting for incoming data")
        self._waiter = asyncio.get_running_loop().create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        return data

    async def readline(self):
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as e:
            return e.partial
        except LimitOverrunError as e:
            if self._buffer.startswith(b"\n", e.consumed):
                del self._buffer[:e.consumed + 1]
            else:
                self._buffer.clear()
            raise ValueError(e.args[0])

    async def readuntil(self, separator=b"\n"):
        if not separator:
            raise ValueError("Separator should be at least one-byte string")
        while True:
            if self._exception is not None:
                raise self._exception
            at = self._buffer.find(separator)
            if at >= 0:
                break
            if len(self._buffer) > self._limit:
                raise LimitOverrunError(
                    "Separator is not found, and chunk exceed the limit", len(self._buffer))
            if self._eof:
                raise IncompleteReadError(self._take(len(self._buffer)), None)
            await self._wait("readuntil")
        if at > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", at)
        return self._take(at + len(separator))

    async def read(self, n=-1):
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        while not self._eof and (n < 0 or not self._buffer):
            await self._wait("read")
        return self._take(len(self._buffer) if n < 0 else n)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        while len(self._buffer) < n:
            if self._exception is not None:
                raise self._exception
            if self._eof:
                raise IncompleteReadError(self._take(len(self._buffer)), n)
            await self._wait("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line


class StreamWriter:
    """Writes to something that blocks, in the order of the calls."""

    def __init__(self, write, close):
        self._write = write
        self._close = close
        self._queue = []
        self._ready = threading.Condition()
        self._closing = False
        self._error = None
        self._done = None
        self._busy = False

    def _start(self):
        if self._done is None:
            self._done = in_thread(self._work)

    def _work(self):
        while True:
            with self._ready:
                self._busy = False
                self._ready.notify_all()
                while not self._queue and not self._closing:
                    self._ready.wait()
                if not self._queue:
                    break
                data = b"".join(self._queue)
                self._queue.clear()
                self._busy = True
            try:
                self._write(data)
            except (OSError, ValueError) as e:
                self._error = e
        try:
            self._close()
        except (OSError, ValueError) as e:
            self._error = self._error or e

    def write(self, data):
        self._start()
        with self._ready:
            if not self._closing:
                self._queue.append(bytes(data))
                self._ready.notify_all()

    def writelines(self, lines):
        self.write(b"".join(lines))

    def can_write_eof(self):
        return True

    def write_eof(self):
        self.close()

    def close(self):
        self._start()
        with self._ready:
            self._closing = True
            self._ready.notify_all()

    def is_closing(self):
        return self._closing

    async def wait_closed(self):
        if self._done is not None:
            await asyncio.shield(self._done)

    def _empty(self):
        with self._ready:
            while self._queue or self._busy:
                self._ready.wait()

    async def drain(self):
        self._start()
        await in_thread(self._empty)
        error, self._error = self._error, None
        if error is not None:
            raise ConnectionResetError("Connection lost") from error
