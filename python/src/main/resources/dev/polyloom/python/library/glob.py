"""The module glob: the files that match a pattern."""

import fnmatch
import os


def has_magic(s):
    return any(c in s for c in "*?[")


def escape(pathname):
    return "".join("[%s]" % c if c in "*?[" else c for c in pathname)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(
        iglob(
            pathname,
            root_dir=root_dir,
            recursive=recursive,
            include_hidden=include_hidden,
        )
    )


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root = os.fspath(root_dir) if root_dir is not None else ""
    for found in _matches(root, os.fspath(pathname), recursive, include_hidden, False):
        if found:
            yield found


def _matches(root, path, recursive, hidden, folders_only):
    folder, name = os.path.split(path)
    if not has_magic(path):
        if os.path.lexists(os.path.join(root, path)) if name else os.path.isdir(
            os.path.join(root, folder)
        ):
            yield path
        return
    if folder and folder != path and has_magic(folder):
        folders = _matches(root, folder, recursive, hidden, True)
    else:
        folders = [folder]
    for each in folders:
        for found in _in_folder(root, each, name, recursive, hidden, folders_only):
            yield os.path.join(each, found)


def _in_folder(root, folder, name, recursive, hidden, folders_only):
    place = os.path.join(root, folder)
    if name == "**" and recursive:
        yield from _below(place, hidden, folders_only)
    elif has_magic(name):
        names = _names(place, folders_only)
        if not hidden and not name.startswith("."):
            names = [each for each in names if not each.startswith(".")]
        yield from fnmatch.filter(names, name)
    elif name == "":
        if os.path.isdir(place):
            yield name
    elif os.path.lexists(os.path.join(place, name)):
        yield name


def _names(place, folders_only):
    try:
        names = os.listdir(place or ".")
    except OSError:
        return []
    if folders_only:
        names = [name for name in names if os.path.isdir(os.path.join(place, name))]
    return names


def _below(place, hidden, folders_only):
    if not os.path.isdir(place or "."):
        return
    yield ""
    yield from _deeper(place, hidden, folders_only)


def _deeper(place, hidden, folders_only):
    for name in _names(place, folders_only):
        if hidden or not name.startswith("."):
            yield name
            path = os.path.join(place, name) if place else name
            if os.path.isdir(path):
                for found in _deeper(path, hidden, folders_only):
                    yield os.path.join(name, found)
