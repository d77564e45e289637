"""The module ast: literals as values. Trees of syntax are not there."""

import re

_TOKEN = re.compile(
    r"""(?P<text>(?P<prefix>[bBuU]?|[rR][bB]?|[bB][rR])
            (?P<quote>'''|\"\"\"|'|")(?P<body>(?:\\.|(?!(?P=quote)).)*)(?P=quote))
      | (?P<number>0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+
            |(?:(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*|[0-9](?:_?[0-9])*\.?)
              (?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?)(?![\w.])
      | (?P<name>[^\W\d]\w*|\.\.\.)
      | (?P<sign>[][(){},:+-])""",
    re.VERBOSE | re.DOTALL,
)
_SPACE = re.compile(r"(?:[ \t\f\r\n]|\\\n|#[^\n]*)*")
_ESCAPE = re.compile(
    r"\\(\n|[\\'\"abfnrtv]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\})"
)
_SHORT = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\n": ""}
_NAMED = {"True": True, "False": False, "None": None, "...": ...}


class _Odd(Exception):
    """What is no literal, though it may be Python."""


def _escaped(found):
    code = found.group(1)
    if code in _SHORT:
        return _SHORT[code]
    if code[0] == "N":
        return eval('"\\' + code + '"')
    if code[0] in "xuU":
        return chr(int(code[1:], 16))
    return chr(int(code, 8)) if code[0] in "01234567" else code


def _escaped_byte(found):
    return found.group(0) if found.group(1)[0] in "uUN" else _escaped(found)


class _Reader:
    def __init__(self, source):
        self._source = source
        self._at = 0
        self._take()

    def _take(self):
        """Makes the next token the one that is looked at, and returns the one before."""
        before = getattr(self, "_token", None)
        self._at = _SPACE.match(self._source, self._at).end()
        if self._at == len(self._source):
            self._token, self._sign = None, ""
            return before
        self._token = _TOKEN.match(self._source, self._at)
        if self._token is None:
            raise _Odd
        self._sign = self._token["sign"] or ""
        self._at = self._token.end()
        return before

    def all(self):
        value = self._value()
        if self._sign == ",":
            value = (value, *self._items("", self._value))
        if self._token is not None:
            raise _Odd
        return value

    def _items(self, end, one):
        """Returns what stands between commas, behind the first sign or value."""
        items = []
        self._take()
        while self._sign != end or (self._token and not end):
            items.append(one())
            if self._sign != ",":
                break
            self._take()
        if self._sign != end:
            raise _Odd
        if end:
            self._take()
        return items

    def _value(self):
        if self._sign in ("[", "(", "{"):
            return self._group()
        if self._sign:
            return self._number()
        if self._token is None:
            raise _Odd
        if self._token["text"]:
            return self._text()
        if self._token["number"]:
            return self._number()
        name = self._take()["name"]
        if name == "set" and self._sign == "(":
            self._take()
            if self._sign == ")":
                self._take()
                return set()
        if name not in _NAMED:
            raise _Odd
        return _NAMED[name]

    def _group(self):
        if self._sign == "[":
            return self._items("]", self._value)
        if self._sign == "{":
            pairs = self._items("}", self._pair)
            if all(len(pair) == 2 for pair in pairs):
                return dict(pairs)
            if any(len(pair) == 2 for pair in pairs):
                raise _Odd
            return {item for item, in pairs}
        start = self._at
        items = self._items(")", self._value)
        text = self._source[start : self._at]
        single = len(items) == 1 and not re.search(r",\s*(#[^\n]*\s*)*\)", text)
        return items[0] if single else tuple(items)

    def _pair(self):
        key = self._value()
        if self._sign != ":":
            return (key,)
        self._take()
        return key, self._value()

    def _number(self):
        left = self._signed()
        if self._sign in ("+", "-") and not isinstance(left, complex):
            minus = self._take()["sign"] == "-"
            right = self._plain()
            if not isinstance(right, complex):
                raise _Odd
            return left - right if minus else left + right
        return left

    def _signed(self):
        if self._sign == "-":
            self._take()
            return -self._plain()
        if self._sign == "+":
            self._take()
        return self._plain()

    def _plain(self):
        if self._token is None or not self._token["number"]:
            raise _Odd
        text = self._take()["number"]
        if text[-1] in "jJ":
            return complex(text.replace("_", ""))
        try:
            return int(text, 0)
        except ValueError:
            return float(text)

    def _text(self):
        parts = []
        while self._token is not None and self._token["text"]:
            parts.append(self._part(self._take()))
        if len({type(part) for part in parts}) > 1:
            raise _Odd
        return parts[0][:0].join(parts)

    def _part(self, token):
        prefix, body = token["prefix"].lower(), token["body"]
        if "\n" in body.replace("\\\n", "") and len(token["quote"]) == 1:
            raise _Odd
        if "b" not in prefix:
            return body if "r" in prefix else _ESCAPE.sub(_escaped, body)
        if not body.isascii():
            raise _Odd
        return (body if "r" in prefix else _ESCAPE.sub(_escaped_byte, body)).encode("latin-1")


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    source = node_or_string.lstrip(" \t")
    try:
        if source[:1] in ("\n", "\f"):
            raise _Odd
        return _Reader(source).all()
    except _Odd:
        pass
    compile(source, "<unknown>", "eval")
    raise ValueError("malformed node or string on line 1")
