"""The module urllib.parse: addresses, taken apart and put together."""

import collections
import re

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_SCHEME = re.compile("[a-zA-Z][a-zA-Z0-9+.-]*$")
_ESCAPE = re.compile("((?:%[0-9a-fA-F]{2})+)")

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp"]
uses_relative += ["mms", "prospero", "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = uses_relative + ["telnet", "snews", "rsync", "nfs", "git", "git+ssh"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu"]
uses_params += ["sip", "sips", "mms", "sftp", "tel"]


class _Netloc:
    __slots__ = ()

    def _login(self):
        return self.netloc.rpartition("@")[0::2]

    @property
    def username(self):
        login = self._login()[0]
        return login.partition(":")[0] if "@" in self.netloc else None

    @property
    def password(self):
        name, colon, password = self._login()[0].partition(":")
        return password if colon else None

    def _place(self):
        place = self._login()[1]
        before, bracket, bracketed = place.partition("[")
        if bracket:
            host, _, rest = bracketed.partition("]")
            port = rest.partition(":")[2]
        else:
            host, _, port = place.partition(":")
        return host, port or None

    @property
    def hostname(self):
        host, percent, zone = self._place()[0].partition("%")
        return host.lower() + percent + zone if host else None

    @property
    def port(self):
        port = self._place()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class DefragResult(collections.namedtuple("DefragResult", "url fragment")):
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(
    collections.namedtuple("SplitResult", "scheme netloc path query fragment"), _Netloc
):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(
    collections.namedtuple("ParseResult", "scheme netloc path params query fragment"), _Netloc
):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme="", allow_fragments=True):
    for control in "\t\r\n":
        url = url.replace(control, "")
        scheme = scheme.replace(control, "")
    url = url.lstrip("".join(map(chr, range(33))))
    scheme = scheme.strip("".join(map(chr, range(33))))
    netloc = query = fragment = ""
    head, colon, rest = url.partition(":")
    if colon and _SCHEME.match(head):
        scheme, url = head.lower(), rest
    if url[:2] == "//":
        end = min([at for at in (url.find(c, 2) for c in "/?#") if at >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params:
        semicolon = path.find(";", path.rfind("/") + 1)
        if semicolon >= 0:
            path, params = path[:semicolon], path[semicolon + 1 :]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or (scheme and scheme in uses_netloc and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    return url + "#" + fragment if fragment else url


def urlunparse(components):
    scheme, netloc, path, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{path};{params}" if params else path, query, fragment))


def urldefrag(url):
    if "#" not in url:
        return DefragResult(url, "")
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return DefragResult(urlunparse((scheme, netloc, path, params, query, "")), fragment)


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    old = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, old.scheme, allow_fragments)
    if scheme != old.scheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = old.netloc
    if not path and not params:
        path, params = old.path, old.params
        query = query or old.query
        return urlunparse((scheme, netloc, path, params, query, fragment))
    path = _resolved(_segments(old.path, path)) or "/"
    return urlunparse((scheme, netloc, path, params, query, fragment))


def _segments(base, path):
    if path[:1] == "/":
        return path.split("/")
    parts = base.split("/")
    if parts[-1] != "":
        del parts[-1]
    parts += path.split("/")
    parts[1:-1] = [part for part in parts[1:-1] if part]
    return parts


def _resolved(segments):
    found = []
    for segment in segments:
        if segment == "..":
            if found:
                found.pop()
        elif segment != ".":
            found.append(segment)
    if segments[-1] in (".", ".."):
        found.append("")
    return "/".join(found)


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    kept = _SAFE.union(safe)
    return "".join(chr(b) if b in kept else f"%{b:02X}" for b in bs)


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *others = string.split(b"%")
    found = [first]
    for part in others:
        try:
            found.append(bytes.fromhex(part[:2].decode("ascii")) if len(part) >= 2 else b"%")
            found.append(part[2:] if len(part) >= 2 else part)
        except ValueError:
            found[len(found) :] = [b"%", part]
    return b"".join(found)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    return _ESCAPE.sub(
        lambda found: unquote_to_bytes(found.group(1)).decode(
            encoding or "utf-8", errors or "replace"
        ),
        string,
    )


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qsl(
    qs,
    keep_blank_values=False,
    strict_parsing=False,
    encoding="utf-8",
    errors="replace",
    max_num_fields=None,
    separator="&",
):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    found = []
    for field in qs.split(separator) if qs else []:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals and strict_parsing:
            raise ValueError("bad query field: %r" % (field,))
        if value or keep_blank_values:
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qs(
    qs,
    keep_blank_values=False,
    strict_parsing=False,
    encoding="utf-8",
    errors="replace",
    max_num_fields=None,
    separator="&",
):
    found = {}
    for name, value in parse_qsl(
        qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator
    ):
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    elif len(query) and not isinstance(query[0], tuple):
        raise TypeError("not a valid non-string sequence or mapping object")

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    found = []
    for name, value in query:
        many = doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__")
        for each in value if many else [value]:
            found.append(quoted(name) + "=" + quoted(each))
    return "&".join(found)
