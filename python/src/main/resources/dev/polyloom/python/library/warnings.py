"""The module warnings: messages that a program may show, hide or turn into errors."""

import re
import sys
from _frames import caller, source_line

filters = []
defaultaction = "default"
onceregistry = {}
_seen = set()
_ACTIONS = ("default", "error", "ignore", "always", "all", "module", "once")


class WarningMessage:
    def __init__(
        self, message, category, filename, lineno, file=None, line=None, source=None
    ):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message,
            self._category_name,
            self.filename,
            self.lineno,
            self.line,
        )


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = source_line(filename, lineno)
    if line:
        text += "  %s\n" % line.strip()
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    stream = sys.stderr if file is None else file
    if stream is not None:
        stream.write(formatwarning(message, category, filename, lineno, line))


_original_show = showwarning


def _reset():
    filters[:] = [
        ("default", None, DeprecationWarning, "__main__", 0),
        ("ignore", None, DeprecationWarning, None, 0),
        ("ignore", None, PendingDeprecationWarning, None, 0),
        ("ignore", None, ImportWarning, None, 0),
        ("ignore", None, ResourceWarning, None, 0),
    ]


_reset()


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _seen.clear()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in _ACTIONS:
        raise AssertionError("invalid action: %r" % (action,))
    pattern = re.compile(message, re.I) if message else None
    _insert((action, pattern, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in _ACTIONS:
        raise AssertionError("invalid action: %r" % (action,))
    _insert((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _seen.clear()


def _action(text, category, module, lineno):
    for action, pattern, kind, where, line in filters:
        if (
            (pattern is None or pattern.match(text))
            and issubclass(category, kind)
            and (where is None or re.match(where, module))
            and (line == 0 or line == lineno)
        ):
            return action
    return defaultaction


def _is_new(action, text, category, filename, lineno):
    key = {
        "once": (text, category),
        "module": (text, category, filename),
    }.get(action, (text, category, filename, lineno))
    if key in _seen:
        return False
    _seen.add(key)
    return True


def warn_explicit(
    message,
    category,
    filename,
    lineno,
    module=None,
    registry=None,
    module_globals=None,
    source=None,
):
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    module = module or "__main__"
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action in ("always", "all") or _is_new(action, text, category, filename, lineno):
        if showwarning is _original_show and _record is not None:
            _record.append(WarningMessage(message, category, filename, lineno, source=source))
        else:
            showwarning(message, category, filename, lineno)
            if source is not None and showwarning is _original_show:
                sys.stderr.write(f"{category.__name__}: Enable tracemalloc to get the object "
                                 "allocation traceback\n")


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(
            "category must be a Warning subclass, not '%s'" % type(category).__name__
        )
    filename, lineno, _, module = caller("warnings", stacklevel)
    warn_explicit(message, category, filename, lineno, module, source=source)


_record = None


class catch_warnings:
    def __init__(
        self,
        *,
        record=False,
        module=None,
        action=None,
        category=Warning,
        lineno=0,
        append=False,
    ):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return "catch_warnings(record=True)" if self._record else "catch_warnings()"

    def __enter__(self):
        global _record, showwarning
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._kept = filters[:], showwarning, _record
        _seen.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _record = []
            showwarning = _original_show
            return _record
        return None

    def __exit__(self, *exc_info):
        global _record, showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters[:], showwarning, _record = self._kept
        _seen.clear()
