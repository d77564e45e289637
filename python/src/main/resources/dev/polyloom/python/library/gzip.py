"""The module gzip: files that are packed."""

import builtins
import io
import os
import struct
import time
import zlib

READ, WRITE = 1, 2


class BadGzipFile(OSError):
    """What is raised for bytes that are no such file."""


def _header(level, mtime, name, system):
    flags = b"\x08" if name else b"\x00"
    speed = b"\x02" if level == 9 else b"\x04" if level == 1 else b"\x00"
    return b"\x1f\x8b\x08" + flags + struct.pack("<L", int(mtime)) + speed + system + (
        name + b"\x00" if name else b"")


def _pack(data, level, mtime, name, system=b"\xff"):
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    return _header(level, mtime, name, system) + body + struct.pack(
        "<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def compress(data, compresslevel=9, *, mtime=None):
    when = time.time() if mtime is None else mtime
    return _pack(bytes(data), compresslevel, when, b"", b"\x03" if when == 0 else b"\xff")


def _body_start(data, start):
    if data[start:start + 2] != b"\x1f\x8b":
        raise BadGzipFile("Not a gzipped file (%r)" % data[start:start + 2])
    if data[start + 2] != 8:
        raise BadGzipFile("Unknown compression method")
    flags = data[start + 3]
    at = start + 10
    if flags & 4:
        at += 2 + struct.unpack("<H", data[at:at + 2])[0]
    for flag in (8, 16):
        if flags & flag:
            at = data.index(b"\x00", at) + 1
    return at + (2 if flags & 2 else 0)


def decompress(data):
    parts = []
    start = 0
    while start < len(data):
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        part = unpacker.decompress(data[_body_start(data, start):])
        if not unpacker.eof or len(unpacker.unused_data) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        crc, size = struct.unpack("<LL", unpacker.unused_data[:8])
        if crc != zlib.crc32(part):
            raise BadGzipFile(f"CRC check failed {hex(crc)} != {hex(zlib.crc32(part))}")
        if size != len(part) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        parts.append(part)
        start = len(data) - len(unpacker.unused_data) + 8
        while start < len(data) and data[start] == 0:
            start += 1
    return b"".join(parts)


class GzipFile:
    """A file that is unpacked when it is first read, or packed when it is closed."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        mode = (mode or getattr(fileobj, "mode", "rb")).replace("b", "")
        if mode not in ("r", "w", "a", "x"):
            raise ValueError("Invalid mode: {!r}".format(mode))
        self._own = fileobj is None
        self.fileobj = builtins.open(filename, mode + "b") if self._own else fileobj
        if filename is None:
            filename = getattr(fileobj, "name", "")
        self.name = os.fspath(filename) if isinstance(filename, (str, bytes, os.PathLike)) else ""
        self.mode = READ if mode == "r" else WRITE
        self.compresslevel = compresslevel
        self._mtime = mtime
        self._data = None if self.mode == READ else io.BytesIO()
        self.closed = False

    def _base(self):
        name = os.path.basename(self.name)
        name = name if isinstance(name, bytes) else name.encode("latin-1", "ignore")
        return name[:-3] if name.endswith(b".gz") else name

    def _reading(self):
        self._check()
        if self.mode != READ:
            raise OSError(9, "read() on write-only GzipFile object")
        if self._data is None:
            self._data = io.BytesIO(decompress(self.fileobj.read()))
        return self._data

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def write(self, data):
        self._check()
        if self.mode != WRITE:
            raise OSError(9, "write() on read-only GzipFile object")
        return self._data.write(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def read(self, size=-1):
        return self._reading().read(size)

    read1 = read

    def readline(self, size=-1):
        return self._reading().readline(size)

    def readlines(self, hint=-1):
        return self._reading().readlines(hint)

    def seek(self, offset, whence=0):
        return (self._reading() if self.mode == READ else self._data).seek(offset, whence)

    def tell(self):
        return (self._reading() if self.mode == READ else self._data).tell()

    def flush(self):
        self._check()

    def fileno(self):
        return self.fileobj.fileno()

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self.mode == WRITE:
            mtime = time.time() if self._mtime is None else self._mtime
            self.fileobj.write(
                _pack(self._data.getvalue(), self.compresslevel, mtime, self._base()))
        if self._own:
            self.fileobj.close()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return iter(self._reading())


class _Text:
    """The text of such a file."""

    def __init__(self, file, encoding, errors, newline):
        self.buffer = file
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self._newline = newline
        self._lines = None

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def _text(self):
        if self._lines is None:
            text = self.buffer.read().decode(self.encoding, self.errors)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._lines = io.StringIO(text)
        return self._lines

    def read(self, size=-1):
        return self._text().read(size)

    def readline(self, size=-1):
        return self._text().readline(size)

    def readlines(self, hint=-1):
        return self._text().readlines(hint)

    def flush(self):
        self.buffer.flush()

    @property
    def closed(self):
        return self.buffer.closed

    def close(self):
        self.buffer.close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return iter(self._text())


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    elif encoding is not None or errors is not None or newline is not None:
        name = "encoding" if encoding is not None else "errors" if errors is not None else "newline"
        raise ValueError("Argument %r not supported in binary mode" % name)
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return _Text(file, encoding, errors, newline) if "t" in mode else file
