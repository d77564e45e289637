"""The module platform: what the program runs on."""

import os
import sys

_system, _node, _release, _version, _machine = os.uname()


def system():
    return _system


def node():
    return _node


def release():
    return _release


def version():
    return _version


def machine():
    return _machine


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return "64bit", "ELF"


def platform(aliased=False, terse=False):
    if terse:
        return f"{_system}-{_release}"
    return f"{_system}-{_release}-{_machine}"


def python_version():
    return "%d.%d.%d" % tuple(sys.version_info[:3])


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"


def python_compiler():
    return "polyloom"


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "main", ""
