def chain(error):
    out = []
    while error:
        out.append(repr(error))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " <- ".join(out)


def level(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        level(n - 1)
    except Exception as error:
        if n % 2:
            raise KeyError(n) from error
        raise IndexError(n)


try:
    level(3)
except Exception as error:
    print(chain(error))
try:
    try:
        1 / 0
    finally:
        {}["in finally"]
except KeyError as error:
    print(chain(error))
error = ValueError("with notes")
error.add_note("first")
error.add_note("second")
print(error.__notes__, error.with_traceback(None) is error, ValueError(1, 2), str(ValueError()), repr(ValueError()), ValueError("a") == ValueError("a"))
try:
    raise ValueError("again")
except ValueError as first:
    kept = first
try:
    raise kept
except ValueError as second:
    print(second is kept, second.__context__)
try:
    raise
except RuntimeError as error:
    print(error)
print(KeyError("k"), str(KeyError("k")), OSError(2, "No such file"), OSError(2, "gone", "f.txt"), FileNotFoundError(2, "x").errno, type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, StopIteration(5).value, SystemExit(3).code)
for cls in (ArithmeticError, LookupError, OSError, RuntimeError, Warning, BaseException):
    print(cls.__name__, [c.__name__ for c in cls.__mro__[1:-1]], issubclass(ZeroDivisionError, cls))
