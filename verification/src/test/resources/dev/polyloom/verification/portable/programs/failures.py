import traceback


class Refused(Exception):
    def __init__(self, code):
        super().__init__(f"refused with {code}")
        self.code = code


def inner(n):
    if n == 0:
        return 1 // n
    raise Refused(n)


for n in (0, 7):
    try:
        inner(n)
    except ZeroDivisionError as e:
        print("division:", e)
    except Refused as e:
        print("refused:", e.code, e)
    else:
        print("never")
    finally:
        print("finally", n)

try:
    try:
        {}["key"]
    except KeyError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print(repr(e.__cause__), traceback.format_exception_only(type(e), e))

try:
    raise ExceptionGroup("both", [ValueError(1), TypeError("two")])
except* ValueError as group:
    print("values", group.exceptions)
except* TypeError as group:
    print("types", group.exceptions)

for text in ("[1, 2][5]", "int('x')", "None.x", "'a' + 1"):
    try:
        if text == "[1, 2][5]":
            [1, 2][5]
        elif text == "int('x')":
            int("x")
        elif text == "None.x":
            None.x
        else:
            "a" + 1
    except Exception as e:
        print(type(e).__name__, e)


def traced():
    try:
        inner(3)
    except Refused:
        lines = traceback.format_exc().splitlines()
        print(lines[0], lines[-1])


traced()
