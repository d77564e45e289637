"""What exceptions carry, and what handlers leave behind."""


def show(action):
    try:
        print(action())
    except BaseException as e:
        print(type(e).__name__, e.args, str(e))


try:
    raise ValueError(1, 2)
except ValueError as e:
    print(e.args, e.__context__, e.__cause__, e.__suppress_context__)
try:
    e
except NameError as error:
    print(error, error.name)


def local():
    try:
        1 / 0
    except ZeroDivisionError as gone:
        pass
    return gone


show(local)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit("a", 1).code)
error = OSError(2, "No such file", "name.txt")
print(error, error.errno, error.strerror, error.filename, OSError("plain").errno)
print(ImportError("m", name="n", path="p").name, SyntaxError("bad", ("f.py", 3, 4, "x")).lineno)
print(issubclass(IndentationError, SyntaxError), issubclass(TabError, IndentationError), ConnectionAbortedError.__mro__[1].__name__)
try:
    b"\xff".decode("ascii")
except UnicodeDecodeError as wrong:
    print(wrong)
try:
    try:
        {}["k"]
    except KeyError as first:
        raise TypeError("second") from first
except TypeError as second:
    print(repr(second.__cause__), second.__suppress_context__, second.__context__ is second.__cause__)
    second.add_note("a note")
    print(second.__notes__)
show(lambda: second)


class Quiet(Exception):
    def __init__(self, code):
        super().__init__()
        self.code = code

    def __str__(self):
        return f"code {self.code}"


class Fake(BaseException):
    def __new__(cls, *args):
        return 1


def throw(error, cause=None):
    raise error from cause


show(lambda: throw(Quiet(4)))
show(lambda: throw(Fake))
show(lambda: throw(5))
show(lambda: throw(ValueError, 6))
show(lambda: ValueError(x=1))
show(lambda: ValueError().add_note(1))
show(lambda: int("x"))
show(lambda: [].pop())
show(lambda: (1).to_bytes(-1, "big"))
show(lambda: (300).to_bytes(1, "big"))
show(lambda: dict([1]))
