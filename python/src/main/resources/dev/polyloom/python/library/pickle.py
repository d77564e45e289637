"""The module pickle: objects as bytes, in protocol 4."""

import collections
import decimal
import enum
import fractions
import io
import struct
import types

from _pickle import PickleError, PicklingError, UnpicklingError, is_plain, load_module

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

_BATCH = 1000
_SMALL = (int, float, bool, type(None))


def _find(module, name):
    found = load_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _overrides(cls, name):
    """Tells whether a class of the program defines a method that object has too."""
    for base in cls.__mro__:
        if base is not object and name in vars(base):
            return True
    return False


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is not None and not -1 <= protocol <= HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
        self._file = file
        self._memo = {}
        self._kept = []

    def dump(self, obj):
        self._out = []
        self._save(obj)
        self._out.append(b".")
        body = b"".join(self._out)
        if len(body) >= 4:
            body = b"\x95" + struct.pack("<Q", len(body)) + body
        self._file.write(b"\x80\x04" + body)

    def clear_memo(self):
        self._memo.clear()

    def _key(self, obj):
        return obj if type(obj) in (str, bytes) else (id(obj),)

    def _memoize(self, obj):
        self._memo[self._key(obj)] = len(self._memo)
        self._kept.append(obj)
        self._out.append(b"\x94")

    def _known(self, obj):
        index = self._memo.get(self._key(obj))
        if index is None:
            return False
        if index < 256:
            self._out.append(b"h" + bytes([index]))
        else:
            self._out.append(b"j" + struct.pack("<I", index))
        return True

    def persistent_id(self, obj):
        return None

    def _save(self, obj):
        identity = self.persistent_id(obj)
        if identity is not None:
            self._save(identity)
            self._out.append(b"Q")
            return
        cls = type(obj)
        if cls in _SMALL:
            self._out.append(_small(obj))
        elif not self._known(obj):
            saver = _SAVERS.get(cls)
            if saver is not None:
                saver(self, obj)
            elif isinstance(obj, type) or cls in _NAMED:
                self._named(obj)
            else:
                self._reduced(obj, cls)

    def _text(self, obj):
        data = obj.encode("utf-8", "surrogatepass")
        if len(data) < 256:
            self._out.append(b"\x8c" + bytes([len(data)]) + data)
        else:
            self._out.append(b"X" + struct.pack("<I", len(data)) + data)
        self._memoize(obj)

    def _bytes(self, obj):
        if len(obj) < 256:
            self._out.append(b"C" + bytes([len(obj)]) + obj)
        else:
            self._out.append(b"B" + struct.pack("<I", len(obj)) + obj)
        self._memoize(obj)

    def _tuple(self, obj):
        if not obj:
            self._out.append(b")")
            return
        if len(obj) > 3:
            self._out.append(b"(")
        for each in obj:
            self._save(each)
        if self._key(obj) in self._memo:
            self._out.append(b"1" if len(obj) > 3 else b"0" * len(obj))
            self._known(obj)
            return
        self._out.append(b"t" if len(obj) > 3 else (b"\x85", b"\x86", b"\x87")[len(obj) - 1])
        self._memoize(obj)

    def _list(self, obj):
        self._out.append(b"]")
        self._memoize(obj)
        self._appended(obj)

    def _dict(self, obj):
        self._out.append(b"}")
        self._memoize(obj)
        self._set(obj.items())

    def _batches(self, items):
        items = list(items)
        for start in range(0, len(items), _BATCH):
            yield items[start : start + _BATCH]

    def _appended(self, items):
        for batch in self._batches(items):
            if len(batch) > 1:
                self._out.append(b"(")
            for each in batch:
                self._save(each)
            self._out.append(b"e" if len(batch) > 1 else b"a")

    def _set(self, items):
        for batch in self._batches(items):
            if len(batch) > 1:
                self._out.append(b"(")
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._out.append(b"u" if len(batch) > 1 else b"s")

    def _items(self, obj):
        self._out.append(b"\x8f")
        self._memoize(obj)
        for batch in self._batches(obj):
            self._out.append(b"(")
            for each in batch:
                self._save(each)
            self._out.append(b"\x90")

    def _frozen(self, obj):
        self._out.append(b"(")
        for each in obj:
            self._save(each)
        self._out.append(b"\x91")
        self._memoize(obj)

    def _named(self, obj):
        name = getattr(obj, "__qualname__", None) or obj.__name__
        module = getattr(obj, "__module__", None) or "builtins"
        if "<locals>" in name:
            raise AttributeError("Can't pickle local object %r" % name)
        try:
            found = _find(module, name)
        except (ImportError, KeyError, AttributeError):
            raise PicklingError(
                "Can't pickle %r: attribute lookup %s on %s failed" % (obj, name, module)
            ) from None
        if found is not obj and found != obj:
            raise PicklingError(
                "Can't pickle %r: it's not the same object as %s.%s" % (obj, module, name)
            )
        self._save(module)
        self._save(name)
        self._out.append(b"\x93")
        self._memoize(obj)

    def _reduced(self, obj, cls):
        reduced = _reduce(obj, cls)
        if isinstance(reduced, str):
            self._save(type(obj).__module__)
            self._save(reduced)
            self._out.append(b"\x93")
            self._memoize(obj)
            return
        if not isinstance(reduced, tuple) or not 2 <= len(reduced) <= 6:
            raise PicklingError("__reduce__ must return a string or tuple")
        make, args, state, items, pairs = (tuple(reduced) + (None,) * 3)[:5]
        if make is _new:
            self._save(args[0])
            self._save(tuple(args[1:]))
            self._out.append(b"\x81")
        else:
            self._save(make)
            self._save(args)
            self._out.append(b"R")
        self._memoize(obj)
        if items is not None:
            self._appended(items)
        if pairs is not None:
            self._set(pairs)
        if state is not None:
            self._save(state)
            self._out.append(b"b")


def _new(cls, *args):
    return cls.__new__(cls, *args)


def _small(obj):
    if obj is None:
        return b"N"
    if obj is True:
        return b"\x88"
    if obj is False:
        return b"\x89"
    if isinstance(obj, float):
        return b"G" + struct.pack(">d", obj)
    if 0 <= obj < 256:
        return b"K" + bytes([obj])
    if 0 <= obj < 65536:
        return b"M" + struct.pack("<H", obj)
    if -0x80000000 <= obj <= 0x7FFFFFFF:
        return b"J" + struct.pack("<i", obj)
    length = (obj.bit_length() >> 3) + 1
    data = obj.to_bytes(length, "little", signed=True)
    if obj < 0 and length > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    if len(data) < 256:
        return b"\x8a" + bytes([len(data)]) + data
    return b"\x8b" + struct.pack("<i", len(data)) + data


def _reduce(obj, cls):
    if _overrides(cls, "__reduce_ex__") and not isinstance(obj, enum.Enum):
        return obj.__reduce_ex__(4)
    if _overrides(cls, "__reduce__") and not isinstance(obj, BaseException):
        return obj.__reduce__()
    if isinstance(obj, enum.Enum):
        return cls, (obj.value,)
    if isinstance(obj, BaseException):
        return cls, obj.args, dict(vars(obj)) or None
    if isinstance(obj, (decimal.Decimal, fractions.Fraction)):
        return cls, (str(obj),)
    if cls is range:
        return cls, (obj.start, obj.stop, obj.step)
    if cls is slice:
        return cls, (obj.start, obj.stop, obj.step)
    if cls is complex:
        return cls, (obj.real, obj.imag)
    if cls is bytearray:
        return cls, (bytes(obj),)
    for base in cls.__mro__:
        if base.__module__ == "datetime" and base.__name__ in _TIMES:
            parts = [getattr(obj, name) for name in _TIMES[base.__name__]]
            return cls, tuple(parts[:-1] if parts[-1] is None else parts)
    if isinstance(obj, types.MethodType):
        return getattr, (obj.__self__, obj.__func__.__name__)
    if isinstance(obj, collections.Counter):
        return cls, (dict(obj),), _state(obj)
    if isinstance(obj, collections.defaultdict):
        args = () if obj.default_factory is None else (obj.default_factory,)
        return cls, args, _state(obj), None, obj.items()
    if isinstance(obj, collections.OrderedDict):
        return cls, (), _state(obj), None, obj.items()
    if isinstance(obj, collections.deque):
        args = () if obj.maxlen is None else ((), obj.maxlen)
        return cls, args, _state(obj), obj
    return _made(obj, cls)


_CLOCK = ("hour", "minute", "second", "microsecond", "tzinfo")
_TIMES = {
    "datetime": ("year", "month", "day") + _CLOCK,
    "date": ("year", "month", "day"),
    "time": _CLOCK,
    "timedelta": ("days", "seconds", "microseconds"),
}


def _made(obj, cls):
    args = ()
    if hasattr(cls, "__getnewargs__"):
        args = obj.__getnewargs__()
    elif isinstance(obj, tuple):
        args = (tuple(obj),) if not hasattr(cls, "_fields") else tuple(obj)
    else:
        for plain in (int, float, str, bytes, frozenset):
            if isinstance(obj, plain):
                args = (plain(obj),)
    native = (list, dict, set, tuple, int, float, str, bytes, frozenset)
    if not isinstance(obj, native) and not is_plain(obj):
        name = cls.__name__
        if cls.__module__ != "builtins":
            name = cls.__module__ + "." + name
        raise TypeError("cannot pickle %r object" % name)
    items = obj if isinstance(obj, list) else None
    pairs = obj.items() if isinstance(obj, dict) else None
    if isinstance(obj, set):
        return cls, (list(obj),), _state(obj)
    return _new, (cls,) + tuple(args), _state(obj), items, pairs


def _slots(cls):
    names = []
    for base in cls.__mro__:
        slots = vars(base).get("__slots__", ()) if base is not object else ()
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__"):
                names.append(name)
    return names


def _state(obj):
    cls = type(obj)
    if _overrides(cls, "__getstate__"):
        return obj.__getstate__()
    state = dict(vars(obj)) if hasattr(obj, "__dict__") else {}
    slots = {name: getattr(obj, name) for name in _slots(cls) if hasattr(obj, name)}
    if slots:
        return (state or None, slots)
    return state or None


_NAMED = (types.FunctionType, types.BuiltinFunctionType)

_SAVERS = {
    str: Pickler._text,
    bytes: Pickler._bytes,
    tuple: Pickler._tuple,
    list: Pickler._list,
    dict: Pickler._dict,
    set: Pickler._items,
    frozenset: Pickler._frozen,
}


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._file = file

    def find_class(self, module, name):
        return _find(module, name)

    def persistent_load(self, identity):
        raise UnpicklingError("unsupported persistent id encountered")

    def _read(self, count):
        data = self._file.read(count)
        if len(data) < count:
            raise EOFError("Ran out of input") if not data else UnpicklingError(
                "pickle data was truncated"
            )
        return data

    def load(self):
        self._stack = []
        self._marks = []
        self._memo = []
        while True:
            code = self._read(1)
            if code == b".":
                return self._stack.pop()
            step = _STEPS.get(code)
            if step is None:
                raise UnpicklingError("invalid load key, '%s'." % repr(code)[2:-1])
            try:
                step(self)
            except IndexError:
                if self._stack:
                    raise
                raise UnpicklingError("unpickling stack underflow") from None

    def _push(self, value):
        self._stack.append(value)

    def _marked(self):
        items = self._stack
        self._stack = self._marks.pop()
        return items

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _sized(self, form):
        return self._read(struct.unpack(form, self._read(struct.calcsize(form)))[0])

    def _number(self, form):
        self._push(struct.unpack(form, self._read(struct.calcsize(form)))[0])

    def _tuple(self, count):
        parts = tuple(self._stack[-count:])
        del self._stack[-count:]
        self._push(parts)

    def _add(self, items):
        target = self._stack[-1]
        if isinstance(target, list):
            target.extend(items)
        else:
            for each in items:
                target.append(each)

    def _put(self, items):
        target = self._stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def _pair(self):
        value = self._stack.pop()
        key = self._stack.pop()
        self._stack[-1][key] = value

    def _update(self):
        items = self._marked()
        self._stack[-1].update(items)

    def _global(self):
        name = self._stack.pop()
        self._push(self.find_class(self._stack.pop(), name))

    def _object(self):
        args = self._stack.pop()
        cls = self._stack.pop()
        self._push(cls.__new__(cls, *args))

    def _call(self):
        args = self._stack.pop()
        function = self._stack.pop()
        self._push(function(*args))

    def _build(self):
        state = self._stack.pop()
        obj = self._stack[-1]
        if hasattr(obj, "__setstate__") and not isinstance(obj, BaseException):
            obj.__setstate__(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        for part in (state, slots):
            for name, value in (part or {}).items():
                if part is slots:
                    setattr(obj, name, value)
                else:
                    obj.__dict__[name] = value

    def _persistent(self):
        self._push(self.persistent_load(self._stack.pop()))


_STEPS = {
    b"\x80": lambda s: s._read(1),
    b"\x95": lambda s: s._read(8),
    b"N": lambda s: s._push(None),
    b"\x88": lambda s: s._push(True),
    b"\x89": lambda s: s._push(False),
    b"K": lambda s: s._number("<B"),
    b"M": lambda s: s._number("<H"),
    b"J": lambda s: s._number("<i"),
    b"\x8a": lambda s: s._push(int.from_bytes(s._sized("<B"), "little", signed=True)),
    b"\x8b": lambda s: s._push(int.from_bytes(s._sized("<i"), "little", signed=True)),
    b"G": lambda s: s._number(">d"),
    b"C": lambda s: s._push(s._sized("<B")),
    b"B": lambda s: s._push(s._sized("<I")),
    b"\x8c": lambda s: s._push(s._sized("<B").decode("utf-8", "surrogatepass")),
    b"X": lambda s: s._push(s._sized("<I").decode("utf-8", "surrogatepass")),
    b"\x94": lambda s: s._memo.append(s._stack[-1]),
    b"h": lambda s: s._push(s._memo[s._read(1)[0]]),
    b"j": lambda s: s._push(s._memo[struct.unpack("<I", s._read(4))[0]]),
    b"(": Unpickler._mark,
    b")": lambda s: s._push(()),
    b"t": lambda s: s._push(tuple(s._marked())),
    b"\x85": lambda s: s._tuple(1),
    b"\x86": lambda s: s._tuple(2),
    b"\x87": lambda s: s._tuple(3),
    b"0": lambda s: s._stack.pop(),
    b"1": Unpickler._marked,
    b"]": lambda s: s._push([]),
    b"a": lambda s: s._add([s._stack.pop()]),
    b"e": lambda s: s._add(s._marked()),
    b"}": lambda s: s._push({}),
    b"s": Unpickler._pair,
    b"u": lambda s: s._put(s._marked()),
    b"\x8f": lambda s: s._push(set()),
    b"\x90": Unpickler._update,
    b"\x91": lambda s: s._push(frozenset(s._marked())),
    b"\x93": Unpickler._global,
    b"\x81": Unpickler._object,
    b"R": Unpickler._call,
    b"b": Unpickler._build,
    b"Q": Unpickler._persistent,
}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = io.BytesIO()
    Pickler(file, protocol).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(io.BytesIO(data)).load()
