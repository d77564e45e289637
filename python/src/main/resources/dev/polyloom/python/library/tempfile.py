"""The module tempfile: files and folders for a while."""

import io
import os
import random
import shutil

template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_random = random.Random()


def gettempdir():
    global tempdir
    if tempdir is None:
        for folder in (os.getenv("TMPDIR"), os.getenv("TEMP"), os.getenv("TMP"), "/tmp"):
            if folder and os.path.isdir(folder):
                tempdir = os.path.abspath(folder)
                break
        else:
            tempdir = os.getcwd()
    return tempdir


def gettempprefix():
    return template


def gettempdirb():
    return os.fsencode(gettempdir())


def gettempprefixb():
    return os.fsencode(gettempprefix())


def _names(suffix, prefix, dir):
    folder = gettempdir() if dir is None else os.fspath(dir)
    while True:
        middle = "".join(_random.choices(_LETTERS, k=8))
        name = (template if prefix is None else prefix) + middle + (suffix or "")
        yield os.path.abspath(os.path.join(folder, name))


def mkdtemp(suffix=None, prefix=None, dir=None):
    for path in _names(suffix, prefix, dir):
        try:
            os.mkdir(path, 0o700)
            return path
        except FileExistsError:
            continue


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    for path in _names(suffix, prefix, dir):
        try:
            with open(path, "xb") as file:
                return file.fileno(), path
        except FileExistsError:
            continue


def mktemp(suffix="", prefix=template, dir=None):
    for path in _names(suffix, prefix, dir):
        if not os.path.lexists(path):
            return path


class _TemporaryFile:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._on_close = delete_on_close

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        if not self.file.closed:
            self.file.close()
        if self.delete and os.path.exists(self.name):
            os.unlink(self.name)


def NamedTemporaryFile(
    mode="w+b",
    buffering=-1,
    encoding=None,
    newline=None,
    suffix=None,
    prefix=None,
    dir=None,
    delete=True,
    *,
    errors=None,
    delete_on_close=True,
):
    name = mkstemp(suffix, prefix, dir)[1]
    file = open(name, mode, buffering, encoding, errors, newline)
    return _TemporaryFile(file, name, delete, delete_on_close)


def TemporaryFile(
    mode="w+b",
    buffering=-1,
    encoding=None,
    newline=None,
    suffix=None,
    prefix=None,
    dir=None,
    *,
    errors=None,
):
    name = mkstemp(suffix, prefix, dir)[1]
    file = open(name, mode, buffering, encoding, errors, newline)
    os.unlink(name)
    return file


class SpooledTemporaryFile:
    def __init__(self, max_size=0, mode="w+b", **kwargs):
        self._file = io.BytesIO() if "b" in mode else io.StringIO()

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self._file.close()

    def __iter__(self):
        return iter(self._file)

    def rollover(self):
        pass


class TemporaryDirectory:
    def __init__(
        self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True
    ):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._delete = delete

    def __repr__(self):
        return "<TemporaryDirectory %r>" % self.name

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)
