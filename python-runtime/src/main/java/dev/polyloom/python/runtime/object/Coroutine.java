package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine: the body of a call of an asynchronous function, which runs when it is awaited or
 * sent to.
 */
public final class Coroutine extends Awaiter implements Awaitable {
    private static final Set<Coroutine> CREATED =
            Collections.newSetFromMap(new ConcurrentHashMap<>());
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final String name;
    private final int line;
    private final Body body;
    private final long number = NUMBERS.incrementAndGet();
    private State state = State.CREATED;
    private @Nullable Generator strand;
    private boolean borrowed;
    private boolean running;
    private Object result = None.NONE;

    private enum State {
        CREATED,
        SUSPENDED,
        CLOSED
    }

    /** What a coroutine does. */
    public interface Body {
        /** Runs it; it waits through the coroutine. */
        Object run(Coroutine self);
    }

    /** Makes one of a program, whose function begins at a line. */
    public Coroutine(String name, int line, Body body) {
        this(Types.COROUTINE, name, line, body);
        CREATED.add(this);
    }

    private Coroutine(PyType type, String name, int line, Body body) {
        super(type);
        this.name = name;
        this.line = line;
        this.body = body;
    }

    /** Makes one of the library, of which nobody is told when it is never awaited. */
    public static Coroutine of(String name, Body body) {
        return new Coroutine(Types.COROUTINE, name, 0, body);
    }

    static Coroutine step(String kind, Body body) {
        return new Coroutine(Types.ASYNC_STEP, kind, 0, body);
    }

    static void fill(PyType type) {
        type.method("send", 1, 1, a -> of(a).sent(a[1]));
        type.method("throw", 1, 3, a -> of(a).thrown(Errors.instance(a[1])));
        type.method("close", 0, 0, a -> of(a).close());
        type.method("__await__", 0, 0, a -> new Iterator(of(a)));
        type.getter("__name__", self -> ((Coroutine) self).shortName());
        type.getter("__qualname__", self -> ((Coroutine) self).name);
        type.getter("cr_running", self -> ((Coroutine) self).isRunning());
        type.getter(
                "cr_suspended",
                self ->
                        ((Coroutine) self).state == State.SUSPENDED
                                && !((Coroutine) self).isRunning());
        type.getter("_closed", self -> ((Coroutine) self).state == State.CLOSED);
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<%s object %s at %s>"
                                .formatted(of(a).type().name(), of(a).name, Text.address(a[0])));
    }

    /** Tells whether its body runs now; one that waits is in its body too. */
    private boolean isRunning() {
        Generator own = strand;
        return running && (own == null || own.isRunning());
    }

    private static Coroutine of(Object[] a) {
        return (Coroutine) a[0];
    }

    private String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns the name with those around. */
    public String name() {
        return name;
    }

    /** Returns the file and line where it is as {@code repr} of a task shows them. */
    public String place() {
        Generator own = strand;
        Traceback.Frame here = own == null || borrowed || isClosed() ? null : own.outermost();
        return Traceback.file(body.getClass().getName())
                + ":"
                + (here == null ? line : here.line());
    }

    /** Tells whether it has ended. */
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Returns what it has returned. */
    public Object result() {
        return result;
    }

    @Override
    Generator strand() {
        Generator own = strand;
        if (own == null) {
            throw new IllegalStateException("the coroutine does not run");
        }
        return own;
    }

    private void begin() {
        CREATED.remove(this);
        state = State.SUSPENDED;
    }

    @Override
    public Object await(Awaiter by) {
        if (state == State.CLOSED) {
            throw Errors.runtime("cannot reuse already awaited coroutine");
        }
        if (running || borrowed) {
            throw Errors.runtime("coroutine is being awaited already");
        }
        if (strand != null) {
            return by.strand().yieldFrom(new Iterator(this));
        }
        strand = by.strand();
        borrowed = true;
        begin();
        Depth depth = Depth.enter();
        try {
            return run();
        } finally {
            depth.leave();
        }
    }

    private Object run() {
        running = true;
        try {
            result = body.run(this);
            return result;
        } catch (PyException e) {
            throw (PyException) kept("coroutine", e);
        } finally {
            running = false;
            state = State.CLOSED;
        }
    }

    /**
     * Runs it until it waits.
     *
     * @param error what it shall meet where it waits, or null
     * @return what it waits for, or null if it has ended; then {@link #result()} is what it gave
     */
    public @Nullable Object resume(Object value, @Nullable PyException error) {
        if (state == State.CLOSED) {
            throw Errors.runtime("cannot reuse already awaited coroutine");
        }
        if (borrowed) {
            throw Errors.runtime("coroutine is being awaited already");
        }
        if (state == State.CREATED) {
            if (value != None.NONE) {
                throw Errors.type("can't send non-None value to a just-started coroutine");
            }
            begin();
            if (error != null) {
                state = State.CLOSED;
                throw Errors.raise(error);
            }
            strand = new Generator(name, self -> run());
        }
        return strand().resume(value, error);
    }

    private Object sent(Object value) {
        return orStop(resume(value, null));
    }

    private Object thrown(PyException error) {
        return orStop(resume(None.NONE, error));
    }

    private Object orStop(@Nullable Object waited) {
        if (waited == null) {
            throw Errors.stop(result);
        }
        return waited;
    }

    /** Ends it where it waits. */
    public Object close() {
        if (state == State.CREATED) {
            begin();
            state = State.CLOSED;
        } else if (state == State.SUSPENDED) {
            try {
                if (resume(None.NONE, new PyException(Exceptions.GENERATOR_EXIT)) != null) {
                    throw Errors.runtime("coroutine ignored GeneratorExit");
                }
            } catch (PyException e) {
                if (!e.is(Exceptions.GENERATOR_EXIT)) {
                    throw e;
                }
            }
        }
        return None.NONE;
    }

    /** Drops what a call has given, with a warning of a coroutine that is not awaited. */
    public static void drop(Object value) {
        if (value instanceof Coroutine lost && lost.state == State.CREATED) {
            CREATED.remove(lost);
            Warnings.neverAwaited(lost);
        }
    }

    /** Warns of coroutines that have never been awaited, and forgets them. */
    public static void warnOfUnawaited() {
        List<Coroutine> all = new ArrayList<>(CREATED);
        CREATED.removeAll(all);
        all.sort(Comparator.comparingLong(each -> each.number));
        for (Coroutine each : all) {
            Streams.complain(
                    "sys:1: RuntimeWarning: coroutine '%s' was never awaited\n"
                            .formatted(each.name));
        }
    }

    /** The iterator that {@code __await__} gives. */
    static final class Iterator extends PyIterator {
        private final Coroutine coroutine;

        Iterator(Coroutine coroutine) {
            super(Types.COROUTINE_WRAPPER, "coroutine_wrapper");
            this.coroutine = coroutine;
        }

        static void fill(PyType type) {
            type.method("send", 1, 1, a -> ((Iterator) a[0]).coroutine.sent(a[1]));
            type.method(
                    "throw", 1, 3, a -> ((Iterator) a[0]).coroutine.thrown(Errors.instance(a[1])));
            type.method("close", 0, 0, a -> ((Iterator) a[0]).coroutine.close());
        }

        Coroutine coroutine() {
            return coroutine;
        }

        @Override
        public @Nullable Object next() {
            return coroutine.resume(None.NONE, null);
        }

        @Override
        @Nullable Object resume(Object value, @Nullable PyException error) {
            return coroutine.resume(value, error);
        }

        @Override
        public Object result() {
            return coroutine.result;
        }
    }
}
