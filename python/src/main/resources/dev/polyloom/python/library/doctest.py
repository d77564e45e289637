"""The module doctest: examples in docstrings, tried out.

The translator has made functions of the examples; __doctest__() of a module lists them.
"""

import io
import re
import sys
import traceback
from collections import namedtuple

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."
DIVIDER = "*" * 70

TestResults = namedtuple("TestResults", "failed attempted")

_RAISED = re.compile(
    r"^Traceback \((?:most recent call last|innermost last)\):\s*$(?P<stack>.*?)^(?P<msg>\w+.*)",
    re.MULTILINE | re.DOTALL,
)
_OPTIONS = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)


class Example:
    def __init__(self, source, want, lineno):
        self.source = source
        self.want = want
        self.lineno = lineno
        found = _RAISED.match(want)
        self.exc_msg = found.group("msg") if found else None
        self.options = {}
        for text in _OPTIONS.findall(source):
            for option in text.replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError("doctest: invalid option: %r" % (option,))
                self.options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"


def _ellipsis_match(want, got):
    parts = want.split(ELLIPSIS_MARKER)
    if len(parts) == 1:
        return want == got
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    start = len(parts[0])
    end = len(got) - len(parts[-1])
    if start > end:
        return False
    for part in parts[1:-1]:
        start = got.find(part, start, end)
        if start < 0:
            return False
        start += len(part)
    return True


class OutputChecker:
    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r"(?m)^%s\s*?$" % re.escape(BLANKLINE_MARKER), "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got = " ".join(got.split())
            want = " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)


def _indent(text):
    return re.sub("(?m)^(?!$)", "    ", text)


class _Run:
    """One docstring while its examples run."""

    def __init__(self, runner, name, line, examples):
        self.runner = runner
        self.name = name
        self.line = line
        self.examples = examples
        self.failed = 0
        self.tried = 0
        self.stopped = False

    def example(self, index):
        self.current = self.examples[index]
        return self

    def show(self, value):
        if value is not None:
            print(repr(value))

    def refuse(self, source):
        raise SyntaxError("invalid syntax")

    def _flags(self):
        flags = self.runner.optionflags
        for flag, on in self.current.options.items():
            flags = flags | flag if on else flags & ~flag
        return flags

    def __enter__(self):
        example = self.current
        self.out = sys.stdout
        skipped = self._flags() & SKIP or self.stopped
        if not skipped:
            self.tried += 1
            if self.runner.verbose:
                self.out.write("Trying:\n" + _indent(example.source))
                if example.want:
                    self.out.write("Expecting:\n" + _indent(example.want))
                else:
                    self.out.write("Expecting nothing\n")
        self.skipped = skipped
        self.got = sys.stdout = io.StringIO()
        return self

    def __exit__(self, kind, error, trace):
        sys.stdout = self.out
        if self.skipped:
            return kind is None or issubclass(kind, Exception)
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            return False
        got = self.got.getvalue()
        if got and not got.endswith("\n"):
            got += "\n"
        example = self.current
        flags = self._flags()
        check = self.runner.checker.check_output
        if kind is None:
            if check(example.want, got, flags):
                self._succeed()
            else:
                self._fail(flags, self._difference(got))
            return True
        message = traceback.format_exception_only(error)[-1]
        if example.exc_msg is None:
            text = "".join(traceback.format_exception(error))
            self._fail(flags, "Exception raised:\n" + _indent(text))
        elif check(example.exc_msg, message, flags) or (
            flags & IGNORE_EXCEPTION_DETAIL
            and check(_plain(example.exc_msg), _plain(message), flags)
        ):
            self._succeed()
        else:
            text = "".join(traceback.format_exception(error))
            self._fail(flags, self._difference(got + text))
        return True

    def _succeed(self):
        if self.runner.verbose:
            self.out.write("ok\n")

    def _difference(self, got):
        want = self.current.want
        if want and got:
            return "Expected:\n%sGot:\n%s" % (_indent(want), _indent(got))
        if want:
            return "Expected:\n%sGot nothing\n" % _indent(want)
        if got:
            return "Expected nothing\nGot:\n%s" % _indent(got)
        return "Expected nothing\nGot nothing\n"

    def _fail(self, flags, text):
        self.failed += 1
        if self.failed > 1 and flags & REPORT_ONLY_FIRST_FAILURE:
            return
        example = self.current
        self.out.write(
            '%s\nFile "%s", line %d, in %s\nFailed example:\n%s%s'
            % (
                DIVIDER,
                self.runner.file,
                self.line + example.lineno,
                self.name,
                _indent(example.source),
                text,
            )
        )
        self.stopped = bool(flags & FAIL_FAST)


def _plain(message):
    """Returns the name of an exception without its module and without its message."""
    name = message.split("\n", 1)[0].split(":", 1)[0]
    return name.rsplit(".", 1)[-1]


class _Runner:
    def __init__(self, file, verbose, optionflags):
        self.file = file
        self.verbose = verbose
        self.optionflags = optionflags
        self.checker = OutputChecker()
        self.results = []

    def run(self, name, line, examples, function):
        run = _Run(self, name, line, [Example(*each) for each in examples])
        if function is not None:
            function(run)
        self.results.append((name, run.failed, run.tried))
        return run

    def summarize(self):
        empty = sorted(name for name, _, tried in self.results if tried == 0)
        passed = sorted((n, t) for n, f, t in self.results if t and not f)
        failed = sorted(each for each in self.results if each[1])
        total = sum(tried for _, _, tried in self.results)
        bad = sum(failures for _, failures, _ in self.results)
        if self.verbose:
            if empty:
                print(len(empty), "items had no tests:")
                for name in empty:
                    print("   ", name)
            if passed:
                print(len(passed), "items passed all tests:")
                for name, tried in passed:
                    print(" %3d tests in %s" % (tried, name))
        if failed:
            print(DIVIDER)
            print(len(failed), "items had failures:")
            for name, failures, tried in failed:
                print(" %3d of %3d in %s" % (failures, tried, name))
        if self.verbose:
            print(total, "tests in", len(self.results), "items.")
            print(total - bad, "passed and", bad, "failed.")
        if bad:
            print("***Test Failed***", bad, "failures.")
        elif self.verbose:
            print("Test passed.")
        return TestResults(bad, total)


def testmod(
    m=None,
    name=None,
    globs=None,
    verbose=None,
    report=True,
    optionflags=0,
    extraglobs=None,
    raise_on_error=False,
    exclude_empty=False,
):
    if m is None:
        m = sys.modules["__main__"]
    if globs is not None or extraglobs is not None or raise_on_error:
        raise NotImplementedError("doctest.testmod: globs, extraglobs and raise_on_error")
    find = getattr(m, "__doctest__", None)
    if find is None:
        raise NotImplementedError("doctest.testmod: only modules that import doctest themselves")
    if verbose is None:
        verbose = "-v" in sys.argv
    runner = _Runner(getattr(m, "__file__", None), verbose, optionflags)
    prefix = name or m.__name__
    tests = {prefix + path: rest for path, *rest in find()}
    for path in sorted(tests):
        line, examples, function = tests[path]
        if not exclude_empty or examples:
            if runner.run(path, line, examples, function).stopped:
                break
    if report:
        return runner.summarize()
    return TestResults(
        sum(failed for _, failed, _ in runner.results),
        sum(tried for _, _, tried in runner.results),
    )


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    m = sys.modules["__main__"]
    runner = _Runner(getattr(m, "__file__", None), verbose, optionflags)
    for path, line, examples, function in m.__doctest__():
        if path == "." + f.__qualname__:
            runner.run(name, line, examples, function)
