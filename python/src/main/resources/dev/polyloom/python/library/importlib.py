"""Imports whose names a program makes."""

import sys


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError(
                "the 'package' argument is required to perform a relative import for %r" % name
            )
        level = len(name) - len(name.lstrip("."))
        parts = package.split(".")
        if level > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        name = ".".join(parts[: len(parts) - level + 1]) + "." + name[level:]
    return __import__(name, fromlist=["*"])


def reload(module):
    if module.__name__ not in sys.modules:
        raise ImportError("module %s not in sys.modules" % module.__name__)
    return module


def invalidate_caches():
    pass
