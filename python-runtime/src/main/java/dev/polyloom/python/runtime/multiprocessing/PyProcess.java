package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.PyThread;
import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyBytes;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Streams;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.ThreadDeathError;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code multiprocessing.Process}. Each process has an object of its own for it. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class PyProcess extends PyObject implements Forkable {
    static final PyType BASE =
            PyType.library("BaseProcess", Types.OBJECT, PyProcess::fill)
                    .module("multiprocessing.process")
                    .allocator(PyProcess::new);
    static final PyType TYPE =
            PyType.library("Process", BASE, type -> type.dict().put("__open__", true))
                    .module("multiprocessing.context");

    private static final PyType PARENT =
            PyType.library("_ParentProcess", BASE, null).module("multiprocessing.process");

    private ProcessState state = new ProcessState();
    private Object target = None.NONE;
    private Object args = PyTuple.EMPTY;
    private Object kwargs = None.NONE;
    private @Nullable PyProcess parent;

    PyProcess(PyType type) {
        super(type);
    }

    /** Makes a process of the library. */
    static PyProcess of(PyType type, Runnable body, boolean daemon) {
        PyProcess made = new PyProcess(type);
        made.state.identify(type.name());
        made.state.daemon = daemon;
        made.state.servant = true;
        made.target =
                Builtin.function(
                        "worker",
                        0,
                        0,
                        a -> {
                            body.run();
                            return None.NONE;
                        });
        return made;
    }

    /** Returns the object of a process that nobody has started. */
    static PyProcess main() {
        PyProcess made = new PyProcess(PyType.library("_MainProcess", BASE, null));
        made.state.name = "MainProcess";
        made.state.begin(None.NONE);
        return made;
    }

    /** Returns the object that the children of the process have for it. */
    PyProcess seenByChild() {
        PyProcess made = new PyProcess(PARENT);
        made.state = state;
        return made;
    }

    private static PyProcess of(Object self) {
        return (PyProcess) self;
    }

    private static void fill(PyType type) {
        type.method(
                "__init__",
                "group=None, target=None, name=None, args=, kwargs=, *, daemon=None",
                PyProcess::init,
                PyTuple.EMPTY,
                new PyDict());
        type.method("start", 0, 0, a -> of(a[0]).start());
        type.method("run", 0, 0, a -> of(a[0]).run());
        type.method("join", "timeout=None", a -> of(a[0]).join(a[1]));
        type.method("is_alive", 0, 0, a -> of(a[0]).isAlive());
        type.method("terminate", 0, 0, a -> of(a[0]).kill(15));
        type.method("kill", 0, 0, a -> of(a[0]).kill(9));
        type.method("close", 0, 0, a -> of(a[0]).close());
        type.getter("name", s -> of(s).state.name, (s, v) -> of(s).state.name = Text.str(v));
        type.getter("daemon", s -> of(s).state.daemon, (s, v) -> of(s).setDaemon(v));
        type.getter("pid", s -> of(s).state.pid());
        type.getter("ident", s -> of(s).state.pid());
        type.getter("sentinel", s -> Watch.sentinel(of(s).state));
        type.getter("exitcode", s -> of(s).state.exitCode());
        type.getter("authkey", s -> PyBytes.of("polyloom"));
        type.getter("_name", s -> of(s).state.name, (s, v) -> of(s).state.name = Text.str(v));
        type.getter("_target", s -> of(s).target, (s, v) -> of(s).target = v);
        type.getter("_args", s -> of(s).args, (s, v) -> of(s).args = v);
        type.getter("_kwargs", s -> of(s).kwargs, (s, v) -> of(s).kwargs = v);
        type.getter("_identity", s -> of(s).state.identity());
        type.method("__repr__", 0, 0, a -> of(a[0]).text());
    }

    private static Object init(Object[] a) {
        PyProcess self = of(a[0]);
        if (a[1] != None.NONE) {
            throw Errors.assertion("group argument must be None for now");
        }
        self.state.identify(self.type().name());
        self.target = a[2];
        if (a[3] != None.NONE) {
            self.state.name = Text.str(a[3]);
        }
        self.args = a[4];
        self.kwargs = a[5];
        self.state.daemon = a[6] == None.NONE ? Processes.current().state.daemon : Text.truth(a[6]);
        return None.NONE;
    }

    @Nullable PyProcess parent() {
        return parent;
    }

    ProcessState state() {
        return state;
    }

    private void setDaemon(Object value) {
        if (state.isStarted()) {
            throw Errors.assertion("process has already started");
        }
        state.daemon = Text.truth(value);
    }

    @Override
    public Object fork(Realm.Copier copier) {
        PyProcess copy = new PyProcess(type());
        copy.state = state;
        copy.target = copier.copy(target);
        copy.args = copier.copy(args);
        copy.kwargs = copier.copy(kwargs);
        return copy;
    }

    Object start() {
        if (state.isStarted()) {
            throw Errors.assertion("cannot start a process twice");
        }
        PyProcess by = Processes.current();
        if (by.state.daemon) {
            throw Errors.assertion("daemonic processes are not allowed to have children");
        }
        Processes.flush();
        state.begin(by.state.pid());
        Processes.add(this);
        Realm realm = Realm.fork((Long) state.pid(), (Long) by.state.pid());
        Forking copies = new Forking(realm);
        PyProcess child = (PyProcess) copies.copy(this);
        child.parent = by;
        realm.take(copies);
        Processes.enter(realm, child, copies.endings());
        state.realm = realm;
        long begin = Processes.reserveStart();
        PyThread.startProcess(realm, () -> child.work(realm, begin), state::ended);
        return None.NONE;
    }

    /** Does what the process does, from its first instant to its exit code. */
    private void work(Realm realm, long begin) {
        Processes.awaitStart(begin);
        int code = 0;
        try {
            Realm.check();
            Calls.method(this, "run");
        } catch (RuntimeException | Error e) {
            code = failed(e);
        } finally {
            Integer own = realm.code();
            state.result(own == null ? code : own);
        }
    }

    private int failed(Throwable thrown) {
        if (thrown instanceof ThreadDeathError death) {
            throw death;
        }
        PyException error = Errors.caught(thrown);
        if (error.is(Exceptions.SYSTEM_EXIT)) {
            Object code = Attributes.get(error, "code");
            if (code instanceof Long number) {
                return (int) (number & 0xff);
            }
            if (code == None.NONE) {
                return 0;
            }
            if (!(code instanceof Boolean truth)) {
                Streams.complain(Text.str(code) + "\n");
                return 1;
            }
            return truth ? 1 : 0;
        }
        Streams.complain("Process %s:\n%s".formatted(state.name, TracebackText.of(error)));
        return 1;
    }

    private Object run() {
        if (target != None.NONE) {
            var call = Calls.arguments().addAll(args);
            if (kwargs instanceof PyDict named) {
                call.addNamed(named);
            }
            call.call(target);
        }
        return None.NONE;
    }

    Object join(Object timeout) {
        state.checkOpen();
        if (!state.isStarted()) {
            throw Errors.assertion("can only join a started process");
        }
        if (this == Processes.current()) {
            throw Errors.assertion("can only join a child process");
        }
        if (timeout != None.NONE) {
            Numbers.toDouble(timeout);
        }
        state.await(Waiting.deadline(timeout));
        return None.NONE;
    }

    boolean isAlive() {
        state.checkOpen();
        return this == Processes.current() || state.isAlive();
    }

    Object kill(int signal) {
        state.checkOpen();
        state.kill(signal);
        return None.NONE;
    }

    private Object close() {
        if (state.isAlive()) {
            throw Errors.value(
                    "Cannot close a process while it is still running. You should first call join()"
                            + " or terminate().");
        }
        state.close();
        return None.NONE;
    }

    private String text() {
        return type() == PARENT
                ? "<_ParentProcess name=%s parent=None unknown>".formatted(Text.repr(state.name))
                : state.text(type().name(), Processes.current() == this);
    }
}
