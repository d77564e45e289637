package dev.polyloom.python.runtime.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exception of Python: an object with a type and arguments, and at once what Java throws. The
 * stack is taken when it is raised, not when it is made.
 */
public final class PyException extends RuntimeException implements Typed {
    private final transient PyObject state;
    private final PyType type;
    private transient PyTuple arguments;
    private transient PyTuple given;
    private @Nullable PyException origin;
    private @Nullable PyException context;
    private boolean contextHidden;
    private boolean raised;
    private @Nullable Throwable internal;
    private final transient Legs legs = new Legs(this);

    /** Makes one of a type that rests on {@code BaseException}. */
    public PyException(PyType type, Object... arguments) {
        super(null, null, false, true);
        this.type = type;
        this.state = new PyObject(type);
        this.given = PyTuple.of(arguments);
        this.arguments = SystemErrors.kept(type, given);
    }

    /** Returns a new exception of a built-in type, by its name, with a message. */
    public static PyException of(String type, String message) {
        return new PyException(Exceptions.named(type), message);
    }

    /** Keeps no stack before the exception is raised. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** Notes where it is raised, once more perhaps, and what was being handled then. */
    PyException raisedNow(@Nullable PyException handled) {
        if (!raised) {
            raised = true;
            super.fillInStackTrace();
        } else {
            legs.add();
        }
        if (handled != this && context == null && handled != null && !handled.hasContext(this)) {
            context = handled;
        }
        return this;
    }

    private boolean hasContext(PyException other) {
        for (PyException each = this; each != null; each = each.context) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }

    /** Notes that it goes on from another thread in this one. */
    public PyException passedOn() {
        legs.add();
        return this;
    }

    /** Notes that it does not go on in this thread, into which it was passed on. */
    public PyException kept() {
        legs.stay();
        return this;
    }

    /** Notes that it does not go on further than the code that has called what runs now. */
    void keptHere() {
        List<Traceback.Frame> all = legs.frames();
        int outer = Math.min(all.size(), Traceback.here().size());
        legs.set(() -> all.subList(outer, all.size()));
    }

    /** Makes it one that has taken the ways of another, of which it is a part. */
    PyException partOf(PyException whole) {
        raised = whole.raised;
        legs.follow(whole.legs);
        origin = whole.origin;
        context = whole.context;
        contextHidden = whole.contextHidden;
        Object notes = whole.own("__notes__");
        if (notes != null) {
            setOwn("__notes__", notes);
        }
        return this;
    }

    /** Notes that it goes on from where it was caught. */
    public PyException again() {
        legs.goOn();
        return this;
    }

    /** Returns the ways that it has taken. */
    Legs legs() {
        return legs;
    }

    /** Tells whether it has been raised. */
    boolean isRaised() {
        return raised;
    }

    /** Returns the exception that it was raised from, or null. */
    public @Nullable PyException origin() {
        return origin;
    }

    /** Sets the exception that it is raised from; null hides what was being handled. */
    public PyException from(@Nullable PyException value) {
        origin = value;
        contextHidden = true;
        return this;
    }

    /** Returns the exception that was being handled when this one was raised, or null. */
    public @Nullable PyException context() {
        return context;
    }

    void setContext(@Nullable PyException value) {
        context = value;
    }

    /** Tells whether a traceback leaves the context out. */
    public boolean isContextHidden() {
        return contextHidden;
    }

    void hideContext(boolean value) {
        contextHidden = value;
    }

    void setInternal(Throwable value) {
        internal = value;
    }

    /** Returns what was thrown within the runtime, or null. */
    @Override
    public synchronized @Nullable Throwable getCause() {
        return internal;
    }

    /** Returns the stack of Java where it was raised first, with the lines of Python. */
    @Override
    public StackTraceElement[] getStackTrace() {
        return Traceback.plain(super.getStackTrace());
    }

    StackTraceElement[] numberedStack() {
        return super.getStackTrace();
    }

    /** Returns the arguments. */
    public PyTuple arguments() {
        return arguments;
    }

    void setArguments(PyTuple values) {
        given = values;
        arguments = SystemErrors.kept(type, values);
    }

    /** Returns the arguments, with those that errors of the system keep elsewhere. */
    PyTuple given() {
        return given;
    }

    /** Tells whether it is of a type. */
    public boolean is(PyType other) {
        return type.isSubtypeOf(other);
    }

    @Override
    public PyType type() {
        return type;
    }

    @Override
    public @Nullable Object own(String name) {
        return state.own(name);
    }

    @Override
    public void setOwn(String name, Object value) {
        state.setOwn(name, value);
    }

    @Override
    public boolean deleteOwn(String name) {
        return state.deleteOwn(name);
    }

    @Override
    public Map<String, Object> owned() {
        return state.owned();
    }

    @Override
    public String getMessage() {
        return type.name() + ": " + Exceptions.text(this);
    }

    @Override
    public String toString() {
        return Text.str(this);
    }
}
