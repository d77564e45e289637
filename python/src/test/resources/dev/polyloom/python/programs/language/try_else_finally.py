def order(fail):
    steps = []
    try:
        steps.append("try")
        if fail == "value":
            raise ValueError("v")
        if fail == "key":
            {}["k"]
        if fail == "zero":
            1 // 0
    except ValueError as error:
        steps.append(f"value {error}")
    except (KeyError, IndexError) as error:
        steps.append(f"lookup {error!r}")
    except Exception as error:
        steps.append(f"{type(error).__name__}: {error}")
    else:
        steps.append("else")
    finally:
        steps.append("finally")
    return steps


for kind in (None, "value", "key", "zero"):
    print(order(kind))


class Base(Exception):
    pass


class Special(Base):
    def __init__(self, code, *, hint=None):
        super().__init__(code, hint)
        self.code = code
        self.hint = hint

    def __str__(self):
        return f"special {self.code} ({self.hint})"


try:
    raise Special(7, hint="try again")
except Base as error:
    print(error, repr(error), error.args, error.code)
try:
    error
except NameError as gone:
    print(gone)
try:
    try:
        raise ValueError("first")
    except ValueError as first:
        raise KeyError("second") from first
except KeyError as second:
    print(repr(second.__cause__), second.__suppress_context__, repr(second.__context__))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("hidden") from None
except RuntimeError as error:
    print(error.__cause__, error.__suppress_context__, repr(error.__context__))
try:
    raise Special
except TypeError as error:
    print(error)
for thing in (5, "text", None, int):
    try:
        raise thing
    except TypeError as error:
        print(error)
try:
    assert 1 + 1 == 3, ("wrong", 2)
except AssertionError as error:
    print(error, error.args)
