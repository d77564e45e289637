# Follows CPython's Lib/inspect.py, Copyright (c) Python Software Foundation; see LICENSE-PSF.txt.
"""The module inspect: what functions, classes and objects are like."""

import asyncio
import collections
import sys
import types
from _frames import source_lines_of, source_line
from collections import OrderedDict


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return asyncio.iscoroutine(object) and not isgenerator(object)


def iscoroutinefunction(object):
    if ismethod(object):
        object = object.__func__
    return isfunction(object) and asyncio.iscoroutinefunction(object)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    results = []
    names = set(dir(object))
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    results.sort(key=lambda pair: pair[0])
    return results


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        content = len(line.lstrip())
        if content:
            indent = len(line) - content
            margin = indent if margin is None else min(margin, indent)
    if lines:
        lines[0] = lines[0].lstrip()
    if margin is not None:
        for i in range(1, len(lines)):
            lines[i] = lines[i][margin:]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        for base in object.__mro__[1:]:
            if base.__doc__ is not None and base.__module__ != "builtins":
                doc = base.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


class _empty:
    """Marks what is not there."""


_KINDS = (
    "POSITIONAL_ONLY",
    "POSITIONAL_OR_KEYWORD",
    "VAR_POSITIONAL",
    "KEYWORD_ONLY",
    "VAR_KEYWORD",
)
_WORDS = (
    "positional-only",
    "positional or keyword",
    "variadic positional",
    "keyword-only",
    "variadic keyword",
)


class _ParameterKind(int):
    @property
    def name(self):
        return _KINDS[self]

    @property
    def description(self):
        return _WORDS[self]

    def __str__(self):
        return _KINDS[self]

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (_KINDS[self], int(self))


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY = _ParameterKind(0)
    POSITIONAL_OR_KEYWORD = _ParameterKind(1)
    VAR_POSITIONAL = _ParameterKind(2)
    KEYWORD_ONLY = _ParameterKind(3)
    VAR_KEYWORD = _ParameterKind(4)
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if default is not _empty and kind in (2, 4):
            raise ValueError("%s parameters cannot have default values" % _WORDS[kind])
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a %s" % type(name).__name__)
        if not name.isidentifier():
            raise ValueError("%r is not a valid parameter name" % name)
        self.name = name
        self.kind = _ParameterKind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        return type(self)(
            self.name if name is None else name,
            self.kind if kind is None else kind,
            default=self.default if default is None else default,
            annotation=self.annotation if annotation is None else annotation,
        )

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text = "%s: %s" % (text, formatannotation(self.annotation))
        if self.default is not _empty:
            between = " = " if self.annotation is not _empty else "="
            text = text + between + repr(self.default)
        return {2: "*", 4: "**"}.get(int(self.kind), "") + text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        mine = (self.name, self.kind, self.default, self.annotation)
        return mine == (other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        args = []
        for name, param in self.signature.parameters.items():
            if param.kind in (3, 4) or name not in self.arguments:
                break
            if param.kind == 2:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, param in self.signature.parameters.items():
            if not started:
                if param.kind in (3, 4):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if param.kind == 4:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        new = {}
        for name, param in self.signature.parameters.items():
            if name in self.arguments:
                new[name] = self.arguments[name]
            elif param.default is not _empty:
                new[name] = param.default
            elif param.kind == 2:
                new[name] = ()
            elif param.kind == 4:
                new[name] = {}
        self.arguments = new

    def __repr__(self):
        items = ", ".join("%s=%r" % pair for pair in self.arguments.items())
        return "<BoundArguments (%s)>" % items


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType(
            OrderedDict((each.name, each) for each in parameters or ())
        )
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(
            self.parameters.values() if parameters is None else parameters,
            return_annotation=self.return_annotation
            if return_annotation is None
            else return_annotation,
        )

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        left = list(args)
        named = dict(kwargs)
        for param in self.parameters.values():
            name, kind = param.name, param.kind
            if kind > 2 and left:
                raise TypeError("too many positional arguments")
            if kind == 2:
                if left:
                    arguments[name] = tuple(left)
                    left = []
            elif kind == 4:
                if named:
                    arguments[name] = named
                    named = {}
            elif kind in (0, 1) and left:
                if kind == 1 and name in named:
                    raise TypeError("multiple values for argument %r" % name)
                arguments[name] = left.pop(0)
            elif kind != 0 and name in named:
                arguments[name] = named.pop(name)
            elif param.default is _empty and not partial:
                raise TypeError("missing a required argument: %r" % name)
        if left:
            raise TypeError("too many positional arguments")
        if named:
            raise TypeError("got an unexpected keyword argument %r" % next(iter(named)))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        mine = (list(self.parameters.values()), self.return_annotation)
        return mine == (list(other.parameters.values()), other.return_annotation)

    def __str__(self):
        result = []
        positional_only = False
        star = True
        for param in self.parameters.values():
            kind = param.kind
            if kind == 0:
                positional_only = True
            elif positional_only:
                result.append("/")
                positional_only = False
            if kind == 2:
                star = False
            elif kind == 3 and star:
                result.append("*")
                star = False
            result.append(str(param))
        if positional_only:
            result.append("/")
        text = "(%s)" % ", ".join(result)
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self


def _of_function(func):
    notes = func.__annotations__
    parameters = [
        Parameter(
            name,
            kind,
            default=default if has_default else _empty,
            annotation=notes.get(name, _empty),
        )
        for name, kind, has_default, default in types._parameters(func)
    ]
    return Signature(parameters, return_annotation=notes.get("return", _empty))


def _without_first(found):
    return found.replace(parameters=list(found.parameters.values())[1:])


def signature(obj):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if hasattr(obj, "__signature__"):
        return obj.__signature__
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    if hasattr(obj, "__signature__"):
        return obj.__signature__
    if isfunction(obj):
        return _of_function(obj)
    if isclass(obj):
        for name in ("__new__", "__init__"):
            for base in obj.__mro__:
                found = base.__dict__.get(name)
                if isinstance(found, staticmethod):
                    found = found.__func__
                if isfunction(found):
                    return _without_first(_of_function(found))
        return Signature()
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_of_function(call))
    raise ValueError("no signature found for builtin %r" % (obj,))


Traceback = collections.namedtuple(
    "Traceback", ["filename", "lineno", "function", "code_context", "index"])
FrameInfo = collections.namedtuple(
    "FrameInfo", ["frame", "filename", "lineno", "function", "code_context", "index"])


def isframe(object):
    return type(object).__name__ == "frame"


def iscode(object):
    return type(object).__name__ == "code"


def istraceback(object):
    return type(object).__name__ == "traceback"


def currentframe():
    return sys._getframe(1)


def _context(frame, lineno, context):
    line = source_line(frame.f_code.co_filename, lineno) if context else ""
    return ([line + "\n"], 0) if line else (None, None)


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
    lines, index = _context(frame, lineno, context)
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    frames = []
    while frame:
        frames.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return frames


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 512


def _state(kind, running, suspended, closed):
    if running:
        return kind + "_RUNNING"
    if suspended:
        return kind + "_SUSPENDED"
    return kind + ("_CLOSED" if closed else "_CREATED")


def getgeneratorstate(generator):
    return _state(
        "GEN", generator.gi_running, generator.gi_suspended, generator._closed)


def getcoroutinestate(coroutine):
    return _state(
        "CORO", coroutine.cr_running, coroutine.cr_suspended, coroutine._closed)


def isgeneratorfunction(obj):
    if ismethod(obj):
        obj = obj.__func__
    return isfunction(obj) and bool(obj.__code__.co_flags & CO_GENERATOR)


def isasyncgenfunction(obj):
    if ismethod(obj):
        obj = obj.__func__
    return isfunction(obj) and bool(obj.__code__.co_flags & CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return type(object).__name__ == "async_generator"


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__") or isinstance(object, property)


FullArgSpec = collections.namedtuple(
    "FullArgSpec",
    ["args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations"])


def getfullargspec(func):
    found = signature(func)
    args, defaults, kwonly, kwdefaults = [], [], [], {}
    varargs = varkw = None
    annotations = {}
    if found.return_annotation is not Signature.empty:
        annotations["return"] = found.return_annotation
    for name, each in found.parameters.items():
        if each.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(name)
            if each.default is not Parameter.empty:
                defaults.append(each.default)
        elif each.kind == Parameter.VAR_POSITIONAL:
            varargs = name
        elif each.kind == Parameter.KEYWORD_ONLY:
            kwonly.append(name)
            if each.default is not Parameter.empty:
                kwdefaults[name] = each.default
        else:
            varkw = name
        if each.annotation is not Parameter.empty:
            annotations[name] = each.annotation
    return FullArgSpec(
        args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    spec = getfullargspec(func)
    ordered = {name: bound.arguments[name] for name in spec.args}
    for name in (spec.varargs, spec.varkw):
        if name:
            ordered[name] = bound.arguments[name]
    ordered.update((name, bound.arguments[name]) for name in spec.kwonlyargs)
    return ordered


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(obj, "__annotations__", None) or {})


def getattr_static(obj, attr, *default):
    for each in [obj] if not isclass(obj) else []:
        found = getattr(each, "__dict__", {})
        if attr in found:
            return found[attr]
    for each in (obj if isclass(obj) else type(obj)).__mro__:
        if attr in each.__dict__:
            return each.__dict__[attr]
    if default:
        return default[0]
    raise AttributeError(attr)


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getfile(object):
    if ismodule(object):
        return object.__file__
    if isclass(object):
        return sys.modules[object.__module__].__file__
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__.co_filename
    if isframe(object):
        return object.f_code.co_filename
    if iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, got "
        + type(object).__name__)


def getsourcefile(object):
    return getfile(object)


def _block(lines, start):
    """Returns the lines of the statement that begins at an index, decorators included."""
    first = lines[start]
    indent = len(first) - len(first.lstrip())
    end = start
    header = True
    depth = 0
    last = start
    while end < len(lines):
        line = lines[end]
        text = line.strip()
        if not header and text and depth == 0:
            inside = len(line) - len(line.lstrip()) > indent
            if not inside and not (text.startswith("#") and inside):
                break
        if text:
            last = end
        depth += sum(text.count(each) for each in "([{") - sum(text.count(each) for each in ")]}")
        if header and depth == 0 and not text.startswith("@"):
            header = False
            if not text.endswith(":") and "lambda" in text:
                break
        end += 1
    return lines[start:last + 1]


def getsourcelines(object):
    if ismethod(object):
        object = object.__func__
    object = unwrap(object)
    if ismodule(object):
        return source_lines_of(object.__file__), 0
    lines = source_lines_of(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if isclass(object):
        name = object.__name__
        for at, line in enumerate(lines):
            if line.strip().startswith(("class " + name + ":", "class " + name + "(")):
                while at > 0 and lines[at - 1].strip().startswith("@"):
                    at -= 1
                return _block(lines, at), at + 1
        raise OSError("could not find class definition")
    number = object.__code__.co_firstlineno
    return _block(lines, number - 1), number


def getsource(object):
    lines, number = getsourcelines(object)
    return "".join(lines)
