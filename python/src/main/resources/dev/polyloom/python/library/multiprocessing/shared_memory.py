"""The module multiprocessing.shared_memory: bytes that the processes of a program share.

Processes are threads here, so blocks lie in the memory of the program and are known by name.
"""

import secrets
import struct
import threading
from _shared import blocks as _blocks

_lock = threading.Lock()


class SharedMemory:
    """A block of bytes that has a name, or a further view of one."""

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        with _lock:
            if create:
                if name is None:
                    name = "psm_" + secrets.token_hex(4)
                elif name in _blocks:
                    raise FileExistsError(17, "File exists", "/" + name)
                _blocks[name] = bytearray(size)
            elif name not in _blocks:
                raise FileNotFoundError(2, "No such file or directory", "/" + name)
            self._block = _blocks[name]
        self._name = name
        self._buf = memoryview(self._block)
        self._size = len(self._block)

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        with _lock:
            if _blocks.pop(self._name, None) is None:
                raise FileNotFoundError(2, "No such file or directory", "/" + self._name)

    def __reduce__(self):
        return SharedMemory, (self.name, False, self.size)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, size={self.size})"


class ShareableList:
    """A list of a fixed number of plain values in a block of shared memory."""

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            values = [self._checked(each) for each in sequence or ()]
            self.shm = SharedMemory(name, create=True, size=max(8, 8 * len(values)))
            with _lock:
                _blocks["." + self.shm.name] = values
        else:
            self.shm = SharedMemory(name)

    @property
    def _values(self):
        return _blocks["." + self.shm.name]

    @staticmethod
    def _checked(value):
        if value is not None and not isinstance(value, (int, float, bool, str, bytes)):
            raise TypeError(f"unsupported type: {type(value)}")
        return value

    def __getitem__(self, position):
        try:
            return self._values[position]
        except IndexError:
            raise IndexError("index out of range")

    def __setitem__(self, position, value):
        try:
            before = self._values[position]
        except IndexError:
            raise IndexError("assignment index out of range")
        self._checked(value)
        if isinstance(value, (str, bytes)):
            size = len(value.encode() if isinstance(value, str) else value)
            room = 8
            if isinstance(before, (str, bytes)):
                room = (len(before.encode() if isinstance(before, str) else before) // 8 + 1) * 8
            if size > room:
                raise ValueError("bytes/str item exceeds available storage")
        self._values[position] = value

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(list(self._values))

    def __reduce__(self):
        return _list_named, (self.shm.name,)

    @property
    def format(self):
        return "".join(
            "q" if isinstance(each, int) else "d" if isinstance(each, float) else "8s"
            for each in self._values
        )

    def count(self, value):
        return list(self._values).count(value)

    def index(self, value):
        for position, each in enumerate(self._values):
            if value == each:
                return position
        raise ValueError(f"{value!r} not in this container")

    def __repr__(self):
        return f"{self.__class__.__name__}({list(self._values)!r}, name={self.shm.name!r})"


def _list_named(name):
    return ShareableList(name=name)
