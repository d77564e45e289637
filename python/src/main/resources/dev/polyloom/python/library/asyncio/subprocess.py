# Follows CPython's Lib/asyncio/subprocess.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""The module asyncio.subprocess: processes of the system that are awaited."""

import asyncio
import subprocess
from asyncio.streams import StreamReader, StreamWriter, in_thread

PIPE = subprocess.PIPE
STDOUT = subprocess.STDOUT
DEVNULL = subprocess.DEVNULL


class Process:
    def __init__(self, child, limit):
        self._child = child
        self._ended = None
        self.pid = child.pid
        self.stdin = self.stdout = self.stderr = None
        if child.stdin is not None:
            self.stdin = StreamWriter(self._put, child.stdin.close)
        if child.stdout is not None:
            self.stdout = self._reader(child.stdout, limit)
        if child.stderr is not None:
            self.stderr = self._reader(child.stderr, limit)

    def _put(self, data):
        self._child.stdin.write(data)
        self._child.stdin.flush()

    @staticmethod
    def _reader(stream, limit):
        reader = StreamReader(limit)
        reader.pump(lambda: stream.read1(65536))
        return reader

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.pid}>"

    @property
    def returncode(self):
        return self._child.returncode

    async def wait(self):
        if self._child.returncode is None:
            if self._ended is None:
                self._ended = in_thread(self._child.wait)
            await asyncio.shield(self._ended)
        return self._child.returncode

    def _signal(self, send):
        if self._child.poll() is not None:
            raise ProcessLookupError()
        send()

    def send_signal(self, signal):
        self._signal(lambda: self._child.send_signal(signal))

    def terminate(self):
        self._signal(self._child.terminate)

    def kill(self):
        self._signal(self._child.kill)

    async def _feed(self, data):
        if data is not None:
            self.stdin.write(data)
            try:
                await self.stdin.drain()
            except (BrokenPipeError, ConnectionResetError):
                pass  # the process does not want the rest
        self.stdin.close()

    async def _nothing(self):
        return None

    async def communicate(self, input=None):
        feed = self._feed(input) if self.stdin is not None else self._nothing()
        out = self.stdout.read() if self.stdout is not None else self._nothing()
        err = self.stderr.read() if self.stderr is not None else self._nothing()
        _, out, err = await asyncio.gather(feed, out, err)
        await self.wait()
        return out, err


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=2 ** 16, **kwds):
    return Process(
        subprocess.Popen(cmd, shell=True, stdin=stdin, stdout=stdout, stderr=stderr, **kwds), limit)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None,
                                 limit=2 ** 16, **kwds):
    return Process(
        subprocess.Popen(
            (program, *args), stdin=stdin, stdout=stdout, stderr=stderr, **kwds),
        limit)
