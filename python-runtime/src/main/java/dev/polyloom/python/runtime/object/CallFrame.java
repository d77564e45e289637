package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame: a call that is running, or was when it was asked for. */
public final class CallFrame extends PyObject {
    private final List<Traceback.Frame> calls;
    private final Code code;

    private CallFrame(List<Traceback.Frame> calls) {
        super(Types.FRAME);
        this.calls = calls;
        this.code = Code.of(calls.getLast());
    }

    /** Returns the call that is running, or one of those around it; 0 is the innermost. */
    public static CallFrame current(long depth) {
        List<Traceback.Frame> all = Traceback.here();
        if (depth >= all.size()) {
            throw Errors.value("call stack is not deep enough");
        }
        return new CallFrame(all.subList(0, all.size() - (int) Math.max(0, depth)));
    }

    static CallFrame of(Traceback.Frame call) {
        return new CallFrame(List.of(call));
    }

    /** Returns the calls, the outermost first and its own last. */
    public List<Traceback.Frame> calls() {
        return calls;
    }

    private Traceback.Frame own() {
        return calls.getLast();
    }

    /** Returns the line that it is at now, or was at when it was asked for if it has ended. */
    private Object line() {
        List<Traceback.Frame> now = Traceback.here();
        Traceback.Frame then = own();
        Traceback.Frame same = calls.size() > now.size() ? then : now.get(calls.size() - 1);
        boolean runs = same.file().equals(then.file()) && same.function().equals(then.function());
        return (long) (runs ? same : then).line();
    }

    private Object back() {
        return calls.size() < 2 ? None.NONE : new CallFrame(calls.subList(0, calls.size() - 1));
    }

    private Object globals() {
        @Nullable Module module = own().module();
        return module == null ? new PyDict() : Modules.globals(module);
    }

    static void fill(PyType type) {
        type.getter("f_back", s -> of(s).back());
        type.getter("f_lineno", s -> of(s).line());
        type.getter("f_code", s -> of(s).code);
        type.getter("f_globals", s -> of(s).globals());
        type.method("clear", 0, 0, a -> None.NONE);
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<frame at %s, file '%s', line %d, code %s>"
                                .formatted(
                                        Text.address(a[0]),
                                        of(a[0]).own().file(),
                                        of(a[0]).own().line(),
                                        of(a[0]).own().function()));
    }

    private static CallFrame of(Object self) {
        return (CallFrame) self;
    }
}
