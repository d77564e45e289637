"""The module getopt: options of commands as in C."""

import os


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(opts, text, longopts, args):
    name, equals, value = text.partition("=")
    matches = [each for each in longopts if each.startswith(name)]
    if not matches:
        raise GetoptError("option --%s not recognized" % name, name)
    if name in matches:
        found, needs = name, False
    elif name + "=" in matches:
        found, needs = name, True
    elif len(matches) > 1:
        raise GetoptError("option --%s not a unique prefix" % name, name)
    else:
        needs = matches[0].endswith("=")
        found = matches[0].rstrip("=")
    if needs and not equals:
        if not args:
            raise GetoptError("option --%s requires argument" % found, found)
        value, args = args[0], args[1:]
    elif equals and not needs:
        raise GetoptError("option --%s must not have an argument" % found, found)
    opts.append(("--" + found, value))
    return args


def _short(opts, text, shortopts, args):
    while text:
        name, text = text[0], text[1:]
        at = shortopts.find(name)
        if at < 0 or name == ":":
            raise GetoptError("option -%s not recognized" % name, name)
        value = ""
        if shortopts[at + 1 : at + 2] == ":":
            if not text:
                if not args:
                    raise GetoptError("option -%s requires argument" % name, name)
                text, args = args[0], args[1:]
            value, text = text, ""
        opts.append(("-" + name, value))
    return args


def getopt(args, shortopts, longopts=[]):
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        first, args = args[0], args[1:]
        if first == "--":
            break
        if first.startswith("--"):
            args = _long(opts, first[2:], longopts, args)
        else:
            args = _short(opts, first[1:], shortopts, args)
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    opts = []
    plain = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    strict = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.lstrip("+")
    while args:
        first, args = args[0], args[1:]
        if first == "--":
            plain += args
            break
        if first.startswith("--"):
            args = _long(opts, first[2:], longopts, args)
        elif first.startswith("-") and first != "-":
            args = _short(opts, first[1:], shortopts, args)
        elif strict:
            plain += [first] + args
            break
        else:
            plain.append(first)
    return opts, plain
