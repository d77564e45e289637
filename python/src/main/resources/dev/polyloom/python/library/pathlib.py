"""The module pathlib: paths as objects."""

import fnmatch
import io
import os


def _parse(parts):
    """Returns the root and the parts of a path that is made of texts and paths."""
    root = ""
    names = []
    for part in parts:
        if isinstance(part, PurePath):
            text = str(part)
        else:
            text = os.fspath(part)
            if not isinstance(text, str):
                kind = type(part).__name__
                raise TypeError(
                    "argument should be a str object or an os.PathLike "
                    f"object returning str, not <class '{kind}'>"
                )
        if text.startswith("/"):
            root = "//" if text.startswith("//") and not text.startswith("///") else "/"
            names = []
        names.extend(name for name in text.split("/") if name and name != ".")
    return root, names


class _Parents:
    """The parents of a path, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._count = len(path._names)

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        path = self._path
        return path._of(path._root, path._names[: len(path._names) - index - 1])

    def __repr__(self):
        return "<%s.parents>" % type(self._path).__name__


class PurePath:
    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        return super().__new__(cls)

    def __init__(self, *args):
        self._root, self._names = _parse(args)

    def _of(self, root, names):
        made = type(self)()
        made._root = root
        made._names = names
        return made

    def __str__(self):
        return self._root + "/".join(self._names) or "."

    def __fspath__(self):
        return str(self)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __bytes__(self):
        return os.fsencode(str(self))

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + str(self)

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts < other.parts

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts <= other.parts

    def __gt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts > other.parts

    def __ge__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts >= other.parts

    def __truediv__(self, key):
        if not isinstance(key, (str, os.PathLike)):
            return NotImplemented
        return self.joinpath(key)

    def __rtruediv__(self, key):
        if not isinstance(key, (str, os.PathLike)):
            return NotImplemented
        return self._of(*_parse((key, self)))

    def joinpath(self, *args):
        return self._of(*_parse((self,) + args))

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        return tuple(([self._root] if self._root else []) + self._names)

    @property
    def parent(self):
        return self._of(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return _Parents(self)

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % (name,))
        return self._of(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix,))
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        return self.with_name((name[: -len(old)] if old else name) + suffix)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def is_relative_to(self, *other):
        root, names = _parse(other)
        return root == self._root and names == self._names[: len(names)]

    def relative_to(self, *other):
        root, names = _parse(other)
        if root != self._root or names != self._names[: len(names)]:
            text = root + "/".join(names) or "."
            raise ValueError(
                f"{str(self)!r} is not in the subpath of {text!r}"
                " OR one path is relative and the other is absolute."
            )
        return self._of("", self._names[len(names) :])

    def match(self, path_pattern):
        root, patterns = _parse((path_pattern,))
        if not patterns:
            raise ValueError("empty pattern")
        if root and (root != self._root or len(patterns) != len(self._names)):
            return False
        if len(patterns) > len(self._names):
            return False
        names = self._names[-len(patterns) :]
        return all(fnmatch.fnmatchcase(n, p) for n, p in zip(names, patterns))


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self):
        return os.path.exists(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return os.path.ismount(self)

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def absolute(self):
        return self if self.is_absolute() else self._of(*_parse((os.getcwd(), self)))

    def resolve(self, strict=False):
        if strict:
            os.stat(self)
        return self._of(*_parse((os.path.realpath(self),)))

    def expanduser(self):
        if self._names and not self._root and self._names[0] == "~":
            return self._of(*_parse((os.path.expanduser("~"), *self._names[1:])))
        return self

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % type(data).__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            os.utime(self)
        else:
            self.open("a").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return self._of(*_parse((target,)))

    def replace(self, target):
        os.replace(self, target)
        return self._of(*_parse((target,)))

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def readlink(self):
        return self._of(*_parse((os.readlink(self),)))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def iterdir(self):
        for name in os.listdir(self):
            yield self._of(self._root, self._names + [name])

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in os.walk(self, top_down, on_error, follow_symlinks):
            yield self._of(*_parse((folder,))), folders, files

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: %r" % (pattern,))
        root, patterns = _parse((pattern,))
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        seen = set()
        for found in self._matches(patterns, pattern.endswith("/")):
            if found not in seen:
                seen.add(found)
                yield found

    def rglob(self, pattern):
        root, patterns = _parse((pattern,))
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self.glob("/".join(["**"] + patterns))

    def _matches(self, patterns, folders_only):
        first, *rest = patterns
        if first == "**":
            for folder in self._folders():
                if rest:
                    yield from folder._matches(rest, folders_only)
                else:
                    yield folder
            return
        if not any(c in first for c in "*?["):
            found = [self / first]
            found = [path for path in found if os.path.lexists(path)]
        elif self.is_dir():
            found = [p for p in self.iterdir() if fnmatch.fnmatchcase(p.name, first)]
        else:
            found = []
        for path in found:
            if rest:
                if path.is_dir():
                    yield from path._matches(rest, folders_only)
            elif not folders_only or path.is_dir():
                yield path

    def _folders(self):
        if not self.is_dir():
            return
        yield self
        for path in self.iterdir():
            if path.is_dir() and not path.is_symlink():
                yield from path._folders()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


class PosixPath(Path, PurePosixPath):
    pass


class PureWindowsPath(PurePath):
    def __new__(cls, *args):
        raise NotImplementedError("paths of Windows are not supported here")
