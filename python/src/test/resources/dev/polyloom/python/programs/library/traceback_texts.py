import sys
import traceback


def inner(x):
    return 10 / x


def outer(x):
    try:
        return inner(x)
    except ZeroDivisionError as error:
        raise ValueError("wrapped") from error


try:
    outer(0)
except ValueError as error:
    text = traceback.format_exc()
    print([line.strip() for line in text.splitlines() if not line.lstrip().startswith(("File", "^", "~"))])
    print(traceback.format_exception_only(type(error), error), [f.name for f in traceback.extract_tb(error.__traceback__)], error.__traceback__.tb_lineno, sys.exc_info()[0].__name__, sys.exception() is error)
    frames = traceback.extract_tb(error.__traceback__)
    print(frames[-1].lineno, frames[-1].line, len(frames))
print(sys.exc_info(), traceback.format_exc())
print("".join(traceback.format_exception_only(KeyError("k"))), traceback.format_exception_only(SyntaxError("bad")) if False else "")
try:
    inner("text")
except TypeError:
    import io
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue().splitlines()[-1], out.getvalue().splitlines()[0])
e = ValueError("noted")
e.add_note("a note")
print("".join(traceback.format_exception(e)), end="")
