"""The module base64: bytes as text."""

import binascii

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_A85 = bytes(range(33, 118))
_B85 = (
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
)


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    try:
        return bytes(s) if not isinstance(s, int) else _refuse(s)
    except TypeError:
        _refuse(s)


def _refuse(s):
    raise TypeError(
        "argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__
    )


def b64encode(s, altchars=None):
    text = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        text = text.replace(b"+", altchars[0:1]).replace(b"/", altchars[1:2])
    return text


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        s = s.replace(altchars[0:1], b"+").replace(altchars[1:2], b"/")
    if validate:
        text = s.decode("latin-1").rstrip("=")
        if not all(c.isascii() and (c.isalnum() or c in "+/") for c in text):
            raise binascii.Error("Only base64 data is allowed")
    return binascii.a2b_base64(s)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def encodebytes(s):
    lines = [binascii.b2a_base64(s[i : i + 57]) for i in range(0, len(s), 57)]
    return b"".join(lines)


def decodebytes(s):
    return binascii.a2b_base64(s)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b"0123456789ABCDEF" for c in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode32(s, alphabet):
    out = []
    for i in range(0, len(s), 5):
        part = bytes(s[i : i + 5])
        number = int.from_bytes(part + bytes(5 - len(part)), "big")
        digits = [alphabet[number >> shift & 31] for shift in range(35, -1, -5)]
        kept = (len(part) * 8 + 4) // 5
        out.append(bytes(digits[:kept]) + b"=" * (8 - kept))
    return b"".join(out)


def _decode32(s, alphabet, casefold, map01):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.replace(b"0", b"O").replace(b"1", _bytes(map01))
    if casefold:
        s = s.upper()
    plain = s.decode("latin-1").rstrip("=").encode("latin-1")
    pads = len(s) - len(plain)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    number = 0
    for c in plain:
        digit = alphabet.find(bytes([c]))
        if digit < 0:
            raise binascii.Error("Non-base32 digit found")
        number = number << 5 | digit
    bits = len(plain) * 5
    return (number >> bits % 8).to_bytes(bits // 8, "big")


def b32encode(s):
    return _encode32(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _decode32(s, _B32, casefold, map01)


def b32hexencode(s):
    return _encode32(s, _B32_HEX)


def b32hexdecode(s, casefold=False):
    return _decode32(s, _B32_HEX, casefold, None)


def _encode85(s, alphabet, pad, short):
    out = []
    for i in range(0, len(s), 4):
        part = bytes(s[i : i + 4])
        missing = 4 - len(part)
        number = int.from_bytes(part + bytes(missing), "big")
        if short and number == 0 and not missing:
            out.append(b"z")
            continue
        digits = []
        for _ in range(5):
            number, digit = divmod(number, 85)
            digits.append(alphabet[digit])
        group = bytes(reversed(digits))
        out.append(group if pad else group[: 5 - missing])
    return b"".join(out)


def _decode85(s, alphabet, short):
    out = []
    group = []

    def flush():
        count = len(group)
        digits = group + [84] * (5 - count)
        number = 0
        for digit in digits:
            number = number * 85 + digit
        out.append(number.to_bytes(4, "big")[: count - 1])
        group.clear()

    for c in s:
        if short and c == 122 and not group:
            out.append(bytes(4))
            continue
        digit = alphabet.find(bytes([c]))
        if digit < 0:
            raise ValueError("bad base85 character at position %d" % s.find(bytes([c])))
        group.append(digit)
        if len(group) == 5:
            flush()
    if group:
        flush()
    return b"".join(out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    text = _encode85(b, _A85, pad, True)
    return b"<~" + text + b"~>" if adobe else text


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        b = b[2:-2]
    return _decode85(bytes(c for c in b if c not in ignorechars), _A85, True)


def b85encode(b, pad=False):
    return _encode85(b, _B85, pad, False)


def b85decode(b):
    return _decode85(_bytes(b), _B85, False)
