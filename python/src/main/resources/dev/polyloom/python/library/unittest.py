"""Tests of a program: cases, suites, and what runs them and tells of them."""

import contextlib
import functools
import re
import sys
import time
import traceback
import warnings

_MODULE = "unittest.py"


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


def _identity(function):
    return function


def skip(reason):
    def mark(item):
        if not isinstance(item, type):

            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ""
        return mark(item)
    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else _identity


def skipUnless(condition, reason):
    return _identity if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def _safe(value, short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    if not short or len(text) < 80:
        return text
    return text[:80] + " [truncated]..."


def _shorten(text, prefix, suffix):
    cut = len(text) - prefix - suffix
    if cut > 12:
        text = "%s[%d chars]%s" % (text[:prefix], cut, text[len(text) - suffix :])
    return text


def _shortened(*values):
    texts = [_safe(value) for value in values]
    longest = max(len(text) for text in texts)
    if longest <= 80:
        return tuple(texts)
    shared = 0
    while all(shared < len(t) and t[shared] == texts[0][shared] for t in texts):
        shared += 1
    common = 80 - (longest - shared) - 12 - 5 - 12
    if common > 5:
        prefix = _shorten(texts[0][:shared], 5, common)
        return tuple(prefix + text[shared:] for text in texts)
    prefix = _shorten(texts[0][:shared], 5, 5)
    return tuple(prefix + _shorten(text[shared:], 5, 5) for text in texts)


class _Outcome:
    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting = False
        self.expected = None

    @contextlib.contextmanager
    def part(self, test, sub=False):
        before = self.success
        self.success = True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            self.result.addSkip(test, str(e))
        except _ShouldStop:
            pass
        except BaseException as e:
            info = (type(e), e, e.__traceback__)
            if self.expecting:
                self.expected = info
            else:
                self.success = False
                if sub:
                    self.result.addSubTest(test.test_case, test, info)
                elif issubclass(info[0], test.failureException):
                    self.result.addFailure(test, info)
                else:
                    self.result.addError(test, info)
        else:
            if sub and self.success:
                self.result.addSubTest(test.test_case, test, None)
        finally:
            self.success = self.success and before


class _Raising:
    def __init__(self, expected, case, pattern=None, message=None):
        self.case = case
        self.expected = expected
        self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.msg = message
        self.of = None

    def handle(self, name, args, kwargs):
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(
                    "%r is an invalid keyword argument for this function" % (next(iter(kwargs)),)
                )
            return self
        function, *args = args
        self.of = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)

    def _names(self):
        return getattr(self.expected, "__name__", str(self.expected))

    def _fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            if self.of:
                self._fail("{} not raised by {}".format(self._names(), self.of))
            self._fail("{} not raised".format(self._names()))
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(error)):
            self._fail('"{}" does not match "{}"'.format(self.pattern.pattern, str(error)))
        return True


class _Warning(_Raising):
    def __enter__(self):
        self.catching = warnings.catch_warnings(record=True)
        self.warnings = self.catching.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, trace):
        self.catching.__exit__(kind, error, trace)
        if kind is not None:
            return
        first = None
        for each in self.warnings:
            warning = each.message
            if not isinstance(warning, self.expected):
                continue
            first = first or warning
            if self.pattern is not None and not self.pattern.search(str(warning)):
                continue
            self.warning = warning
            self.filename = each.filename
            self.lineno = each.lineno
            return
        if first is not None:
            self._fail('"{}" does not match "{}"'.format(self.pattern.pattern, str(first)))
        if self.of:
            self._fail("{} not triggered by {}".format(self._names(), self.of))
        self._fail("{} not triggered".format(self._names()))


class _LogRecords:
    def __init__(self, records, output):
        self.records = records
        self.output = output


class _Logs:
    def __init__(self, case, logger, level, none):
        import logging

        self.case = case
        self.none = none
        self.level = logging.getLevelName(level) if isinstance(level, str) else level
        self.level = self.level or logging.INFO
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)

    def __enter__(self):
        import logging

        watch = _LogRecords([], [])

        class Handler(logging.Handler):
            def emit(self, record):
                watch.records.append(record)
                watch.output.append(self.format(record))

        handler = Handler()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.watch = watch
        self.old = (self.logger.handlers[:], self.logger.level, self.logger.propagate)
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.none else watch

    def __exit__(self, kind, error, trace):
        import logging

        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.none and self.watch.records:
            self.case.fail("Unexpected logs found: {!r}".format(self.watch.output))
        if not self.none and not self.watch.records:
            self.case.fail(
                "no logs of level {} or higher triggered on {}".format(
                    logging.getLevelName(self.level), self.logger.name
                )
            )


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _classSetupFailed = False
    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != "runTest":
                raise ValueError("no such test method in %s: %s" % (type(self), methodName))
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._typeEqualityFuncs = {}

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups = cls._class_cleanups + [(function, args, kwargs)]

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            *rest, (function, args, kwargs) = cls._class_cleanups
            cls._class_cleanups = rest
            function(*args, **kwargs)

    def addTypeEqualityFunc(self, kind, function):
        self._typeEqualityFuncs[kind] = function

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return "%s.%s" % (_strclass(type(self)), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        name = self._testMethodName
        return "%s (%s.%s)" % (name, _strclass(type(self)), name)

    def __repr__(self):
        return "<%s testMethod=%s>" % (_strclass(type(self)), self._testMethodName)

    @contextlib.contextmanager
    def subTest(self, msg=None, **params):
        if self._outcome is None:
            yield
            return
        outer = self._subtest
        merged = {**(outer.params if outer else {}), **params}
        self._subtest = _SubTest(self, msg, merged)
        try:
            with self._outcome.part(self._subtest, True):
                yield
            if not self._outcome.success and self._outcome.result.failfast:
                raise _ShouldStop
        finally:
            self._subtest = outer

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(
                "It is deprecated to return a value that is not None from a "
                "test case (%s)" % method,
                DeprecationWarning,
                stacklevel=3,
            )

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, args, kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        started = result is None
        if started:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(type(self), "__unittest_skip__", False) or getattr(
                method, "__unittest_skip__", False
            ):
                why = getattr(type(self), "__unittest_skip_why__", "") or getattr(
                    method, "__unittest_skip_why__", ""
                )
                result.addSkip(self, why)
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(
                method, "__unittest_expecting_failure__", False
            )
            outcome = _Outcome(result)
            self._outcome = outcome
            with outcome.part(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting = expecting
                with outcome.part(self):
                    self._callTestMethod(method)
                outcome.expecting = False
                with outcome.part(self):
                    self._callTearDown()
            self.doCleanups()
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expected:
                    result.addExpectedFailure(self, outcome.expected)
                else:
                    result.addUnexpectedSuccess(self)
            return result
        finally:
            self._outcome = None
            result.stopTest(self)
            if started:
                result.stopTestRun()

    def doCleanups(self):
        outcome = self._outcome or _Outcome(TestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, args, kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else "%s : %s" % (standard, msg)

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, "%s is not true" % _safe(expr))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, "%s is not false" % _safe(expr))

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            own = self._typeEqualityFuncs.get(type(first))
            if own is not None:
                if isinstance(own, str):
                    own = getattr(self, own)
                own(first, second, msg=msg)
                return
            if isinstance(first, str):
                self.assertMultiLineEqual(first, second, msg)
                return
            if type(first) in (list, tuple):
                self.assertSequenceEqual(first, second, msg, type(first))
                return
            if type(first) in (set, frozenset):
                self.assertSetEqual(first, second, msg)
                return
            if type(first) is dict:
                self.assertDictEqual(first, second, msg)
                return
        if not first == second:
            self._fail(msg, "%s != %s" % _shortened(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, "%s == %s" % (_safe(first), _safe(second)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            lines = _marked(first), _marked(second)
            self._fail(
                msg,
                "%s != %s\n%s" % (*_shortened(first, second), "\n".join(_compared(*lines))),
            )

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        name = (seq_type or type("sequence", (), {})).__name__.capitalize()
        if seq_type is None:
            name = "Sequence"
        elif not isinstance(first, seq_type):
            raise self.failureException(
                "First sequence is not a %s: %s" % (seq_type.__name__, _safe(first))
            )
        elif not isinstance(second, seq_type):
            raise self.failureException(
                "Second sequence is not a %s: %s" % (seq_type.__name__, _safe(second))
            )
        if first == second:
            return
        text = "%ss differ: %s != %s\n" % ((name,) + _shortened(first, second))
        one, two = len(first), len(second)
        for i in range(min(one, two)):
            if first[i] != second[i]:
                text += "\nFirst differing element %d:\n%s\n%s\n" % (
                    (i,) + _shortened(first[i], second[i])
                )
                break
        if one > two:
            text += "\nFirst %s contains %d additional elements.\n" % (name.lower(), one - two)
            text += "First extra element %d:\n%s\n" % (two, _safe(first[two]))
        elif one < two:
            text += "\nSecond %s contains %d additional elements.\n" % (name.lower(), two - one)
            text += "First extra element %d:\n%s\n" % (one, _safe(second[one]))
        self._fail(msg, text + "\n" + "\n".join(_compared(*map(_pretty, (first, second)))))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for name, rest in (("first", set1 - set2), ("second", set2 - set1)):
            if rest:
                lines.append("Items in the %s set but not the %s:" % (
                    name, "second" if name == "first" else "first"))
                lines += [repr(each) for each in rest]
        if lines:
            self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = "%s != %s" % _shortened(d1, d2)
            self._fail(msg, text + "\n" + "\n".join(_compared(_pretty(d1), _pretty(d2))))

    def assertCountEqual(self, first, second, msg=None):
        one, two = list(first), list(second)
        lines = []
        left = []
        for each in one + two:
            if each not in left:
                left.append(each)
        for each in left:
            a, b = one.count(each), two.count(each)
            if a != b:
                lines.append("First has %d, Second has %d:  %r" % (a, b, each))
        if lines:
            self._fail(msg, "Element counts were not equal:\n" + "\n".join(lines))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, "%s is not %s" % (_safe(expr1), _safe(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, "unexpectedly identical: %s" % (_safe(expr1),))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, "%s is not None" % (_safe(obj),))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, "%s not found in %s" % (_safe(member), _safe(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, "%s unexpectedly found in %s" % (_safe(member), _safe(container)))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, "%s is not an instance of %r" % (_safe(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, "%s is an instance of %r" % (_safe(obj), cls))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, "%s not less than %s" % (_safe(a), _safe(b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, "%s not less than or equal to %s" % (_safe(a), _safe(b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, "%s not greater than %s" % (_safe(a), _safe(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, "%s not greater than or equal to %s" % (_safe(a), _safe(b)))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            text = "%s != %s within %s delta (%s difference)" % (
                _safe(first), _safe(second), _safe(delta), _safe(diff))
        else:
            places = 7 if places is None else places
            if round(diff, places) == 0:
                return
            text = "%s != %s within %r places (%s difference)" % (
                _safe(first), _safe(second), places, _safe(diff))
        self._fail(msg, text)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            if not (first == second) and diff > delta:
                return
            text = "%s == %s within %s delta (%s difference)" % (
                _safe(first), _safe(second), _safe(delta), _safe(diff))
        else:
            places = 7 if places is None else places
            if not (first == second) and round(diff, places) != 0:
                return
            text = "%s == %s within %r places" % (_safe(first), _safe(second), places)
        self._fail(msg, text)

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            self._fail(msg, "Regex didn't match: %r not found in %r" % (pattern.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        if found:
            self._fail(
                msg,
                "Regex matched: %r matches %r in %r"
                % (text[found.start() : found.end()], pattern.pattern, text),
            )

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raising(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raising(expected_exception, self, expected_regex).handle(
            "assertRaisesRegex", args, kwargs
        )

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warning(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warning(expected_warning, self, expected_regex).handle(
            "assertWarnsRegex", args, kwargs
        )

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    assertEquals = assertEqual
    assertNotEquals = assertNotEqual
    assert_ = assertTrue
    assertAlmostEquals = assertAlmostEqual
    assertRegexpMatches = assertRegex
    assertRaisesRegexp = assertRaisesRegex


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        self.addCleanup(function, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        value = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return value

    def _await(self, result):
        if hasattr(result, "__await__"):
            return self._runner.run(result)
        return result

    def _callSetUp(self):
        self._runner.get_loop()
        self.setUp()
        self._await(self.asyncSetUp())

    def _callTestMethod(self, method):
        self._await(method())

    def _callTearDown(self):
        self._await(self.asyncTearDown())
        self.tearDown()

    def _callCleanup(self, function, args, kwargs):
        self._await(function(*args, **kwargs))

    def run(self, result=None):
        import asyncio

        with asyncio.Runner() as self._runner:
            return super().run(result)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__


class _SubTest(TestCase):
    def __init__(self, case, message, params):
        super().__init__()
        self._message = message
        self.test_case = case
        self.params = params
        self.failureException = case.failureException

    def _describe(self):
        parts = []
        if self._message is not None:
            parts.append("[{}]".format(self._message))
        if self.params:
            parts.append(
                "({})".format(", ".join("{}={!r}".format(k, v) for k, v in self.params.items()))
            )
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return "{} {}".format(self.test_case.id(), self._describe())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "{} {}".format(self.test_case, self._describe())


def _strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def _marked(text):
    return [line for line in text.splitlines()]


def _pretty(value):
    from pprint import pformat

    return pformat(value).splitlines()


def _compared(a, b):
    """Returns the lines of two texts with marks that show which of them differ."""
    rows = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            rows[i][j] = (
                rows[i + 1][j + 1] + 1 if a[i] == b[j] else max(rows[i + 1][j], rows[i][j + 1])
            )
    i = j = 0
    lines = []
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            lines.append("  " + a[i])
            i += 1
            j += 1
        elif i < len(a) and (j == len(b) or rows[i + 1][j] >= rows[i][j + 1]):
            lines.append("- " + a[i])
            i += 1
        else:
            lines.append("+ " + b[j])
            j += 1
    return lines


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False

    def startTest(self, test):
        self.testsRun += 1

    def startTestRun(self):
        pass

    def stopTest(self, test):
        pass

    def stopTestRun(self):
        pass

    def _text(self, error, test):
        kind, value, trace = error
        frames = traceback.extract_tb(trace)
        shown = [f for f in frames if not f.filename.endswith(_MODULE)]
        lines = ["Traceback (most recent call last):\n"] if shown else []
        lines += traceback.format_list(shown)
        lines += traceback.format_exception_only(kind, value)
        return "".join(lines)

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._failed()

    def _failed(self):
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            into = self.failures if issubclass(err[0], test.failureException) else self.errors
            into.append((subtest, self._text(err, test)))
            self._failed()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return "<%s run=%i errors=%i failures=%i>" % (
            _strclass(type(self)), self.testsRun, len(self.errors), len(self.failures))


class TextTestResult(TestResult):
    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        first = test.shortDescription()
        return "\n".join((str(test), first)) if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
            self.stream.flush()
            self._newline = False

    def _tell(self, test, word, dot):
        if self.showAll:
            if self._newline and isinstance(test, _SubTest):
                self.stream.write("  " + self.getDescription(test) + " ... ")
            self.stream.write(word + "\n")
            self._newline = True
        elif self.dots:
            self.stream.write(dot)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            if self.showAll and not self._newline:
                self.stream.write("\n")
                self._newline = True
            self._tell(subtest, "FAIL" if failed else "ERROR", "F" if failed else "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, "skipped {0!r}".format(reason), "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write("\n")
        for flavour, errors in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, error in errors:
                self.stream.write(self.separator1 + "\n")
                self.stream.write("%s: %s\n" % (flavour, self.getDescription(test)))
                self.stream.write(self.separator2 + "\n")
                self.stream.write("%s\n" % error)
        if self.unexpectedSuccesses:
            self.stream.write(self.separator1 + "\n")
            for test in self.unexpectedSuccesses:
                self.stream.write("UNEXPECTED SUCCESS: %s\n" % self.getDescription(test))
        self.stream.flush()


class _ClassPart(TestCase):
    def __init__(self, description):
        super().__init__()
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def __repr__(self):
        return "<%s tests=%s>" % (_strclass(type(self)), list(self))

    def addTest(self, test):
        if not callable(test):
            raise TypeError("{} is not callable".format(repr(test)))
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError(
                "TestCases and TestSuites must be instantiated before passing them to addTest()"
            )
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def _flat(self):
        for test in self:
            if isinstance(test, TestSuite):
                yield from test._flat()
            else:
                yield test

    def _part(self, result, cls, name):
        try:
            getattr(cls, name)()
            if name == "tearDownClass":
                cls.doClassCleanups()
            return True
        except SkipTest as e:
            result.addSkip(_ClassPart("%s (%s)" % (name, _strclass(cls))), str(e))
        except Exception as e:
            where = _ClassPart("%s (%s)" % (name, _strclass(cls)))
            result.addError(where, (type(e), e, e.__traceback__))
        return False

    def _module(self, result, cls, name):
        module = sys.modules.get(cls.__module__) if cls is not None else None
        function = getattr(module, name, None)
        if function is None:
            return True
        try:
            function()
            return True
        except SkipTest as e:
            result.addSkip(_ClassPart("%s (%s)" % (name, cls.__module__)), str(e))
        except Exception as e:
            where = _ClassPart("%s (%s)" % (name, cls.__module__))
            result.addError(where, (type(e), e, e.__traceback__))
        return False

    def run(self, result, debug=False):
        current = None
        ready = True
        module = None
        module_ready = True
        for test in self._flat():
            if result.shouldStop:
                break
            cls = type(test)
            if cls is not current:
                if current is not None and ready and not _skipped(current):
                    self._part(result, current, "tearDownClass")
                if module is None or module.__module__ != cls.__module__:
                    if module is not None and module_ready:
                        self._module(result, module, "tearDownModule")
                    module = cls
                    module_ready = self._module(result, cls, "setUpModule")
                current = cls
                ready = module_ready and (_skipped(cls) or self._part(result, cls, "setUpClass"))
            if ready:
                test(result)
        if current is not None and ready and not _skipped(current):
            self._part(result, current, "tearDownClass")
        if module is not None and module_ready:
            self._module(result, module, "tearDownModule")
        return result


def _skipped(cls):
    return getattr(cls, "__unittest_skip__", False) or not hasattr(cls, "setUpClass")


class TestLoader:
    testMethodPrefix = "test"
    sortTestMethodsUsing = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        return [
            name
            for name in sorted(dir(testCaseClass))
            if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))
        ]

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            each = getattr(module, name)
            if (
                isinstance(each, type)
                and issubclass(each, TestCase)
                and each not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase)
            ):
                tests.append(self.loadTestsFromTestCase(each))
        load_tests = getattr(module, "load_tests", None)
        suite = self.suiteClass(tests)
        return suite if load_tests is None else load_tests(self, suite, pattern)

    def loadTestsFromName(self, name, module=None):
        owner = module
        each = module
        parts = name.split(".")
        if module is None:
            each = sys.modules[parts.pop(0)]
        for part in parts:
            owner, each = each, getattr(each, part)
        if isinstance(each, type):
            return self.loadTestsFromTestCase(each)
        if isinstance(owner, type) and issubclass(owner, TestCase):
            return self.suiteClass([owner(parts[-1])])
        if callable(each):
            made = each()
            return made if isinstance(made, TestSuite) else self.suiteClass([made])
        return self.loadTestsFromModule(each)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        return self.suiteClass()


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix="test", sortUsing=None, suiteClass=TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    return loader.loadTestsFromTestCase(testCaseClass)


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        begin = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = time.perf_counter() - begin
        if hasattr(result, "printErrors"):
            result.printErrors()
        out = self.stream
        out.write("-" * 70 + "\n")
        run = result.testsRun
        out.write("Ran %d test%s in %.3fs\n\n" % (run, "" if run == 1 else "s", taken))
        infos = []
        if not result.wasSuccessful():
            out.write("FAILED")
            if result.failures:
                infos.append("failures=%d" % len(result.failures))
            if result.errors:
                infos.append("errors=%d" % len(result.errors))
        else:
            out.write("OK")
        if result.skipped:
            infos.append("skipped=%d" % len(result.skipped))
        if result.expectedFailures:
            infos.append("expected failures=%d" % len(result.expectedFailures))
        if result.unexpectedSuccesses:
            infos.append("unexpected successes=%d" % len(result.unexpectedSuccesses))
        out.write(" (%s)\n" % ", ".join(infos) if infos else "\n")
        out.flush()
        return result


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        self.module = sys.modules[module] if isinstance(module, str) else module
        names = []
        for word in (sys.argv if argv is None else argv)[1:]:
            if word in ("-v", "--verbose"):
                verbosity = 2
            elif word in ("-q", "--quiet"):
                verbosity = 0
            elif word in ("-f", "--failfast"):
                failfast = True
            elif not word.startswith("-"):
                names.append(word)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity, failfast=bool(failfast))
        self.result = testRunner.run(self.test)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
