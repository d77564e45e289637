# Follows CPython's Lib/asyncio/streams.py and base_events.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""Connections that are awaited, for the module asyncio."""

import _thread
import asyncio
import socket
from asyncio.streams import StreamReader, StreamWriter, in_thread

_LIMIT = 2 ** 16


class TransportSocket:
    """What programs may ask of the socket of a connection."""

    def __init__(self, sock):
        self._sock = sock

    def __getattr__(self, name):
        return getattr(self._sock, name)

    def __repr__(self):
        shown = (f"<asyncio.TransportSocket fd={self.fileno()}, family={self.family!s}, "
                 f"type={self.type!s}, proto={self.proto}")
        if self.fileno() != -1:
            for label, ask in (("laddr", self.getsockname), ("raddr", self.getpeername)):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    shown += f", {label}={address}"
        return shown + ">"


TransportSocket.__module__ = "asyncio"


class _Transport:
    def __init__(self, writer):
        self._writer = writer

    def get_extra_info(self, name, default=None):
        return self._writer.get_extra_info(name, default)

    def is_closing(self):
        return self._writer.is_closing()

    def close(self):
        self._writer.close()

    abort = close

    def write(self, data):
        self._writer.write(data)

    def get_write_buffer_size(self):
        return self._writer._pending


class SocketWriter(StreamWriter):
    """Sends at once what the connection takes, and the rest in a thread."""

    def __init__(self, sock):
        super().__init__(self._send, self._end)
        self._sock = sock
        self._direct = True
        self._pending = 0
        self._ended = False
        self._info = {"socket": TransportSocket(sock), "sockname": sock.getsockname()}
        try:
            self._info["peername"] = sock.getpeername()
        except OSError:
            self._info["peername"] = None
        self.transport = _Transport(self)

    def get_extra_info(self, name, default=None):
        return self._info.get(name, default)

    def _send(self, data):
        self._sock.settimeout(None)
        try:
            self._sock.sendall(data)
        finally:
            self._pending -= len(data)

    def _end(self):
        try:
            self._sock.shutdown(socket.SHUT_WR if self._ended else socket.SHUT_RDWR)
        except OSError:
            pass  # the other side has closed it
        if not self._ended:
            self._sock.close()

    def write(self, data):
        if self._closing or self._error is not None:
            return
        data = bytes(data)
        if self._direct and not self._pending:
            self._sock.settimeout(0)
            try:
                data = data[self._sock.send(data):]
            except BlockingIOError:
                pass  # the thread waits for it
            except OSError as e:
                self._error = e
                return
        if data:
            self._direct = False
            self._pending += len(data)
            super().write(data)

    async def drain(self):
        if self._error is not None:
            await asyncio.sleep(0)
            raise ConnectionResetError("Connection lost")
        if self._pending > _LIMIT:
            await super().drain()

    def write_eof(self):
        self._ended = True
        if self._pending:
            super().close()
        else:
            self._end()

    def close(self):
        self._ended = False
        if self._closing:
            return
        if self._pending:
            super().close()
        else:
            self._closing = True
            self._end()


def _streams(sock, limit):
    reader = StreamReader(limit)
    reader.pump(lambda: sock._end.wait_recv(65536))
    return reader, SocketWriter(sock)


async def open_connection(host=None, port=None, *, limit=_LIMIT, **kwargs):
    given = kwargs.get("sock")
    if given is None:
        given = await in_thread(_reach, host, port)
    return _streams(given, limit)


def _reach(host, port):
    found = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
    problems = []
    for family, kind, proto, name, place in found:
        sock = socket.socket(family, kind, proto)
        try:
            sock.connect(place)
            return sock
        except OSError as e:
            sock.close()
            problems.append(type(e)(e.errno, f"Connect call failed {place}"))
    if len({str(each) for each in problems}) == 1:
        raise problems[0]
    raise OSError("Multiple exceptions: " + ", ".join(str(each) for each in problems))


async def open_unix_connection(path=None, *, limit=_LIMIT, **kwargs):
    sock = socket.socket(socket.AF_UNIX)
    await in_thread(sock.connect, path)
    return _streams(sock, limit)


class Server:
    """Welcomes each connection that comes."""

    def __init__(self, sockets, welcome):
        self._loop = asyncio.get_running_loop()
        self._sockets = sockets
        self._welcome = welcome
        self._serving = False
        self._forever = None
        self._active = 0

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    @property
    def sockets(self):
        if self._sockets is None:
            return ()
        return tuple(TransportSocket(each) for each in self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _begin(self):
        if not self._serving:
            self._serving = True
            for each in self._sockets:
                each.listen(100)
                _thread.start_new_thread(self._accept, (each,))

    def _accept(self, listening):
        try:
            while True:
                sock, _ = listening.accept()
                self._loop.call_soon_threadsafe(self._connected, sock)
        except (OSError, RuntimeError):
            pass  # the server or its loop has been closed

    def _connected(self, sock):
        self._loop.create_task(self._welcome(self, sock))

    def _attach(self):
        self._active += 1

    def _detach(self):
        self._active -= 1

    async def start_serving(self):
        self._begin()
        await asyncio.sleep(0)

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._begin()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except asyncio.CancelledError:
            self.close()
            raise
        finally:
            self._forever = None

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for each in sockets:
            each.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()

    async def wait_closed(self):
        await asyncio.sleep(0)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        self.close()
        await self.wait_closed()


def _with_streams(callback, limit):
    def welcome(loop, sock):
        reader, writer = _streams(sock, limit)
        result = callback(reader, writer)
        if asyncio.iscoroutine(result):
            task = loop.create_task(result)
            task.add_done_callback(lambda done: _handled(loop, done, writer))

    async def made(server, sock):
        server._loop.call_soon(welcome, server._loop, sock)

    return made


def _handled(loop, task, writer):
    if task.cancelled():
        writer.close()
    elif task.exception() is not None:
        loop.call_exception_handler({
            "message": "Unhandled exception in client_connected_cb",
            "exception": task.exception(),
            "transport": writer.transport,
        })
        writer.close()


async def start_server(client_connected_cb, host=None, port=None, *, limit=_LIMIT, sock=None,
                       family=socket.AF_UNSPEC, backlog=100, reuse_address=None, reuse_port=None,
                       start_serving=True, **kwargs):
    sockets = [sock] if sock is not None else await _listening(host, port, family)
    server = Server(sockets, _with_streams(client_connected_cb, limit))
    if start_serving:
        server._begin()
        await asyncio.sleep(0)
    return server


async def _listening(host, port, family):
    hosts = host if isinstance(host, (list, tuple)) else [host or "0.0.0.0"]
    found = []
    for each in hosts:
        if each == "localhost":
            each = "127.0.0.1"
        for known, kind, proto, _, place in socket.getaddrinfo(
                each, port, family, socket.SOCK_STREAM, 0, socket.AI_PASSIVE):
            sock = socket.socket(known, kind, proto)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                sock.bind(place)
            except OSError as e:
                sock.close()
                raise OSError(e.errno, f"error while attempting to bind on address {place!r}: "
                                       f"{e.strerror.lower()}") from None
            found.append(sock)
    return found


async def start_unix_server(client_connected_cb, path=None, *, limit=_LIMIT, start_serving=True,
                            **kwargs):
    import os

    if os.path.exists(path):
        os.remove(path)
    sock = socket.socket(socket.AF_UNIX)
    sock.bind(path)
    return await start_server(client_connected_cb, sock=sock, limit=limit,
                              start_serving=start_serving)


async def sock_recv(loop, sock, nbytes):
    return await in_thread(_late, sock, sock._end.wait_recv, nbytes)


def _late(sock, action, *args):
    before = sock.gettimeout()
    sock.settimeout(None)
    try:
        return action(*args)
    finally:
        sock.settimeout(before)


async def sock_sendall(loop, sock, data):
    await in_thread(_late, sock, sock.sendall, data)


async def sock_connect(loop, sock, address):
    await in_thread(_late, sock, sock.connect, address)


async def sock_accept(loop, sock):
    connection, address = await in_thread(_late, sock, sock.accept)
    connection.setblocking(False)
    return connection, address


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    return await in_thread(socket.getaddrinfo, host, port, family, type, proto, flags)
