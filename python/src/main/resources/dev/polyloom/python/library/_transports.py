# Follows CPython's Lib/asyncio/selector_events.py, base_events.py and unix_events.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""Transports over sockets and pipes, and what watches them, for the module asyncio."""

import _socket
import _thread
import asyncio
import collections
import os
import socket
import threading
from _network import Server, TransportSocket, _listening, _reach
from asyncio.protocols import BufferedProtocol, Protocol
from asyncio.streams import in_thread
from asyncio.transports import ReadTransport, _FlowControlMixin

_LARGEST = 256 * 1024


class _Watch:
    """Calls something on a loop whenever a socket is ready, as long as it is wanted."""

    def __init__(self, loop, end, writing, callback, args):
        self._loop = loop
        self._end = end
        self._writing = writing
        self._call = callback, args
        self._called = threading.Semaphore(0)
        self._wanted = True
        _thread.start_new_thread(self._work, ())

    def _work(self):
        ends = ([], [self._end]) if self._writing else ([self._end], [])
        try:
            while self._wanted:
                _socket.select(*ends, None)
                if self._wanted:
                    self._loop.call_soon_threadsafe(self._ready)
                    self._called.acquire()
        except (OSError, RuntimeError, ValueError):
            pass  # the socket or the loop has been closed

    def _ready(self):
        callback, args = self._call
        try:
            if self._wanted:
                callback(*args)
        finally:
            self._called.release()

    def end(self):
        self._wanted = False


_watches = {}


def _end_of(fd):
    if isinstance(fd, int):
        found = _socket.end_of(fd)
        if found is None:
            raise PermissionError(1, "Operation not permitted")
        return found
    end = getattr(fd, "_end", None)
    if end is None:
        raise ValueError(f"Invalid file object: {fd!r}")
    return end


def _watch(loop, fd, writing, callback, args):
    if loop.is_closed():
        raise RuntimeError("Event loop is closed")
    end = _end_of(fd)
    _unwatch(loop, fd, writing)
    _watches[loop, end.descriptor, writing] = _Watch(loop, end, writing, callback, args)


def _unwatch(loop, fd, writing):
    number = fd if isinstance(fd, int) else fd.fileno()
    found = _watches.pop((loop, number, writing), None)
    if found is not None:
        found.end()
    return found is not None


def add_reader(loop, fd, callback, *args):
    _watch(loop, fd, False, callback, args)


def remove_reader(loop, fd):
    return _unwatch(loop, fd, False)


def add_writer(loop, fd, callback, *args):
    _watch(loop, fd, True, callback, args)


def remove_writer(loop, fd):
    return _unwatch(loop, fd, True)


class _SelectorTransport(_FlowControlMixin):
    _buffer_factory = bytearray

    def __init__(self, loop, sock, protocol, waiter, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra["socket"] = TransportSocket(sock)
        for name, ask in (("sockname", sock.getsockname), ("peername", sock.getpeername)):
            try:
                self._extra[name] = ask()
            except OSError:
                self._extra[name] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol = protocol
        self._server = server
        self._buffer = self._buffer_factory()
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        if server is not None:
            server._attach()
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(_settle, waiter)

    def _start_reading(self):
        if self.is_reading():
            add_reader(self._loop, self._sock, self._read_ready)

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._sock is None:
            info.append("closed")
        elif self._closing:
            info.append("closing")
        info.append(f"fd={self._sock_fd}")
        loop = self._loop
        if loop is not None and not loop.is_closed():
            for name, writing in (("read", False), ("write", True)):
                state = "polling" if (loop, self._sock_fd, writing) in _watches else "idle"
                info.append(f"write=<{state}, bufsize={self.get_write_buffer_size()}>" if writing
                            else f"read={state}")
        return "<{}>".format(" ".join(info))

    def abort(self):
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            remove_reader(self._loop, self._sock_fd)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._start_reading()

    def close(self):
        if self._closing:
            return
        self._closing = True
        remove_reader(self._loop, self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            remove_writer(self._loop, self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, exc, message="Fatal error on transport"):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                "message": message,
                "exception": exc,
                "transport": self,
                "protocol": self._protocol,
            })
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            remove_writer(self._loop, self._sock_fd)
        if not self._closing:
            self._closing = True
            remove_reader(self._loop, self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach()

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _attempt(self, action, message):
        """Does something, and returns what it gives; None where that has to wait or has failed."""
        try:
            return action()
        except (BlockingIOError, InterruptedError, SystemExit, KeyboardInterrupt) as e:
            if isinstance(e, OSError):
                return None
            raise
        except BaseException as exc:
            self._fatal_error(exc, message)
            return None

    def _check_bytes(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(
                f"data argument must be a bytes-like object, not {type(data).__name__!r}")


class _SelectorSocketTransport(_SelectorTransport):
    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._eof = False
        super().__init__(loop, sock, protocol, waiter, extra, server)

    def _read_ready(self):
        if self._conn_lost:
            return
        data = self._attempt(
            lambda: self._sock.recv(_LARGEST), "Fatal read error on socket transport")
        if data:
            self._attempt(lambda: self._received(data),
                          "Fatal error: protocol.data_received() call failed.")
        elif data is not None:
            self._ended()

    def _received(self, data):
        protocol = self._protocol
        if not isinstance(protocol, BufferedProtocol):
            protocol.data_received(data)
            return
        while data:
            buffer = protocol.get_buffer(len(data))
            if not len(buffer):
                raise RuntimeError("get_buffer() returned an empty buffer")
            count = min(len(buffer), len(data))
            buffer[:count] = data[:count]
            protocol.buffer_updated(count)
            data = data[count:]

    def _ended(self):
        failed = self._conn_lost
        stays = self._attempt(lambda: bool(self._protocol.eof_received()),
                              "Fatal error: protocol.eof_received() call failed.")
        if stays:
            remove_reader(self._loop, self._sock_fd)
        elif self._conn_lost == failed:
            self.close()

    def write(self, data):
        self._check_bytes(data)
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data:
            return
        if self._conn_lost:
            self._conn_lost += 1
            return
        if not self._buffer:
            sent = self._attempt(
                lambda: self._sock.send(data), "Fatal write error on socket transport")
            if self._conn_lost:
                return
            data = data[sent or 0:]
            if not data:
                return
            add_writer(self._loop, self._sock, self._write_ready)
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        sent = self._attempt(
            lambda: self._sock.send(self._buffer), "Fatal write error on socket transport")
        if self._conn_lost or sent is None:
            return
        del self._buffer[:sent]
        self._maybe_resume_protocol()
        if not self._buffer:
            remove_writer(self._loop, self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(socket.SHUT_WR)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True


class _SelectorDatagramTransport(_SelectorTransport):
    _buffer_factory = collections.deque

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        self._address = address
        self._buffer_size = 0
        super().__init__(loop, sock, protocol, waiter, extra)

    def get_write_buffer_size(self):
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, addr = self._sock.recvfrom(_LARGEST)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        else:
            self._protocol.datagram_received(data, addr)

    def sendto(self, data, addr=None):
        self._check_bytes(data)
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
        if self._conn_lost and self._address:
            self._conn_lost += 1
            return
        if self._buffer or not self._send(data, addr):
            self._buffer.append((bytes(data), addr))
            self._buffer_size += len(data)
            self._maybe_pause_protocol()

    def _send(self, data, addr):
        """Tells whether that is done with, for good or ill."""
        try:
            if self._extra["peername"]:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
        except (BlockingIOError, InterruptedError):
            add_writer(self._loop, self._sock, self._sendto_ready)
            return False
        except OSError as exc:
            self._protocol.error_received(exc)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, "Fatal write error on datagram transport")
        return True

    def _sendto_ready(self):
        remove_writer(self._loop, self._sock_fd)
        while self._buffer and self._send(*self._buffer[0]):
            data, _ = self._buffer.popleft()
            self._buffer_size -= len(data)
        self._maybe_resume_protocol()
        if not self._buffer and self._closing:
            self._call_connection_lost(None)


for _each in (_SelectorTransport, _SelectorSocketTransport, _SelectorDatagramTransport):
    _each.__module__ = "asyncio.selector_events"


def _settle(waiter):
    if not waiter.done():
        waiter.set_result(None)


async def _started(transport, waiter):
    try:
        await waiter
    except BaseException:
        transport.close()
        raise


def _refuse_tls(ssl):
    if ssl:
        raise NotImplementedError("TLS is not supported")


async def _connected(loop, sock, protocol_factory):
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter)
    await _started(transport, waiter)
    return transport, protocol


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0,
                            proto=0, flags=0, sock=None, local_addr=None, server_hostname=None,
                            **timeouts):
    _refuse_tls(ssl)
    if server_hostname is not None:
        raise ValueError("server_hostname is only meaningful with ssl")
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sock = await in_thread(_reach, host, port)
    elif sock is None:
        raise ValueError("host and port was not specified and no sock specified")
    elif sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    return await _connected(loop, sock, protocol_factory)


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None,
                                 server_hostname=None, **timeouts):
    _refuse_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        sock = socket.socket(socket.AF_UNIX)
        try:
            await in_thread(sock.connect, os.fspath(path))
        except BaseException:
            sock.close()
            raise
    elif sock is None:
        raise ValueError("no path and sock were specified")
    return await _connected(loop, sock, protocol_factory)


def _welcome(protocol_factory):
    async def made(server, sock):
        sock.setblocking(False)
        waiter = server._loop.create_future()
        transport = _SelectorSocketTransport(
            server._loop, sock, protocol_factory(), waiter, server=server)
        await _started(transport, waiter)

    return made


async def _serve(protocol_factory, sockets, start_serving):
    server = Server(sockets, _welcome(protocol_factory))
    if start_serving:
        server._begin()
        await asyncio.sleep(0)
    return server


async def create_server(loop, protocol_factory, host=None, port=None, *,
                        family=socket.AF_UNSPEC, flags=socket.AI_PASSIVE, sock=None, backlog=100,
                        ssl=None, reuse_address=None, reuse_port=None, start_serving=True,
                        **timeouts):
    _refuse_tls(ssl)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sockets = await _listening(host, port, family)
    elif sock is None:
        raise ValueError("Neither host/port nor sock were specified")
    else:
        sockets = [sock]
    return await _serve(protocol_factory, sockets, start_serving)


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100,
                             ssl=None, start_serving=True, **timeouts):
    _refuse_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        path = os.fspath(path)
        if os.path.exists(path):
            os.remove(path)
        sock = socket.socket(socket.AF_UNIX)
        sock.bind(path)
    elif sock is None:
        raise ValueError("path was not specified, and no sock specified")
    return await _serve(protocol_factory, [sock], start_serving)


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *,
                                   family=0, proto=0, flags=0, reuse_port=None,
                                   allow_broadcast=None, sock=None):
    if sock is None:
        if not (local_addr or remote_addr or family):
            raise ValueError("unexpected address family")
        sock = await in_thread(_datagrams, local_addr, remote_addr, family)
    elif sock.type != socket.SOCK_DGRAM:
        raise ValueError(f"A UDP Socket was expected, got {sock!r}")
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    peer = sock.getpeername() if remote_addr else None
    transport = _SelectorDatagramTransport(loop, sock, protocol, peer, waiter)
    await _started(transport, waiter)
    return transport, protocol


def _datagrams(local, remote, family):
    for address in (local, remote):
        if address is not None and not (isinstance(address, tuple) and len(address) == 2):
            raise TypeError("2-tuple is expected")
    host, port = local or remote or ("0.0.0.0", 0)
    known, _, _, _, _ = socket.getaddrinfo(host, port, family, socket.SOCK_DGRAM)[0]
    sock = socket.socket(known, socket.SOCK_DGRAM)
    try:
        if local:
            sock.bind(local)
        if remote:
            sock.connect(remote)
    except BaseException:
        sock.close()
        raise
    return sock


class _UnixReadPipeTransport(ReadTransport):
    """Reads what can only be waited for, in a thread of its own."""

    def __init__(self, loop, pipe, protocol, waiter):
        super().__init__({"pipe": pipe})
        self._loop = loop
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        self._flows = threading.Event()
        self._flows.set()
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(_thread.start_new_thread, self._work, ())
        loop.call_soon(_settle, waiter)

    def __repr__(self):
        return f"<{self.__class__.__name__} fd={self._fileno}>"

    def _work(self):
        try:
            data = b" "
            while data:
                self._flows.wait()
                data = self._read()
                self._loop.call_soon_threadsafe(self._received, data)
        except RuntimeError:
            pass  # the loop has been closed, so that nobody waits

    def _read(self):
        try:
            return os.read(self._fileno, _LARGEST)
        except (OSError, ValueError):
            return b""

    def _received(self, data):
        if self._closing:
            return
        if data:
            self._protocol.data_received(data)
        else:
            self._closing = True
            self._protocol.eof_received()
            self._loop.call_soon(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and self._flows.is_set()

    def pause_reading(self):
        self._flows.clear()

    def resume_reading(self):
        self._flows.set()

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def close(self):
        if not self._closing:
            self._closing = True
            self._flows.set()
            self._loop.call_soon(self._call_connection_lost, None)


_UnixReadPipeTransport.__module__ = "asyncio.unix_events"


async def connect_read_pipe(loop, protocol_factory, pipe):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _UnixReadPipeTransport(loop, pipe, protocol, waiter)
    await _started(transport, waiter)
    return transport, protocol


class StreamReaderProtocol(Protocol):
    """Hands what comes to a stream."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__()
        self._stream_reader = stream_reader

    def connection_lost(self, exc):
        if exc is None:
            self._stream_reader.feed_eof()
        else:
            self._stream_reader.set_exception(exc)

    def data_received(self, data):
        self._stream_reader.feed_data(data)

    def eof_received(self):
        self._stream_reader.feed_eof()
        return True


StreamReaderProtocol.__module__ = "asyncio.streams"
