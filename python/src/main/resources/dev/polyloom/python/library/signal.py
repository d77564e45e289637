"""Signals: what a program wants done about them. A program can raise its own."""

import _signal
import enum
import threading


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGWINCH = 28


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


SIGHUP = Signals.SIGHUP
SIGINT = Signals.SIGINT
SIGQUIT = Signals.SIGQUIT
SIGILL = Signals.SIGILL
SIGTRAP = Signals.SIGTRAP
SIGABRT = Signals.SIGABRT
SIGBUS = Signals.SIGBUS
SIGFPE = Signals.SIGFPE
SIGKILL = Signals.SIGKILL
SIGUSR1 = Signals.SIGUSR1
SIGSEGV = Signals.SIGSEGV
SIGUSR2 = Signals.SIGUSR2
SIGPIPE = Signals.SIGPIPE
SIGALRM = Signals.SIGALRM
SIGTERM = Signals.SIGTERM
SIGCHLD = Signals.SIGCHLD
SIGCONT = Signals.SIGCONT
SIGSTOP = Signals.SIGSTOP
SIGTSTP = Signals.SIGTSTP
SIGTTIN = Signals.SIGTTIN
SIGTTOU = Signals.SIGTTOU
SIGWINCH = Signals.SIGWINCH
SIG_DFL = Handlers.SIG_DFL
SIG_IGN = Handlers.SIG_IGN
ITIMER_REAL = 0
ITIMER_VIRTUAL = 1
ITIMER_PROF = 2
ItimerError = OSError
NSIG = 65
_TEXTS = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap",
    6: "Aborted", 7: "Bus error", 8: "Floating point exception", 9: "Killed",
    10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2",
    13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 17: "Child exited", 18: "Continued",
    19: "Stopped (signal)", 20: "Stopped",
}


default_int_handler = _signal.default_int_handler
_handlers = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN}


def _number(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    try:
        return Signals(signalnum)
    except ValueError:
        return signalnum


def signal(signalnum, handler):
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    number = _number(signalnum)
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError(
            "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
        )
    before = _handlers.get(number, SIG_DFL)
    _handlers[number] = handler if callable(handler) else Handlers(handler)
    done = handler if callable(handler) else None if handler == SIG_DFL else False
    _signal.set_handler(int(number), number.name[3:] if isinstance(number, Signals) else None, done)
    return before


def getsignal(signalnum):
    return _handlers.get(_number(signalnum), SIG_DFL)


def raise_signal(signalnum):
    _signal.send(int(_number(signalnum)))


def alarm(seconds, /):
    if not isinstance(seconds, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(seconds).__name__)
    left = _signal.set_timer(seconds, 0)
    return int(left + 0.999999)


def setitimer(which, seconds, interval=0.0):
    if which != ITIMER_REAL:
        raise ItimerError(22, "Invalid argument")
    before = getitimer(which)
    global _interval
    _interval = float(interval)
    _signal.set_timer(seconds, interval)
    return before


def getitimer(which):
    if which != ITIMER_REAL:
        raise ItimerError(22, "Invalid argument")
    left = _signal.timer()
    return left, _interval if left else 0.0


_interval = 0.0


def pause():
    _signal.pause()


def strsignal(signalnum):
    _number(signalnum)
    return _TEXTS.get(int(signalnum))


def valid_signals():
    return set(Signals)
