def fail(*errors):
    raise ExceptionGroup("many", list(errors))


try:
    fail(ValueError(1), TypeError("t"), ValueError(2), OSError("o"))
except* ValueError as group:
    print("values", group.exceptions)
except* (TypeError, OSError) as group:
    print("others", group.message, [str(e) for e in group.exceptions])
try:
    try:
        fail(ValueError("a"), KeyError("b"))
    except* ValueError:
        print("handled value")
except ExceptionGroup as rest:
    print(repr(rest), rest)
nested = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
match, rest = nested.split(ValueError)
print(match, match.exceptions)
print(rest, rest.exceptions)
print(nested.subgroup(lambda e: isinstance(e, TypeError)).exceptions)
print(nested.subgroup(KeyError))
print(nested.derive([OSError()]))
try:
    raise ValueError("plain")
except* ValueError as group:
    print(type(group).__name__, group.exceptions, group.message == "")
try:
    try:
        fail(ValueError("x"))
    except* ValueError as group:
        raise RuntimeError("new") from group.exceptions[0]
except* RuntimeError as group:
    print([repr(e) for e in group.exceptions], repr(group.exceptions[0].__cause__))
for make in (
    lambda: ExceptionGroup("none", []),
    lambda: ExceptionGroup("bad", [1]),
    lambda: ExceptionGroup("base", [KeyboardInterrupt()]),
    lambda: BaseExceptionGroup("fine", [KeyboardInterrupt()]),
    lambda: BaseExceptionGroup("turned", [ValueError()]),
):
    try:
        print(type(make()).__name__)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
