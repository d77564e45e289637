"""The module unittest.mock: objects that note how they are used, in the place of others."""

import asyncio
import contextlib
import functools
import importlib
import inspect
import io
import pprint
import sys
import threading


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel.%s" % self.name


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class InvalidSpecError(Exception):
    pass


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _signature(name, args, kwargs):
    words = [repr(each) for each in args]
    words += ["%s=%r" % pair for pair in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(words))


class _Call(tuple):
    """The arguments of a call, with its name unless there are two parts only."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        own, args, kwargs = "", (), {}
        if len(value) == 3:
            own, args, kwargs = value
        else:
            for part in value:
                if isinstance(part, str):
                    own = part
                elif isinstance(part, tuple):
                    args = part
                else:
                    kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (own, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        return ("", *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return False
        if not isinstance(other, _Call):
            other = _Call(other)
        if self._mock_parent and other._mock_parent and self._mock_parent != other._mock_parent:
            return False
        own, args, kwargs = self._parts()
        name, others, named = other._parts()
        if own and name and own != name:
            return False
        return (others, named) == (args, kwargs)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        name = self._mock_name + "()"
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, attr):
        if attr.startswith("_"):
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name="%s.%s" % (self._mock_name, attr), parent=self, from_kall=False)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call%s" % name if name.startswith("()") else name
        name, args, kwargs = self._parts()
        if not name:
            name = "call"
        elif name.startswith("()"):
            name = "call%s" % name
        else:
            name = "call.%s" % name
        return _signature(name, args, kwargs)

    def call_list(self):
        found = []
        each = self
        while each is not None:
            if each._mock_from_kall:
                found.append(each)
            each = each._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return any(each == value for each in self)
        size = len(value)
        return any(list(self[i:i + size]) == value for i in range(len(self) - size + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


_NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod".split()
_NAMES = (
    "lt gt le ge eq ne getitem setitem delitem len contains iter hash str enter exit neg pos abs "
    "invert complex int float index round trunc floor ceil bool next fspath aenter aexit anext aiter".split()
    + _NUMERIC + ["i" + each for each in _NUMERIC if each != "divmod"]
)
_OPTIONAL = "r" + " r".join(_NUMERIC) + " reversed missing repr format dir get set delete"
_DEFAULT_MAGIC = {"__%s__" % each for each in _NAMES}
_MAGIC = _DEFAULT_MAGIC | {"__%s__" % each for each in _OPTIONAL.split()}
_RESULTS = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented,
    "__ge__": NotImplemented, "__int__": 1, "__contains__": False, "__len__": 0,
    "__exit__": False, "__aexit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1,
}
_PARTS = {
    "return_value", "side_effect", "called", "call_count", "call_args", "call_args_list",
    "mock_calls", "method_calls",
}


def _is_magic(name):
    return len(name) > 4 and name[:2] == "__" and name[-2:] == "__"


def _is_error(value):
    return isinstance(value, BaseException) or (
        isinstance(value, type) and issubclass(value, BaseException)
    )


class NonCallableMock:
    _lock = threading.RLock()

    def __new__(cls, /, *args, **kwargs):
        return object.__new__(type(cls.__name__, (cls,), {"__doc__": cls.__doc__}))

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, unsafe=False, *, _new_name="", _new_parent=None,
                 **kwargs):
        state = self.__dict__
        state["_mock_parent"] = parent
        state["_mock_name"] = name
        state["_mock_new_name"] = _new_name
        state["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        state["_mock_children"] = {}
        state["_mock_wraps"] = wraps
        state["_mock_unsafe"] = unsafe
        state["_spec_set"] = spec_set is not None
        if spec_set is not None:
            spec = spec_set
        state["_spec_class"] = None
        state["_mock_methods"] = None
        if spec is not None:
            if isinstance(spec, (list, tuple)):
                state["_mock_methods"] = list(spec)
            else:
                state["_spec_class"] = spec if isinstance(spec, type) else type(spec)
                state["_mock_methods"] = dir(spec)
        state["_mock_return_value"] = DEFAULT
        state["_mock_side_effect"] = None
        self._clear()
        self._add_magic()
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)

    def _clear(self):
        state = self.__dict__
        state["called"] = False
        state["call_count"] = 0
        state["call_args"] = None
        state["call_args_list"] = _CallList()
        state["mock_calls"] = _CallList()
        state["method_calls"] = _CallList()

    def _add_magic(self):
        pass

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_error(value):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if any(each is self for each in visited):
            return
        visited.append(self)
        self._clear()
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in list(self._mock_children.values()):
            if child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if isinstance(result, NonCallableMock) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda pair: pair[0].count(".")):
            *parts, last = path.split(".")
            target = self
            for part in parts:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        for name in ("_mock_parent", "_mock_new_parent", "_mock_name"):
            mock.__dict__[name] = None
        mock.__dict__["_mock_new_name"] = ""
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__["_spec_set"] = spec_set
        listed = isinstance(spec, (list, tuple))
        self.__dict__["_mock_methods"] = list(spec) if listed else dir(spec)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_children", "_spec_class"):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _MAGIC:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec "
                    f"for the mock if {name!r} is meant to be an attribute."
                )
        with NonCallableMock._lock:
            result = self._mock_children.get(name)
            if result is _deleted:
                raise AttributeError(name)
            if result is None:
                wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
                result = self._get_child_mock(
                    parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self
                )
                self._mock_children[name] = result
        return result

    def __setattr__(self, name, value):
        if name in ("return_value", "side_effect"):
            object.__setattr__(self, name, value)
            return
        if self._spec_set and name not in self._mock_methods and name not in self.__dict__:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _MAGIC:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            self._set_magic(name, value)
            return
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return
        if name not in _PARTS and _adopt(self, value, name, name):
            self._mock_children[name] = value
        self.__dict__[name] = value

    def _set_magic(self, name, value):
        if isinstance(value, NonCallableMock):
            _adopt(self, value, None, name)
            self._mock_children[name] = value

            def method(self, /, *args, **kwargs):
                return value(*args, **kwargs)
        else:

            def method(self, /, *args, **kwargs):
                return value(self, *args, **kwargs)
        setattr(type(self), name, _Magic(method, value))

    def __delattr__(self, name):
        if self._mock_children.get(name) is _deleted:
            raise AttributeError(name)
        self.__dict__.pop(name, None)
        self._mock_children[name] = _deleted

    def _full_name(self):
        names = [self._mock_new_name]
        parent, last = self._mock_new_parent, self
        dot = "" if names == ["()"] else "."
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = "" if parent._mock_new_name == "()" else "."
            parent = parent._mock_new_parent
        names.reverse()
        first = last._mock_name or "mock"
        if len(names) > 1 and names[1] not in ("()", "()."):
            first += "."
        names[0] = first
        return "".join(names)

    def __repr__(self):
        name = self._full_name()
        named = "" if name in ("mock", "mock.") else " name=%r" % name
        spec = ""
        if self._spec_class is not None:
            kind = "spec_set" if self._spec_set else "spec"
            spec = " %s=%r" % (kind, self._spec_class.__name__)
        return "<%s%s%s id='%s'>" % (type(self).__name__, named, spec, id(self))

    def _get_child_mock(self, /, **kwargs):
        kind = type(self).__mro__[1]
        name = kwargs.get("_new_name")
        if self._spec_class is not None and name != "()":
            if asyncio.iscoroutinefunction(getattr(self._spec_class, name, None)):
                return AsyncMock(**kwargs)
        if issubclass(kind, NonCallableMagicMock):
            kind = MagicMock
        elif not issubclass(kind, CallableMixin):
            kind = Mock
        return kind(**kwargs)

    def _calls_repr(self, prefix="Calls"):
        return f"\n{prefix}: {self.mock_calls!r}." if self.mock_calls else ""

    def _named(self, args, kwargs):
        return _signature(self._mock_name or "mock", args, kwargs)

    def _complain(self, text):
        raise AssertionError(
            text % (self._mock_name or "mock", self.call_count, self._calls_repr())
        )

    def assert_not_called(self):
        if self.call_count != 0:
            self._complain("Expected '%s' to not have been called. Called %s times.%s")

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(
                "Expected '%s' to have been called." % (self._mock_name or "mock")
            )

    def assert_called_once(self):
        if self.call_count != 1:
            self._complain("Expected '%s' to have been called once. Called %s times.%s")

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            actual = "not called."
        elif self.call_args == _Call((args, kwargs), two=True):
            return
        else:
            actual = self._named(*self.call_args)
        raise AssertionError(
            "expected call not found.\nExpected: %s\n  Actual: %s"
            % (self._named(args, kwargs), actual)
        )

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            self._complain("Expected '%s' to be called once. Called %s times.%s")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.call_args_list:
            raise AssertionError("%s call not found" % self._named(args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        expected = list(calls)
        if not any_order:
            if expected not in self.mock_calls:
                actual = self._calls_repr(prefix="  Actual").rstrip(".")
                raise AssertionError(
                    f"Calls not found.\nExpected: {_CallList(expected)}{actual}"
                )
            return
        left = list(self.mock_calls)
        missing = []
        for each in expected:
            for i, made in enumerate(left):
                if made == each:
                    del left[i]
                    break
            else:
                missing.append(each)
        if missing:
            raise AssertionError(
                "%r does not contain all of %r in its call list, found %r instead"
                % (self._mock_name or "mock", tuple(missing), left)
            )


class _Magic:
    """A special method of a mock: itself a mock where it is asked for by name."""

    def __init__(self, method, value):
        self.method = method
        self.value = value

    def __get__(self, owner, kind=None):
        if owner is None or isinstance(self.value, NonCallableMock):
            return self.value
        return functools.partial(self.method, owner)


def _adopt(parent, value, name, new_name):
    """Makes a mock without a name or a parent the child of another."""
    if not isinstance(value, NonCallableMock):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None or (
        value._mock_new_parent is not None
    ):
        return False
    each = parent
    while each is not None:
        if each is value:
            return False
        each = each._mock_new_parent
    value.__dict__["_mock_new_parent"] = parent
    value.__dict__["_mock_new_name"] = new_name
    if name:
        value.__dict__["_mock_parent"] = parent
        value.__dict__["_mock_name"] = name
    return True


class CallableMixin:
    def __call__(self, /, *args, **kwargs):
        with NonCallableMock._lock:
            self._note(args, kwargs)
        return self._answer(args, kwargs)

    def _note(self, args, kwargs):
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        is_method = self._mock_parent is not None
        method_name = self._mock_name
        name = self._mock_new_name
        is_call = name == "()"
        self.mock_calls.append(_Call(("", args, kwargs)))
        parent = self._mock_new_parent
        while parent is not None:
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = parent._mock_name + "." + method_name
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                dot = "" if is_call else "."
                is_call = parent._mock_new_name == "()"
                name = parent._mock_new_name + dot + name
            parent = parent._mock_new_parent

    def _answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if _is_error(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if not callable(effect) and _is_error(result):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self._mock_return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass


class NonCallableMagicMock(NonCallableMock):
    def _add_magic(self):
        methods = self._mock_methods
        for name in _DEFAULT_MAGIC:
            if methods is None or name in methods:
                setattr(type(self), name, _Lazy(name))


class MagicMock(CallableMixin, NonCallableMagicMock):
    pass


class AsyncMockMixin:
    def _clear(self):
        super()._clear()
        self.__dict__["await_count"] = 0
        self.__dict__["await_args"] = None
        self.__dict__["await_args_list"] = _CallList()

    async def _awaited(self, args, kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self._mock_side_effect
        if effect is not None and not _is_error(effect):
            if callable(effect):
                result = effect(*args, **kwargs)
                if asyncio.iscoroutine(result):
                    result = await result
            else:
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_error(result):
                    raise result
            if result is not DEFAULT:
                return result
            if self._mock_return_value is not DEFAULT:
                return self._mock_return_value
            return self.return_value
        if self._mock_wraps is not None and self._mock_return_value is DEFAULT and effect is None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if asyncio.iscoroutine(result) else result
        return self._answer(args, kwargs)

    def __call__(self, /, *args, **kwargs):
        with NonCallableMock._lock:
            self._note(args, kwargs)
        return self._awaited(args, kwargs)

    def _expect(self, holds, text):
        if not holds:
            raise AssertionError(text)

    def assert_awaited(self):
        self._expect(
            self.await_count, f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        self._expect(
            self.await_count == 1,
            f"Expected {self._mock_name or 'mock'} to have been awaited once."
            f" Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        expected = self._named(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        actual = self._named(*self.await_args)
        self._expect(
            self.await_args == _Call((args, kwargs), two=True),
            f"expected await not found.\nExpected: {expected}\nActual: {actual}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        self._expect(
            _Call((args, kwargs), two=True) in self.await_args_list,
            f"{self._named(args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        wanted = [_Call(tuple(each)[-2:], two=True) for each in calls]
        awaited = list(self.await_args_list)
        if any_order:
            self._expect(
                all(each in awaited for each in wanted), f"{wanted!r} not all found in await list")
            return
        size = len(wanted)
        self._expect(
            any(awaited[i:i + size] == wanted for i in range(len(awaited) - size + 1)),
            f"Awaits not found.\nExpected: {wanted!r}\nActual: {self.await_args_list!r}")

    def assert_not_awaited(self):
        self._expect(
            self.await_count == 0,
            f"Expected {self._mock_name or 'mock'} to not have been awaited."
            f" Awaited {self.await_count} times.")


class AsyncMock(AsyncMockMixin, MagicMock):
    """A mock whose calls are awaited."""

    def _get_child_mock(self, /, **kwargs):
        methods = self._mock_methods
        name = kwargs.get("_new_name")
        if name == "()" or name in _MAGIC:
            return MagicMock(**kwargs)
        if methods is not None and self._spec_class is not None:
            member = getattr(self._spec_class, name, None)
            if not asyncio.iscoroutinefunction(member):
                return MagicMock(**kwargs)
        return AsyncMock(**kwargs)


class _SpecMixin:
    """Checks the arguments of calls by the signature of what it stands for."""

    def __call__(self, /, *args, **kwargs):
        check = self.__dict__.get("_spec_signature")
        if check is not None:
            check.bind(*args, **kwargs)
        return super().__call__(*args, **kwargs)


class _SpecMock(_SpecMixin, MagicMock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)


class _AsyncSpecMock(_SpecMixin, AsyncMock):
    pass


def _signature_of(spec, bound):
    try:
        found = inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    if bound:
        found = found.replace(parameters=list(found.parameters.values())[1:])
    return found


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, **kwargs):
    """Returns a mock that has the attributes of something, and checks the arguments of calls."""
    is_type = isinstance(spec, type)
    if asyncio.iscoroutinefunction(spec):
        made = _AsyncSpecMock(name=_name or getattr(spec, "__name__", None), **kwargs)
        made.__dict__["_spec_signature"] = _signature_of(spec, False)
        return made
    if inspect.isroutine(spec):
        made = _SpecMock(name=_name or spec.__name__, **kwargs)
        made.__dict__["_spec_signature"] = _signature_of(spec, False)
        return made
    given = {"spec_set" if spec_set else "spec": spec}
    made = _SpecMock(name=_name, **given, **kwargs)
    if is_type and not instance:
        made.__dict__["_spec_signature"] = _signature_of(spec, False)
        if "return_value" not in kwargs:
            made.return_value = create_autospec(spec, spec_set, True, _name="()", _parent=made)
    owner = spec if is_type else type(spec)
    for name in dir(spec):
        if _is_magic(name):
            continue
        member = inspect.getattr_static(owner, name, None)
        bound = not isinstance(member, (staticmethod, classmethod)) and (instance or not is_type)
        function = getattr(spec, name, None)
        if not inspect.isroutine(function):
            continue
        kind = _AsyncSpecMock if asyncio.iscoroutinefunction(function) else _SpecMock
        child = kind(name=name, parent=made, _new_name=name, _new_parent=made)
        plain = getattr(function, "__func__", function)
        skip = bound or isinstance(member, classmethod)
        child.__dict__["_spec_signature"] = _signature_of(plain, skip)
        made._mock_children[name] = child
    return made


def seal(mock):
    """Lets a mock make no further attributes."""
    mock.__dict__["_mock_methods"] = list(mock._mock_children)
    for child in mock._mock_children.values():
        if isinstance(child, NonCallableMock):
            seal(child)


class _Lazy:
    """A special method of a mock that nobody has asked for."""

    def __init__(self, name):
        self.name = name

    def __get__(self, owner, kind=None):
        if owner is None:
            return self
        name = self.name
        if name in ("__aenter__", "__aexit__", "__anext__"):
            made = AsyncMock(name=name, _new_name=name, _new_parent=owner)
        else:
            made = owner._get_child_mock(name=name, _new_name=name, _new_parent=owner)
        if name in _RESULTS:
            made.return_value = _RESULTS[name]
        elif name == "__hash__":
            made.return_value = id(owner) >> 4
        elif name == "__str__":
            made.return_value = repr(owner)
        elif name == "__eq__":
            made.side_effect = _same(owner, made)
        elif name == "__ne__":
            made.side_effect = lambda other: False if owner is other else NotImplemented
        elif name == "__iter__":
            made.side_effect = _walk(made)
        elif name == "__aiter__":
            made.side_effect = _async_walk(made)
        setattr(owner, name, made)
        return made


def _same(owner, method):
    def same(other):
        if method._mock_return_value is not DEFAULT:
            return method._mock_return_value
        return True if owner is other else NotImplemented

    return same


def _async_walk(method):
    async def over(values):
        for each in values:
            yield each

    def walk():
        given = method._mock_return_value
        return over([] if given is DEFAULT else given)

    return walk


def _walk(method):
    def walk():
        value = method._mock_return_value
        return iter([]) if value is DEFAULT else iter(value)

    return walk


class PropertyMock(Mock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, owner, kind=None):
        return self()

    def __set__(self, owner, value):
        self(value)


class _patch:
    def __init__(self, getter, attribute, new, create, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.create = create
        self.new_callable = new_callable
        self.kwargs = kwargs

    def copy(self):
        return _patch(self.getter, self.attribute, self.new, self.create, self.new_callable,
                      self.kwargs)

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(function, name)):
                    setattr(function, name, self.copy()(getattr(function, name)))
            return function
        if hasattr(function, "patchings"):
            function.patchings.append(self)
            return function

        @functools.wraps(function)
        def patched(*args, **kwargs):
            with contextlib.ExitStack() as stack:
                made = [stack.enter_context(each) for each in patched.patchings]
                added = tuple(
                    mock for each, mock in zip(patched.patchings, made) if each.new is DEFAULT
                )
                return function(*args, *added, **kwargs)

        patched.patchings = [self]
        return patched

    def __enter__(self):
        target = self.target = self.getter()
        name = self.attribute
        owned = getattr(target, "__dict__", {})
        self.local = name in owned
        before = owned[name] if self.local else getattr(target, name, DEFAULT)
        if before is DEFAULT and not self.create:
            raise AttributeError("%s does not have the attribute %r" % (target, name))
        self.before = before
        new = self.new
        if new is DEFAULT:
            kwargs = dict(self.kwargs)
            kind = MagicMock if self.new_callable is None else self.new_callable
            if self.new_callable is None and asyncio.iscoroutinefunction(before):
                kind = AsyncMock
            for each in ("spec", "spec_set"):
                if kwargs.get(each) is True:
                    kwargs[each] = before
            if self.new_callable is None or (
                isinstance(kind, type) and issubclass(kind, NonCallableMock)
            ):
                kwargs.setdefault("name", name)
            autospec = kwargs.pop("autospec", None)
            if autospec:
                kwargs.pop("name", None)
                spec = before if autospec is True else autospec
                new = create_autospec(spec, _name=name, **kwargs)
            else:
                new = kind(**kwargs)
        setattr(target, name, new)
        return new

    def __exit__(self, *details):
        if self.before is DEFAULT or not self.local and isinstance(self.target, type):
            delattr(self.target, self.attribute)
        else:
            setattr(self.target, self.attribute, self.before)
        return False

    def start(self):
        result = self.__enter__()
        patch._active.append(self)
        return result

    def stop(self):
        if any(each is self for each in patch._active):
            patch._active[:] = [each for each in patch._active if each is not self]
            return self.__exit__(None, None, None)
        return None


def _imported(path):
    first, *rest = path.split(".")
    target = sys.modules.get(first)
    if target is None:
        target = importlib.import_module(first)
    for part in rest:
        try:
            target = getattr(target, part)
        except AttributeError:
            importlib.import_module(path)
            target = getattr(target, part)
    return target


class _Patch:
    """What patch is: a function with functions of its own."""

    TEST_PREFIX = "test"

    def __init__(self):
        self._active = []

    def __call__(self, target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                 new_callable=None, **kwargs):
        path, dot, attribute = target.rpartition(".")
        if not dot:
            raise TypeError(
                f"Need a valid target to patch. You supplied: {target!r}"
            )
        return self._made(lambda: _imported(path), attribute, new, create, new_callable,
                          spec, spec_set, autospec, kwargs)

    def object(self, target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
               autospec=None, new_callable=None, **kwargs):
        if isinstance(target, str):
            raise TypeError(
                f"{target!r} must be the actual object to be patched, not a str"
            )
        return self._made(lambda: target, attribute, new, create, new_callable,
                          spec, spec_set, autospec, kwargs)

    @staticmethod
    def _made(getter, attribute, new, create, new_callable, spec, spec_set, autospec, kwargs):
        for name, value in (("spec", spec), ("spec_set", spec_set), ("autospec", autospec)):
            if value is not None:
                kwargs[name] = value
        return _patch(getter, attribute, new, create, new_callable, kwargs)

    def dict(self, in_dict, values=(), clear=False, **kwargs):
        return _patch_dict(in_dict, values, clear, kwargs)

    def stopall(self):
        for each in list(reversed(self._active)):
            each.stop()


class _patch_dict:
    def __init__(self, in_dict, values, clear, kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear

    def __call__(self, function):
        @functools.wraps(function)
        def patched(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            path, _, name = self.in_dict.rpartition(".")
            self.in_dict = getattr(_imported(path), name)
        self.before = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *details):
        self.in_dict.clear()
        self.in_dict.update(self.before)
        return False

    def start(self):
        result = self.__enter__()
        patch._active.append(self)
        return result

    def stop(self):
        patch._active[:] = [each for each in patch._active if each is not self]
        return self.__exit__(None, None, None)


patch = _Patch()
_FILE = (
    "read readline readlines write writelines close flush seek tell truncate readable writable "
    "seekable isatty fileno name mode closed encoding newlines __enter__ __exit__ __iter__ "
    "__next__".split()
)


FILTER_DIR = True


def mock_open(mock=None, read_data=""):
    def stream():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    state = [stream()]
    if mock is None:
        mock = MagicMock(name="open")
    handle = MagicMock(spec=_FILE)
    handle.__enter__.return_value = handle
    handle.write.return_value = None

    def reading(name):
        def read(*args, **kwargs):
            return getattr(state[0], name)(*args, **kwargs)

        return read

    handle.read.side_effect = reading("read")
    handle.readline.side_effect = reading("readline")
    handle.readlines.side_effect = reading("readlines")
    handle.__iter__.side_effect = lambda: iter(state[0])
    handle.__next__.side_effect = lambda: next(state[0])

    def opened(*args, **kwargs):
        state[0] = stream()
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock
