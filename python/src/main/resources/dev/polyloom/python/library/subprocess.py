"""The module subprocess: runs other programs of the machine."""

import _subprocess
import os
import time

PIPE = -1
STDOUT = -2
DEVNULL = -3
_INHERIT = 0


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal

            try:
                return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
            except ValueError:
                return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = ["args={!r}".format(self.args), "returncode={!r}".format(self.returncode)]
        if self.stdout is not None:
            parts.append("stdout={!r}".format(self.stdout))
        if self.stderr is not None:
            parts.append("stderr={!r}".format(self.stderr))
        return "{}({})".format(type(self).__name__, ", ".join(parts))

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _kind(given, standard):
    """What a stream is for the runtime: a number, the path of a file, or a pipe to read."""
    if given is None:
        return _INHERIT
    if isinstance(given, int):
        if given in (PIPE, STDOUT, DEVNULL):
            return given
        if given == standard:
            return _INHERIT
        raise ValueError("no descriptor %d can be handed to a process; give a file" % given)
    if given.fileno() == standard:
        return _INHERIT
    pipe = getattr(given, "buffer", given)
    if standard == 0 and _subprocess.is_pipe(pipe):
        return pipe
    name = given.name
    if not isinstance(name, (str, bytes)):
        raise ValueError("no %r can be handed to a process; give a named file" % given)
    given.flush()
    return os.path.abspath(os.fsdecode(name))


class Popen:
    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None,
                 preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None,
                 universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                 process_group=None):
        self._child = None
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.args = args
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        if text is not None and universal_newlines is not None and bool(text) != bool(
            universal_newlines
        ):
            raise SubprocessError(
                "Cannot disambiguate when both text and universal_newlines are supplied but "
                "different. Pass one or the other."
            )
        for name, value in (("preexec_fn", preexec_fn), ("user", user), ("group", group),
                            ("extra_groups", extra_groups), ("process_group", process_group)):
            if value is not None:
                raise NotImplementedError("Popen without %s is what there is here" % name)
        if pass_fds:
            raise NotImplementedError("Popen without pass_fds is what there is here")
        self.encoding = encoding
        self.errors = errors
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        words = [args] if isinstance(args, (str, bytes, os.PathLike)) else list(args)
        if shell:
            words = [executable or "/bin/sh", "-c"] + words
        elif executable is not None:
            words[0] = executable
        if not words:
            raise IndexError("list index out of range")
        if start_new_session:
            words.insert(0, "setsid")
        folder = os.getcwd() if cwd is None else os.path.abspath(os.fspath(cwd))
        if cwd is not None and not os.path.isdir(folder):
            os.listdir(cwd)
        files = []
        for each in (stdout, stderr):
            if each is not None and not isinstance(each, int) and each.fileno() > 2:
                files.append(each)
        self._files = files
        child = _subprocess.start(
            words, folder, dict(os.environ if env is None else env), _kind(stdin, 0),
            self._target(stdout, 1, 2, False), self._target(stderr, 2, 1, True),
        )
        self._child = child
        self.pid = child.pid
        self.stdin = self._stream(child.stdin)
        self.stdout = self._stream(child.stdout)
        self.stderr = self._stream(child.stderr)

    @staticmethod
    def _target(given, standard, other, is_error):
        number = given if given is None or isinstance(given, int) else given.fileno()
        if is_error and number == other:
            return STDOUT
        return _kind(given, standard)

    def _stream(self, pipe):
        if pipe is None or not self.text_mode:
            return pipe
        return _subprocess.text(pipe, self.encoding or "utf-8", self.errors or "strict")

    def __repr__(self):
        shown = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return shown if len(shown) <= 80 else shown[:76] + "...>"

    @property
    def universal_newlines(self):
        return self.text_mode

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    def poll(self):
        if self.returncode is None:
            self._ended(self._child.wait(0))
        return self.returncode

    def _ended(self, code):
        if code is not None:
            self.returncode = code
            for file in self._files:
                if not file.closed:
                    file.seek(0, 2)

    def wait(self, timeout=None):
        if self.returncode is None:
            self._ended(self._child.wait(timeout))
            if self.returncode is None:
                raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def _text(self, data):
        if data is None or not self.text_mode:
            return data
        text = data.decode(self.encoding or "utf-8", self.errors or "strict")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def communicate(self, input=None, timeout=None):
        if input is not None and self.stdin is None:
            raise ValueError("Cannot send input after starting communication")
        end = None if timeout is None else time.monotonic() + timeout
        if isinstance(input, str) and self.text_mode:
            input = input.encode(self.encoding or "utf-8", self.errors or "strict")
        elif input is not None and self.text_mode:
            raise AttributeError("'%s' object has no attribute 'encode'" % type(input).__name__)
        elif isinstance(input, str):
            raise TypeError("memoryview: a bytes-like object is required, not 'str'")
        out, err, done = self._child.communicate(input, timeout)
        if not done:
            raise TimeoutExpired(self.args, timeout, out or None, err or None)
        try:
            self.wait(None if end is None else max(0, end - time.monotonic()))
        except TimeoutExpired:
            raise TimeoutExpired(self.args, timeout, out or None, err or None) from None
        for stream in (self.stdout, self.stderr):
            if stream is not None:
                stream.close()
        return self._text(out), self._text(err)

    def send_signal(self, sig):
        if self.poll() is None:
            self._child.signal(int(sig))

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = PIPE
        kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except BaseException:
            process.kill()
            raise
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    code = call(*popenargs, **kwargs)
    if code:
        cmd = kwargs.get("args")
        if cmd is None:
            cmd = popenargs[0]
        raise CalledProcessError(code, cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        texts = ("text", "encoding", "errors", "universal_newlines")
        kwargs["input"] = "" if any(kwargs.get(each) for each in texts) else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data = check_output(
            cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors
        )
        code = 0
    except CalledProcessError as error:
        data = error.output
        code = error.returncode
    if data[-1:] == "\n":
        data = data[:-1]
    return code, data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]
