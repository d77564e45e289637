import os


def fail(error):
    raise error


def attempt(what, action):
    try:
        print(what, action())
    except OSError as e:
        print(what, type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, "|", e, "|", e.args)


attempt("open", lambda: open("/no/such/place"))
attempt("folder", lambda: open("/"))
attempt("list", lambda: os.listdir("/no/such/place"))
attempt("rename", lambda: os.rename("/no/such/a", "/no/such/b"))
attempt("own", lambda: fail(OSError(2, "gone", "f")))
attempt("text", lambda: fail(OSError("only text")))
attempt("empty", lambda: fail(OSError()))
attempt("blocked", lambda: fail(OSError(11, "busy")))
print(issubclass(FileNotFoundError, OSError), IOError is OSError, EnvironmentError is OSError, type(OSError(17, "x")).__name__)


class Custom(OSError):
    def __init__(self, code):
        super().__init__(code, "custom text")
        self.code = code


try:
    raise Custom(7)
except OSError as e:
    print(repr(e), e, e.errno, e.code)
try:
    open("/no/such/place")
except FileNotFoundError as e:
    error = e
print(repr(error), error.args)
