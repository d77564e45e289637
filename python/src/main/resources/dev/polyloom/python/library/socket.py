# Follows CPython's Lib/socket.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""The module socket: connections over a network and within the machine."""

import _socket
import enum
import os

error = OSError
timeout = TimeoutError
gaierror = _socket.gaierror


class herror(OSError):
    pass


class AddressFamily(enum.IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(enum.IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2
    SOCK_RAW = 3


AF_UNSPEC = AddressFamily.AF_UNSPEC
AF_UNIX = AddressFamily.AF_UNIX
AF_INET = AddressFamily.AF_INET
AF_INET6 = AddressFamily.AF_INET6
SOCK_STREAM = SocketKind.SOCK_STREAM
SOCK_DGRAM = SocketKind.SOCK_DGRAM
SOCK_RAW = SocketKind.SOCK_RAW
SOL_SOCKET = 1
SO_REUSEADDR = 2
SO_ERROR = 4
SO_BROADCAST = 6
SO_SNDBUF = 7
SO_RCVBUF = 8
SO_KEEPALIVE = 9
SO_LINGER = 13
SO_REUSEPORT = 15
SOMAXCONN = 4096
SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2
IPPROTO_IP = 0
IPPROTO_ICMP = 1
IPPROTO_TCP = 6
IPPROTO_UDP = 17
IPPROTO_IPV6 = 41
TCP_NODELAY = 1
IP_TTL = 2
INADDR_ANY = 0
AI_PASSIVE = 1
NI_NUMERICHOST = 1
NI_NUMERICSERV = 2
has_ipv6 = True
_GLOBAL_DEFAULT_TIMEOUT = object()
_SERVICES = {"ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80,
             "pop3": 110, "ntp": 123, "imap2": 143, "imap": 143, "https": 443, "imaps": 993,
             "pop3s": 995}
_PROTOCOLS = {"ip": 0, "icmp": 1, "tcp": 6, "udp": 17}
_default_timeout = None


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(value):
    global _default_timeout
    _default_timeout = None if value is None else float(value)


class SocketIO:
    """Bytes of a socket as a file."""

    def __init__(self, sock, mode):
        self._sock = sock
        self.mode = mode
        self.closed = False

    def readable(self):
        return "r" in self.mode

    def writable(self):
        return "w" in self.mode

    def read(self, size=-1):
        if size is None or size < 0:
            parts = []
            part = self._sock.recv(65536)
            while part:
                parts.append(part)
                part = self._sock.recv(65536)
            return b"".join(parts)
        return self._sock.recv(size)

    def write(self, data):
        self._sock.sendall(data)
        return len(data)

    def close(self):
        if not self.closed:
            self.closed = True
            self._sock._released()


class _File:
    """What makefile gives: lines and bytes, or text, read ahead."""

    def __init__(self, raw, mode, encoding, newline):
        self._raw = raw
        self._text = "b" not in mode
        self._encoding = encoding or "utf-8"
        self._ahead = b""
        self._out = b""
        self.mode = mode
        self.closed = False

    def _fill(self):
        part = self._raw.read(8192)
        self._ahead += part
        return bool(part)

    def _given(self, data):
        return data.decode(self._encoding).replace("\r\n", "\n") if self._text else data

    def _take(self, count):
        data, self._ahead = self._ahead[:count], self._ahead[count:]
        return data

    def readable(self):
        return self._raw.readable()

    def writable(self):
        return self._raw.writable()

    def read(self, size=-1):
        more = True
        while more and (size is None or size < 0 or len(self._ahead) < size):
            more = self._fill()
        return self._given(self._take(len(self._ahead) if size is None or size < 0 else size))

    def read1(self, size=-1):
        if not self._ahead:
            self._fill()
        return self._given(self._take(len(self._ahead) if size < 0 else size))

    def readline(self, size=-1):
        more = True
        while more and b"\n" not in self._ahead and (size < 0 or len(self._ahead) < size):
            more = self._fill()
        end = self._ahead.find(b"\n") + 1 or len(self._ahead)
        return self._given(self._take(end if size < 0 else min(end, size)))

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        self._out += data.encode(self._encoding) if self._text else bytes(data)
        if len(self._out) >= 8192:
            self.flush()
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        data, self._out = self._out, b""
        if data:
            self._raw.write(data)

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                self._raw.close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class socket:
    """One end of a connection."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self.family = AF_INET if family == -1 else AddressFamily(family)
        self.type = SOCK_STREAM if type == -1 else SocketKind(type)
        self.proto = 0 if proto == -1 else proto
        self._end = fileno if isinstance(fileno, _socket.End) else _socket.End(
            self.family, self.type)
        self._options = {}
        self._files = 0
        self._closed = False
        self.settimeout(_default_timeout)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        if not self._closed:
            self.close()

    def __repr__(self):
        shown = (f"<{self.__class__.__module__}.{self.__class__.__qualname__}"
                 f"{' [closed]' if self._closed else ''} fd={self.fileno()}, family={self.family}, "
                 f"type={self.type}, proto={self.proto}")
        if not self._closed:
            for label, ask in (("laddr", self.getsockname), ("raddr", self.getpeername)):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    shown += f", {label}={address}"
        return shown + ">"

    def fileno(self):
        return -1 if self._closed else self._end.descriptor

    def bind(self, address):
        self._end.bind(address)

    def listen(self, backlog=128):
        self._end.listen(backlog)

    def accept(self):
        end, address = self._end.accept()
        return self._like(end), address

    def _like(self, end):
        made = socket(self.family, self.type, self.proto, end)
        return made

    def connect(self, address):
        self._end.connect(address)

    def connect_ex(self, address):
        try:
            self._end.connect(address)
        except gaierror:
            raise
        except TimeoutError as e:
            return e.errno or 11
        except OSError as e:
            return e.errno
        return 0

    def recv(self, bufsize, flags=0):
        return self._end.recv(bufsize)

    def recvfrom(self, bufsize, flags=0):
        return self._end.recvfrom(bufsize)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self._end.recv(nbytes or len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def send(self, data, flags=0):
        return self._end.send(data)

    def sendall(self, data, flags=0):
        self._end.sendall(data)

    def sendto(self, data, *rest):
        return self._end.sendto(data, rest[-1])

    def shutdown(self, how):
        self._end.shutdown(how)

    def close(self):
        self._closed = True
        if self._files <= 0:
            self._end.close()

    def _released(self):
        self._files -= 1
        if self._closed:
            self.close()

    def detach(self):
        number = self.fileno()
        self._closed = True
        return number

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        self._files += 1
        raw = SocketIO(self, "rw" if "r" in mode and "w" in mode else mode)
        return _File(raw, mode, encoding, newline)

    def getsockname(self):
        return self._end.getsockname()

    def getpeername(self):
        return self._end.getpeername()

    def settimeout(self, value):
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._end.timeout = None if value is None else float(value)

    def gettimeout(self):
        return self._end.timeout

    def setblocking(self, flag):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self.gettimeout() != 0

    def setsockopt(self, level, optname, value, optlen=None):
        self._options[level, optname] = value
        if level == SOL_SOCKET and optname == SO_REUSEADDR:
            self._end.reuse(value)

    def getsockopt(self, level, optname, buflen=None):
        if level == SOL_SOCKET and optname in (SO_SNDBUF, SO_RCVBUF):
            return 2 * self._options[level, optname] if (level, optname) in self._options else 131072
        return self._options.get((level, optname), 0)


SocketType = socket


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None):
    host, port = address
    problem = None
    for family, kind, proto, name, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        made = socket(family, kind, proto)
        try:
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                made.settimeout(timeout)
            if source_address:
                made.bind(source_address)
            made.connect(place)
            return made
        except OSError as e:
            problem = problem or e
            made.close()
    raise problem


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    made = socket(family, SOCK_STREAM)
    try:
        made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(backlog or 128)
    except BaseException:
        made.close()
        raise
    return made


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    with socket(AF_INET) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        one = socket(AF_INET)
        one.connect(server.getsockname())
        other = server.accept()[0]
    for each in (one, other):
        each.family = AddressFamily(family)
        each.getsockname = each.getpeername = lambda: ""
    return one, other


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(port, str) and not port.isdigit():
        if port not in _SERVICES:
            raise gaierror(-8, "Servname not supported for ai_socktype")
        port = _SERVICES[port]
    port = int(port or 0)
    if host is None:
        host = "0.0.0.0" if flags & AI_PASSIVE else "127.0.0.1"
    kinds = [(SOCK_STREAM, 6), (SOCK_DGRAM, 17), (SOCK_RAW, 0)]
    if type:
        kinds = [(kind, number) for kind, number in kinds if kind == type]
    found = []
    for number, text in _socket.resolve(host, int(family)):
        place = (text, port) if number == AF_INET else (text, port, 0, 0)
        found += [(AddressFamily(number), kind, of, "", place) for kind, of in kinds]
    return found


def gethostbyname(hostname):
    return _socket.resolve(hostname, int(AF_INET))[0][1] if hostname else "0.0.0.0"


def gethostbyname_ex(hostname):
    return hostname, [], [text for _, text in _socket.resolve(hostname, int(AF_INET))]


def gethostname():
    return os.uname().nodename


def getfqdn(name=""):
    return name or gethostname()


def getservbyname(servicename, protocolname="tcp"):
    if servicename not in _SERVICES:
        raise OSError("service/proto not found")
    return _SERVICES[servicename]


def getservbyport(port, protocolname="tcp"):
    for name, number in _SERVICES.items():
        if number == port and name != "imap":
            return name
    raise OSError("port/proto not found")


def getprotobyname(name):
    if name not in _PROTOCOLS:
        raise OSError("protocol not found")
    return _PROTOCOLS[name]


def inet_aton(text):
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isdigit() and int(part) < 256 for part in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(int(part) for part in parts)


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(str(each) for each in packed)


def htons(number):
    return (number & 0xff) << 8 | number >> 8 & 0xff


def htonl(number):
    return int.from_bytes(number.to_bytes(4, "little"), "big")


ntohs = htons
ntohl = htonl
