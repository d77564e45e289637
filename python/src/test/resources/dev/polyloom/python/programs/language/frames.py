import inspect
import os
import sys
import traceback

code_here = "yes"


def name():
    return sys._getframe().f_code.co_name


def caller():
    return sys._getframe(1).f_code.co_name


def outer():
    return caller()


print(name(), outer(), sys._getframe().f_code.co_name)


def where():
    frame = inspect.currentframe()
    back = frame.f_back
    return frame.f_lineno, back.f_lineno, back.f_code.co_name, os.path.basename(frame.f_code.co_filename)


class A:
    def method(self):
        return where()


print(A().method())
print([f.function for f in inspect.stack()])


def who():
    return inspect.stack()[1].function, inspect.stack()[1][3], inspect.stack()[0].lineno


def asks():
    return who()


print(asks())


def logged(message):
    info = inspect.getframeinfo(inspect.currentframe().f_back)
    print(os.path.basename(info.filename), info.lineno, info.function, info.code_context, info.index, message)


logged("here")


def stack():
    for each in traceback.extract_stack():
        print(each.name, each.lineno, each.line)
    print(traceback.format_stack()[-1].split(", ", 1)[1], end="")


stack()
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_globals["code_here"])


def add(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    total = a + b
    rest = c
    return total + rest


code = add.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
print(code.co_varnames, code.co_nlocals, code.co_firstlineno, code.co_flags & 12)
print(code.co_varnames[:code.co_argcount], add.__defaults__, add.__kwdefaults__)
print(where.__code__.co_varnames, name.__globals__["code_here"])
add.__defaults__ = (10, 20)
print(add(1, d=0), inspect.signature(add))
add.__defaults__ = None
try:
    add(1, d=0)
except TypeError as e:
    print(e)
