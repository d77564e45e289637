package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.threading.ThreadHandle;
import dev.polyloom.threading.Threads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generator: a state machine, or a body that runs in a thread of its own, but only while somebody
 * waits for its next value.
 *
 * <p>The two threads hand over under the monitor of the generator: {@code running} says whose turn
 * it is. What the body sees as its thread is the one that asks for the value. A generator that
 * nobody asks any more is left waiting; its thread keeps nothing else alive.
 */
public final class Generator extends PyIterator {
    /** Where the state machine of a body goes on. */
    public int state;

    /** The iterators of the loops that it is in. */
    public final PyIterator[] iterators;

    private final @Nullable Body body;
    private @Nullable Steps steps;
    private @Nullable Delegation delegation;
    private final String name;
    private @Nullable ThreadHandle<?> thread;
    private volatile @Nullable Thread runner;
    private boolean running;
    private boolean finished;
    private @Nullable Object out;
    private @Nullable Throwable failure;
    private Object in = None.NONE;
    private @Nullable PyException thrown;
    private Object result = None.NONE;
    private Object caller = None.NONE;
    private boolean awaitable;

    /** What a generator does. */
    public interface Body {
        /** Runs it; what it yields goes through the generator. */
        Object run(Generator self);
    }

    /** What a generator does, as a state machine, which needs no thread. */
    public interface Steps {
        /** Runs it up to its next value, which is null at its end. */
        @Nullable Object step$(Generator self);
    }

    /** Makes one whose body runs in a thread. */
    public Generator(String name, Body body) {
        super(Types.GENERATOR, "generator");
        this.name = name;
        this.body = body;
        this.steps = null;
        this.iterators = new PyIterator[0];
    }

    /** Makes one with a state machine, whose loops lie so deep in each other. */
    public Generator(String name, Steps steps, int loops) {
        super(Types.GENERATOR, "generator");
        this.name = name;
        this.body = null;
        this.steps = steps;
        this.iterators = new PyIterator[loops];
    }

    private boolean isNew() {
        return thread == null && state == 0 && !running;
    }

    boolean isRunning() {
        return running;
    }

    private boolean isSuspended() {
        return !running && !finished && !isNew();
    }

    static void fill(PyType type) {
        type.method("send", 1, 1, a -> of(a).sent(a[1]));
        type.method("throw", 1, 3, a -> of(a).thrown(a));
        type.method(
                "close",
                0,
                0,
                a -> {
                    of(a).close();
                    return None.NONE;
                });
        type.getter("gi_running", self -> ((Generator) self).running);
        type.getter("gi_suspended", self -> ((Generator) self).isSuspended());
        type.getter("gi_yieldfrom", self -> None.NONE);
        type.getter("_closed", self -> ((Generator) self).finished);
        type.getter("__name__", self -> ((Generator) self).name);
        type.getter("__qualname__", self -> ((Generator) self).name);
        type.method(
                "__repr__",
                0,
                0,
                a -> "<generator object %s at %s>".formatted(of(a).name, Text.address(a[0])));
    }

    private static Generator of(Object[] a) {
        return (Generator) a[0];
    }

    @Override
    public @Nullable Object next() {
        return resume(None.NONE, null);
    }

    @Override
    public Object result() {
        return result;
    }

    private Object sent(Object value) {
        if (isNew() && value != None.NONE && !finished) {
            throw Errors.type("can't send non-None value to a just-started generator");
        }
        Object next = resume(value, null);
        if (next == null) {
            throw Errors.stop(result);
        }
        return next;
    }

    private Object thrown(Object[] a) {
        PyException error = toThrow(a);
        if (finished || isNew()) {
            finished = true;
            throw Errors.raise(error);
        }
        Object next = resume(None.NONE, error);
        if (next == null) {
            throw Errors.stop(result);
        }
        return next;
    }

    /** Returns what the arguments of {@code throw} name: an exception, or a type and a value. */
    static PyException toThrow(Object[] a) {
        Object value = a.length > 2 ? a[2] : None.NONE;
        Object made = a[1];
        if (made instanceof PyType type && type.isSubtypeOf(Exceptions.BASE_EXCEPTION)) {
            made =
                    switch (value) {
                        case None none -> Calls.call(type);
                        case PyException known when known.is(type) -> known;
                        case PyTuple args -> Calls.call(type, args.array());
                        default -> Calls.call(type, value);
                    };
        }
        if (made instanceof PyException error) {
            return error;
        }
        if (a[1] instanceof PyType type && type.isSubtypeOf(Exceptions.BASE_EXCEPTION)) {
            throw Errors.notAnException(type, Types.of(made).name());
        }
        throw Errors.type(
                "exceptions must be classes or instances deriving from BaseException, not "
                        + Types.of(made).name());
    }

    /**
     * Ends a generator that a loop has left. Nobody else knows it, so that nobody gets what it
     * throws.
     */
    public static void leave(Object values) {
        if (values instanceof Generator generator && !generator.running && !generator.finished) {
            try {
                generator.close();
            } catch (PyException e) {
                Streams.complain(
                        "Exception ignored in: %s\n%s"
                                .formatted(Text.repr(generator), TracebackText.of(e)));
            }
        }
    }

    /** Ends the generator. */
    public void close() {
        if (finished || isNew()) {
            finished = true;
            return;
        }
        try {
            Object next = resume(None.NONE, new PyException(Exceptions.GENERATOR_EXIT));
            if (next != null) {
                throw Errors.runtime("generator ignored GeneratorExit");
            }
        } catch (PyException e) {
            if (!e.is(Exceptions.GENERATOR_EXIT) && !e.is(Exceptions.STOP_ITERATION)) {
                throw e;
            }
        }
    }

    @Override
    synchronized @Nullable Object resume(Object value, @Nullable PyException error) {
        if (running) {
            throw Errors.value("generator already executing");
        }
        if (finished) {
            result = None.NONE;
            return null;
        }
        in = value;
        thrown = error;
        if (steps != null) {
            return step(steps);
        }
        out = null;
        running = true;
        caller = Identity.current();
        if (thread == null) {
            thread = Threads.builder().virtual().daemon(true).spawn(this::work);
        } else {
            notifyAll();
        }
        awaitTurn(true);
        if (finished) {
            Drops.ended();
        }
        Throwable failed = failure;
        if (failed != null) {
            failure = null;
            throw rethrown(failed instanceof Error ? failed : Errors.caught(failed).passedOn());
        }
        return out;
    }

    private @Nullable Object step(Steps machine) {
        running = true;
        try {
            Object next = machine.step$(this);
            if (next == null) {
                end();
            }
            return next;
        } catch (RuntimeException | Error e) {
            end();
            throw rethrown(e);
        } finally {
            running = false;
        }
    }

    /** Lets go of the variables of the body. */
    private void end() {
        finished = true;
        steps = null;
        Drops.ended();
    }

    /** Returns what is sent in, or throws what is thrown in. */
    public Object sent() {
        PyException error = thrown;
        if (error != null) {
            thrown = null;
            throw Errors.raise(error);
        }
        return in;
    }

    /** Ends a state machine with the result of its generator. */
    public @Nullable Object finish(Object value) {
        result = value;
        return null;
    }

    /** Begins to hand out all values of another. */
    public void delegate(Object values) {
        delegation = new Delegation(Iteration.of(values));
        in = None.NONE;
    }

    /** Returns the next value of the other, or null after its last. */
    public @Nullable Object delegated() {
        Delegation other = java.util.Objects.requireNonNull(delegation);
        PyException error = thrown;
        thrown = null;
        Depth depth = Depth.enter();
        try {
            return error == null ? other.sent(in) : other.thrown(Errors.raise(error));
        } finally {
            depth.leave();
        }
    }

    /** Returns what the other gave at its end. */
    public Object delegateResult() {
        Delegation other = java.util.Objects.requireNonNull(delegation);
        delegation = null;
        return other.result();
    }

    /** Returns what a generator fails with; that something has ended is an error in one. */
    static RuntimeException rethrown(Throwable failed) {
        if (failed instanceof PyException error && error.is(Exceptions.STOP_ITERATION)) {
            error.keptHere();
            PyException wrapped = Errors.runtime("generator raised StopIteration");
            wrapped.setContext(error);
            return wrapped.from(error);
        }
        if (failed instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failed;
    }

    /** Waits until the other side has handed over. */
    private void awaitTurn(boolean whileRunning) {
        boolean interrupted = false;
        while (running == whileRunning) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Void work() {
        Throwable failed = null;
        Object value = None.NONE;
        runner = Thread.currentThread();
        Identity.adopt(caller);
        try {
            value = java.util.Objects.requireNonNull(body).run(this);
        } catch (RuntimeException | Error e) {
            failed = e;
        }
        runner = null;
        synchronized (this) {
            finished = true;
            result = value;
            failure = failed;
            running = false;
            notifyAll();
        }
        return null;
    }

    /** Returns the call that the body is, where it has a thread of its own and has begun. */
    Traceback.@Nullable Frame outermost() {
        Thread own = runner;
        if (own == null) {
            return null;
        }
        List<Traceback.Frame> frames = Traceback.frames(own.getStackTrace());
        return frames.isEmpty() ? null : frames.getFirst();
    }

    /** Hands a value out, and returns what is sent in. */
    public synchronized Object give(Object value) {
        out = value;
        running = false;
        notifyAll();
        awaitTurn(false);
        Identity.adopt(caller);
        PyException error = thrown;
        if (error != null) {
            thrown = null;
            throw Errors.raise(error);
        }
        return in;
    }

    /** Tells whether it may be awaited like a coroutine. */
    public boolean isAwaitable() {
        return awaitable;
    }

    /** Says that it may be awaited like a coroutine. */
    public Generator awaitable() {
        awaitable = true;
        return this;
    }

    /** Hands out all values of another, passing on what is sent in, and returns its result. */
    public Object yieldFrom(Object values) {
        Delegation other = new Delegation(Iteration.of(values));
        Object next = other.sent(None.NONE);
        while (next != null) {
            Object sent;
            try {
                sent = give(next);
            } catch (PyException e) {
                next = other.thrown(e);
                continue;
            }
            next = other.sent(sent);
        }
        return other.result();
    }
}
