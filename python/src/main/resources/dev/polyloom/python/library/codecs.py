"""The module codecs: text as bytes, at once or piece by piece."""

import base64
import binascii
import builtins

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"

_NAMES = {
    "utf8": "utf-8",
    "u8": "utf-8",
    "utf_8": "utf-8",
    "utf16": "utf-16",
    "utf_16": "utf-16",
    "utf_16_le": "utf-16-le",
    "utf_16_be": "utf-16-be",
    "utf32": "utf-32",
    "utf_32": "utf-32",
    "utf_8_sig": "utf-8-sig",
    "ascii": "ascii",
    "us_ascii": "ascii",
    "latin1": "iso8859-1",
    "latin_1": "iso8859-1",
    "latin": "iso8859-1",
    "l1": "iso8859-1",
    "iso_8859_1": "iso8859-1",
    "iso8859_1": "iso8859-1",
}
_MARKED = {
    "utf-16": [(BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")],
    "utf-32": [(BOM_UTF32_LE, "utf-32-le"), (BOM_UTF32_BE, "utf-32-be")],
    "utf-8-sig": [(BOM_UTF8, "utf-8")],
}
_ROT13 = {ord(base) + at: ord(base) + (at + 13) % 26 for base in "aA" for at in range(26)}


def _rot13(text, errors="strict"):
    return text.translate(_ROT13), len(text)


def _of_bytes(how):
    return lambda data, errors="strict": (how(data), len(data))


_OTHERS = {
    "rot_13": (_rot13, _rot13),
    "hex": (_of_bytes(binascii.hexlify), _of_bytes(binascii.unhexlify)),
    "base64": (_of_bytes(base64.encodebytes), _of_bytes(base64.decodebytes)),
}
_OTHERS["rot13"] = _OTHERS["rot_13"]
_OTHERS["hex_codec"] = _OTHERS["hex"]
_OTHERS["base64_codec"] = _OTHERS["base64"]
_OTHER_NAMES = {"rot13": "rot-13", "rot_13": "rot-13", "hex_codec": "hex", "base64_codec": "base64"}


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, *, name=None):
        made = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        made.name = name
        made.encode, made.decode, made.streamreader, made.streamwriter = made
        made.incrementalencoder = made.incrementaldecoder = None
        return made

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


class IncrementalEncoder:
    encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors
        self.reset()

    def reset(self):
        self._begun = False

    def encode(self, input, final=False):
        encoding = self.encoding
        if self._begun:
            encoding = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(
                encoding, encoding
            )
        self._begun = True
        return input.encode(encoding, self.errors)


class IncrementalDecoder:
    encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors
        self.reset()

    def reset(self):
        self._rest = b""
        self._known = self.encoding if self.encoding not in _MARKED else None

    def getstate(self):
        return (self._rest, 0)

    def setstate(self, state):
        self._rest = state[0]

    def decode(self, input, final=False):
        data = self._rest + bytes(input)
        if self._known is None:
            data = self._begun(data, final)
        end = len(data) if final or self._known is None else self._whole(data)
        if self._known is None:
            end = 0
        self._rest = data[end:]
        return data[:end].decode(self._known or "utf-8", self.errors)

    def _begun(self, data, final):
        """Finds out by its mark how a text is encoded, and returns the bytes behind the mark."""
        marks = _MARKED[self.encoding]
        for mark, encoding in marks:
            if data.startswith(mark):
                self._known = encoding
                return data[len(mark) :]
        if final or not any(mark.startswith(data) for mark, _ in marks):
            self._known = marks[0][1]
        return data

    def _whole(self, data):
        """Returns where the bytes end that are characters already."""
        known = self._known
        if known.startswith("utf-32"):
            return len(data) // 4 * 4
        if known.startswith("utf-16"):
            end = len(data) // 2 * 2
            high = end - 1 if known.endswith("le") else end - 2
            return end - 2 if end and 0xD8 <= data[high] < 0xDC else end
        if known != "utf-8":
            return len(data)
        for back in range(1, min(4, len(data) + 1)):
            byte = data[-back]
            if 0xC2 <= byte < 0xF5:
                wanted = 4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2
                return len(data) - back if back < wanted else len(data)
            if not 0x80 <= byte < 0xC0:
                break
        return len(data)


class StreamWriter:
    encoding = "utf-8"

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(encode(object, self.encoding, self.errors))

    def writelines(self, list):
        self.write("".join(list))

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __getattr__(self, name):
        return getattr(self.stream, name)


class StreamReader:
    encoding = "utf-8"

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.reset()

    def reset(self):
        self._decoder = lookup(self.encoding).incrementaldecoder(self.errors)
        self._text = ""
        self._known_lines = False

    def read(self, size=-1, chars=-1, firstline=False):
        self._known_lines = False
        if chars < 0:
            chars = size
        while chars < 0 or len(self._text) < chars:
            data = self.stream.read() if size < 0 else self.stream.read(size)
            self._text += self._decoded(data, firstline)
            if not data:
                break
        end = len(self._text) if chars < 0 else chars
        text, self._text = self._text[:end], self._text[end:]
        return text

    def _decoded(self, data, firstline):
        """Decodes data, or with firstline what stands before an error behind the first line."""
        decoder = self._decoder
        try:
            return decoder.decode(data)
        except UnicodeDecodeError as error:
            rest = error.object[error.start :] + decoder.getstate()[0]
            decoder.setstate((b"", 0))
            text = decoder.decode(error.object[: error.start])
            decoder.setstate((rest, 0))
            if not firstline or len(text.splitlines()) <= 1:
                raise
            return text

    def readline(self, size=None, keepends=True):
        if self._known_lines:
            return self._cut(self._text, "", keepends)
        step = size or 72
        line = ""
        while True:
            data = self.read(step, firstline=True)
            if data.endswith("\r"):
                data += self.read(1, 1)
            line += data
            ended = line.splitlines(True) != line.splitlines()
            if ended or not data or size is not None:
                return self._cut(line, self._text, keepends)
            step = min(step * 2, 8000)

    def _cut(self, text, behind, keepends):
        """Returns the first line of a text, and keeps the others before what stands behind them."""
        lines = text.splitlines(True)
        self._text = "".join(lines[1:]) + behind
        self._known_lines = len(lines) > 2
        return "".join(text.splitlines(keepends)[:1])

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __getattr__(self, name):
        return getattr(self.stream, name)


def lookup(encoding):
    name = encoding.lower().replace("-", "_").replace(" ", "_")
    if name in _OTHERS:
        to, back = _OTHERS[name]
        return CodecInfo(to, back, name=_OTHER_NAMES.get(name, name))
    shown = _NAMES.get(name, name.replace("_", "-"))
    try:
        "".encode(shown)
    except LookupError:
        raise LookupError(f"unknown encoding: {encoding}") from None

    def to(input, errors="strict"):
        return input.encode(shown, errors), len(input)

    def back(input, errors="strict"):
        return bytes(input).decode(shown, errors), len(input)

    parts = {"encoding": shown}
    found = CodecInfo(
        to,
        back,
        type("StreamReader", (StreamReader,), parts),
        type("StreamWriter", (StreamWriter,), parts),
        name=shown,
    )
    found.incrementaldecoder = type("IncrementalDecoder", (IncrementalDecoder,), parts)
    found.incrementalencoder = type("IncrementalEncoder", (IncrementalEncoder,), parts)
    return found


def encode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return _there(lookup(encoding).incrementalencoder, encoding)


def getincrementaldecoder(encoding):
    return _there(lookup(encoding).incrementaldecoder, encoding)


def _there(found, encoding):
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    mode = mode.replace("b", "").replace("U", "")
    return builtins.open(filename, mode, buffering, encoding=encoding, errors=errors, newline="")

