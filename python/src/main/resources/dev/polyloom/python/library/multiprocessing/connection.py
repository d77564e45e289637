"""The module multiprocessing.connection: messages between processes, through pipes and sockets."""

import _connection
import hmac
import os
import pickle
import select
import socket
import struct
import tempfile
from multiprocessing import AuthenticationError, BufferTooShort, Pipe, current_process

Connection = _connection.Connection

CHALLENGE = b"#CHALLENGE#"
WELCOME = b"#WELCOME#"
FAILURE = b"#FAILURE#"
MESSAGE_LENGTH = 20


class _OverSocket:
    """An end of a connection to another program."""

    def __init__(self, sock):
        self._sock = sock

    @property
    def closed(self):
        return self._sock is None

    readable = writable = True

    def _open(self):
        if self._sock is None:
            raise OSError("handle is closed")
        return self._sock

    def fileno(self):
        return self._open().fileno()

    def close(self):
        if self._sock is not None:
            self._sock.close()
            self._sock = None

    def send_bytes(self, buf, offset=0, size=None):
        data = bytes(buf)[offset:]
        data = data if size is None else data[:size]
        self._open().sendall(struct.pack("!i", len(data)) + data)

    def send(self, obj):
        self.send_bytes(pickle.dumps(obj))

    def _take(self, size):
        parts = []
        while size > 0:
            part = self._open().recv(size)
            if not part:
                if parts:
                    raise OSError("got end of file during message")
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def recv_bytes(self, maxlength=None):
        size, = struct.unpack("!i", self._take(4))
        if maxlength is not None and size > maxlength:
            self.close()
            raise OSError("bad message length")
        return self._take(size)

    def recv(self):
        return pickle.loads(self.recv_bytes())

    def poll(self, timeout=0.0):
        return bool(select.select([self._open()], [], [], timeout)[0])

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


_OverSocket.__name__ = _OverSocket.__qualname__ = "Connection"


def _key(authkey):
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    return authkey


def deliver_challenge(connection, authkey):
    message = os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(CHALLENGE + message)
    response = connection.recv_bytes(256)
    if response != hmac.new(authkey, message, "md5").digest():
        connection.send_bytes(FAILURE)
        raise AuthenticationError("digest received was wrong")
    connection.send_bytes(WELCOME)


def answer_challenge(connection, authkey):
    message = connection.recv_bytes(256)
    assert message[:len(CHALLENGE)] == CHALLENGE, "message = %r" % message
    connection.send_bytes(hmac.new(authkey, message[len(CHALLENGE):], "md5").digest())
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError("digest sent was rejected")


def _family(address):
    if isinstance(address, tuple):
        return "AF_INET"
    if isinstance(address, str):
        return "AF_UNIX"
    raise ValueError("address type of %r unrecognized" % (address,))


class Listener:
    """Waits for connections of clients."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        self._authkey = _key(authkey)
        if address is None:
            if family == "AF_INET":
                address = ("localhost", 0)
            else:
                address = tempfile.mktemp(prefix="listener-", dir=tempfile.mkdtemp(prefix="pymp-"))
        self._family = family or _family(address)
        self._sock = socket.socket(getattr(socket, self._family))
        try:
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._sock.bind(address)
            self._sock.listen(backlog)
        except OSError:
            self._sock.close()
            raise
        self._address = self._sock.getsockname()
        self._last = None

    address = property(lambda self: self._address)
    last_accepted = property(lambda self: self._last)

    def fileno(self):
        return self._sock.fileno()

    def accept(self):
        if self._sock is None:
            raise OSError("listener is closed")
        sock, self._last = self._sock.accept()
        connection = _OverSocket(sock)
        if self._authkey is not None:
            deliver_challenge(connection, self._authkey)
            answer_challenge(connection, self._authkey)
        return connection

    def close(self):
        if self._sock is not None:
            self._sock.close()
            self._sock = None
            if self._family == "AF_UNIX":
                os.unlink(self._address)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def Client(address, family=None, authkey=None):
    key = _key(authkey)
    sock = socket.socket(getattr(socket, family or _family(address)))
    try:
        sock.connect(address)
    except OSError:
        sock.close()
        raise
    connection = _OverSocket(sock)
    if key is not None:
        answer_challenge(connection, key)
        deliver_challenge(connection, key)
    return connection


def wait(object_list, timeout=None):
    """Returns those of some connections, sockets and processes' sentinels that are ready."""
    objects = list(object_list)
    local = [each for each in objects if isinstance(each, (Connection, int))]
    if not local:
        return select.select(objects, [], [], timeout)[0] if objects else []
    if len(local) < len(objects):
        raise NotImplementedError("cannot wait for pipes or processes and for sockets at once")
    return _connection.wait(objects, timeout)
