"""The module timeit: how long something takes."""

import itertools
import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _nothing():
    pass


def _indented(text):
    return text.replace("\n", "\n        ")


def _source(stmt, setup):
    """Returns a function's text that runs a setup once and then a statement again and again."""
    return f"""def inner(_it, _timer, _setup, _stmt):
    if 1:
        {_indented(setup)}
    _t0 = _timer()
    for _i in _it:
        {_indented(stmt)}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        for part, name in ((setup, "setup"), (stmt, "stmt")):
            if not isinstance(part, str) and not callable(part):
                raise ValueError(name + " is neither a string nor callable")
        self._stmt, self._setup = stmt, setup
        self.inner = self._of_functions
        if isinstance(setup, str) and setup != "pass" or isinstance(stmt, str) and stmt != "pass":
            self._compile({} if globals is None else globals)

    def _compile(self, names):
        stmt, setup = self._stmt, self._setup
        if isinstance(stmt, str):
            self.src = _source(stmt, setup if isinstance(setup, str) else "_setup()")
        else:
            self.src = _source("_stmt()", setup)
        local = {}
        exec(compile(self.src, "<timeit-src>", "exec"), names, local)
        self.inner = local["inner"]

    def _of_functions(self, _it, _timer, _setup, _stmt):
        if callable(_setup):
            _setup()
        if not callable(_stmt):
            _stmt = _nothing
        start = _timer()
        for _ in _it:
            _stmt()
        return _timer() - start

    def timeit(self, number=default_number):
        return self.inner(itertools.repeat(None, number), self.timer, self._setup, self._stmt)

    def print_exc(self, file=None):
        import traceback

        traceback.print_exc(file=file)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(
    stmt="pass",
    setup="pass",
    timer=default_timer,
    repeat=default_repeat,
    number=default_number,
    globals=None,
):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
