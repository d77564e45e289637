"""The module shutil: copies, moves and removes files and folders."""

import fnmatch
import os


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def _target(src, dst):
    if os.path.isdir(dst):
        return os.path.join(dst, os.path.basename(os.fspath(src)))
    return dst


def copyfileobj(fsrc, fdst, length=0):
    while part := fsrc.read(length or 65536):
        fdst.write(part)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    with open(src, "rb") as source:
        with open(dst, "wb") as target:
            copyfileobj(source, target)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode & 0o777)


def copystat(src, dst, *, follow_symlinks=True):
    status = os.stat(src)
    os.chmod(dst, status.st_mode & 0o777)
    os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns))


def copy(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def ignored(path, names):
        found = []
        for pattern in patterns:
            found.extend(fnmatch.filter(names, pattern))
        return set(found)

    return ignored


def copytree(
    src,
    dst,
    symlinks=False,
    ignore=None,
    copy_function=copy2,
    ignore_dangling_symlinks=False,
    dirs_exist_ok=False,
):
    names = os.listdir(src)
    ignored = ignore(os.fspath(src), names) if ignore is not None else set()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source = os.path.join(src, name)
        target = os.path.join(dst, name)
        try:
            if symlinks and os.path.islink(source):
                os.symlink(os.readlink(source), target)
            elif os.path.isdir(source):
                copytree(
                    source,
                    target,
                    symlinks,
                    ignore,
                    copy_function,
                    ignore_dangling_symlinks,
                    dirs_exist_ok,
                )
            else:
                copy_function(source, target)
        except Error as e:
            errors.extend(e.args[0])
        except OSError as e:
            errors.append((source, target, str(e)))
    copystat(src, dst)
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    def failed(function, place, error):
        if onexc is not None:
            onexc(function, place, error)
        elif onerror is not None:
            onerror(function, place, (type(error), error, error.__traceback__))
        elif not ignore_errors:
            raise error

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
        names = os.listdir(path)
    except OSError as e:
        failed(os.lstat, path, e)
        return
    for name in names:
        place = os.path.join(path, name)
        if os.path.isdir(place) and not os.path.islink(place):
            rmtree(place, ignore_errors, onerror, onexc=onexc)
            continue
        try:
            os.unlink(place)
        except OSError as e:
            failed(os.unlink, place, e)
    try:
        os.rmdir(path)
    except OSError as e:
        failed(os.rmdir, path, e)


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst):
        name = os.path.basename(os.fspath(src).rstrip("/"))
        target = os.path.join(dst, name)
        if os.path.exists(target):
            raise Error("Destination path '%s' already exists" % target)
    try:
        os.rename(src, target)
    except FileNotFoundError:
        raise
    except OSError:
        if os.path.isdir(src):
            copytree(src, target, symlinks=True, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def which(cmd, mode=1, path=None):
    if os.path.dirname(cmd):
        return cmd if os.access(cmd, mode) and not os.path.isdir(cmd) else None
    for folder in (path or os.environ.get("PATH", "/bin:/usr/bin")).split(":"):
        place = os.path.join(folder, cmd)
        if os.path.isfile(place) and os.access(place, mode):
            return place
    return None


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name, usual in (("COLUMNS", fallback[0]), ("LINES", fallback[1])):
        text = os.environ.get(name, "")
        sizes.append(int(text) if text.isdigit() and int(text) > 0 else usual)
    return os.terminal_size(sizes)
