from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress
import io
import sys


@contextmanager
def named(name, fail=False):
    print("enter", name)
    try:
        yield name
    except ValueError as error:
        print(name, "sees", error)
        raise
    finally:
        print("exit", name)


with ExitStack() as stack:
    print([stack.enter_context(named(n)) for n in "abc"])
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *info: print("pushed", info[0]))
try:
    with ExitStack() as stack:
        stack.enter_context(named("x"))
        raise ValueError("oops")
except ValueError as error:
    print("outside", error)
with ExitStack() as stack:
    stack.push(lambda kind, value, tb: print("swallows", value) or True)
    raise KeyError("k")
with ExitStack() as stack:
    stack.enter_context(named("kept"))
    later = stack.pop_all()
print("still open")
later.close()
with suppress(ZeroDivisionError, KeyError):
    1 / 0
    print("never")
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
with redirect_stderr(buffer):
    print("error text", file=sys.stderr)
print(repr(buffer.getvalue()))
with nullcontext(5) as five, closing(io.StringIO("text")) as text:
    print(five, text.read())
print(text.closed)


@contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as error:
    print(error)


@contextmanager
def replaces():
    try:
        yield
    except KeyError as error:
        raise TypeError("replaced") from error


try:
    with replaces():
        raise KeyError("k")
except TypeError as error:
    print(error, repr(error.__cause__))
