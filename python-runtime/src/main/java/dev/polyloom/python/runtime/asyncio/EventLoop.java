package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.library.Descriptors;
import dev.polyloom.python.runtime.library.Turn;
import dev.polyloom.python.runtime.library.Waiting;
import dev.polyloom.python.runtime.object.AsyncGenerator;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.GlobalLock;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.ObjectFunctions;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.ThreadState;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An event loop of {@code asyncio}: what is ready runs first come first served, timers go off in
 * the order of their instants. One thread runs it; others may only hand it something to do.
 */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class EventLoop extends PyObject {
    static final PyType TYPE =
            PyType.library("_UnixSelectorEventLoop", Types.OBJECT, LoopMethods::fill)
                    .module("asyncio.unix_events")
                    .allocator(EventLoop::new);

    private static final AtomicLong HANDLES = new AtomicLong();

    private final LoopClock clock = new LoopClock();
    private final Deque<Handle> ready = new ArrayDeque<>();
    private final Queue<Handle> timers = new PriorityQueue<>();
    private final Deque<Handle> inbox = new ArrayDeque<>();
    private final Map<Task, Boolean> tasks = new LinkedHashMap<>();
    private final List<Future> failures = new ArrayList<>();
    private final LoopErrors errors = new LoopErrors(this);
    private final ExecutorBridge executors = new ExecutorBridge(this);

    /** In CPython a loop has a selector and a pair of sockets. */
    private final long[] descriptors = {Descriptors.take(), Descriptors.take(), Descriptors.take()};

    private Object taskFactory = None.NONE;
    private @Nullable Task current;
    private boolean running;
    private boolean stopping;
    private boolean closed;
    private boolean debugged;

    EventLoop(PyType type) {
        super(type);
    }

    long now() {
        return clock.now();
    }

    /** Sets the clock, because something has begun that goes by the machine's. */
    void catchUp() {
        clock.forwardTo(System.nanoTime());
    }

    boolean isRunning() {
        return running;
    }

    boolean isDebugged() {
        return debugged;
    }

    void setDebugged(Object value) {
        debugged = Text.truth(value);
    }

    boolean isClosed() {
        return closed;
    }

    LoopErrors errors() {
        return errors;
    }

    ExecutorBridge executors() {
        return executors;
    }

    /** Returns the tasks that have not ended, in the order in which they were made. */
    List<Task> tasks() {
        return List.copyOf(tasks.keySet());
    }

    void begun(Task task) {
        tasks.put(task, true);
    }

    void ended(Task task) {
        tasks.remove(task);
    }

    @Nullable Task current() {
        return current;
    }

    /** Says which task runs, and returns the one before. */
    @Nullable Task enter(@Nullable Task task) {
        Task before = current;
        current = task;
        return before;
    }

    private void checkClosed() {
        if (closed) {
            throw Errors.runtime("Event loop is closed");
        }
    }

    /** Does something as soon as what is ready now has been done. */
    Handle soon(Context context, Runnable action, Object callback) {
        checkClosed();
        Handle handle = new Handle(context, action, callback, -1, 0);
        ready.add(handle);
        return handle;
    }

    Handle soon(Runnable action) {
        return soon(Context.current(), action, None.NONE);
    }

    /** Does something after a while, in nanoseconds. */
    Handle later(long nanos, Context context, Runnable action, Object callback) {
        return at(clock.now() + nanos, context, action, callback);
    }

    Handle later(Object seconds, Runnable action) {
        return later(
                LoopClock.nanos(Numbers.toDouble(seconds)), Context.current(), action, None.NONE);
    }

    Handle at(long instant, Context context, Runnable action, Object callback) {
        checkClosed();
        long number = HANDLES.incrementAndGet();
        Handle handle = new Handle(context, action, callback, Math.max(0, instant), number);
        timers.add(handle);
        return handle;
    }

    /** Does something soon; any thread may ask for it. */
    Handle fromOutside(Context context, Runnable action, Object callback) {
        checkClosed();
        Handle handle = new Handle(context, action, callback, -1, 0);
        synchronized (inbox) {
            inbox.add(handle);
            inbox.notifyAll();
        }
        return handle;
    }

    /** Notes that a future has ended with an exception. */
    void failed(Future future) {
        failures.add(future);
        if (failures.size() > 1_000) {
            failures.removeIf(each -> each.failure() == null);
        }
    }

    /** Tells of exceptions that nobody has asked for. */
    void complainOfFailures() {
        List<Future> all = List.copyOf(failures);
        failures.clear();
        for (Future each : all) {
            if (each.takeUnseen()) {
                errors.neverRetrieved(each);
            }
        }
    }

    void runForever() {
        checkClosed();
        if (running) {
            throw Errors.runtime("This event loop is already running");
        }
        ThreadState state = ThreadState.get();
        if (state.runningLoop() != null) {
            throw Errors.runtime("Cannot run the event loop while another loop is running");
        }
        running = true;
        state.setRunningLoop(this);
        try {
            do {
                runOnce();
            } while (!stopping);
        } finally {
            stopping = false;
            running = false;
            state.setRunningLoop(null);
        }
    }

    void stop() {
        stopping = true;
    }

    private void runOnce() {
        takeInbox(ready.isEmpty() && !stopping);
        takeTimers();
        for (int left = ready.size(); left > 0; left--) {
            Handle handle = ready.remove();
            if (!handle.isCancelled()) {
                run(handle);
            }
        }
    }

    private void run(Handle handle) {
        try {
            handle.run();
        } catch (RuntimeException | Error e) {
            PyException error = Errors.caught(e);
            if (AsyncErrors.isFinal(error)) {
                throw error;
            }
            errors.inCallback(handle, error);
        }
    }

    /** Moves what others have handed in, for which it waits as long as nothing else is due. */
    private void takeInbox(boolean waiting) {
        dropCancelled();
        Handle next = timers.peek();
        long wakeUp = next == null ? Waiting.FOREVER : clock.wakeUp(next.when());
        if (waiting && !hasInbox()) {
            await(wakeUp);
        }
        synchronized (inbox) {
            ready.addAll(inbox);
            inbox.clear();
        }
        GlobalLock.regain();
    }

    /** Waits for what others hand in, at most until the loop itself wakes up and has its turn. */
    private void await(long wakeUp) {
        Turn turn = wakeUp == Waiting.FOREVER ? null : Turn.open(wakeUp);
        try {
            if (handedIn(wakeUp)) {
                clock.forwardTo(Math.min(System.nanoTime(), wakeUp));
                return;
            }
            long[] last = {wakeUp};
            if (turn != null) {
                Waiting.rest(() -> last[0] = turn.await());
            }
            clock.forwardTo(hasInbox() ? last[0] : wakeUp);
        } finally {
            if (turn != null) {
                turn.end();
            }
        }
    }

    private boolean hasInbox() {
        synchronized (inbox) {
            return !inbox.isEmpty();
        }
    }

    private boolean handedIn(long deadline) {
        synchronized (inbox) {
            while (inbox.isEmpty()) {
                boolean timed = deadline != Waiting.FOREVER;
                long left = timed ? deadline - System.nanoTime() : 0;
                if (timed && left <= 0) {
                    return false;
                }
                pause(left);
            }
        }
        return true;
    }

    private void dropCancelled() {
        for (Handle next = timers.peek(); next != null; next = timers.peek()) {
            if (!next.isCancelled()) {
                return;
            }
            timers.remove();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private void pause(long nanos) {
        Waiting.rest(inbox, () -> inbox.wait(nanos / 1_000_000, (int) (nanos % 1_000_000)));
    }

    private void takeTimers() {
        long end = clock.now();
        for (Handle next = timers.peek(); next != null && next.when() < end; next = timers.peek()) {
            timers.remove();
            if (!next.isCancelled()) {
                ready.add(next);
            }
        }
    }

    Object runUntilComplete(Object awaitable) {
        checkClosed();
        if (running) {
            throw Errors.runtime("This event loop is already running");
        }
        if (ThreadState.get().runningLoop() != null) {
            throw Errors.runtime("Cannot run the event loop while another loop is running");
        }
        Future future = EventLoops.ensureFuture(awaitable, this);
        Ending ended =
                Ending.at("_run_until_complete_cb", "base_events.py:180", this::stopUnlessFinal);
        future.onEnd(ended);
        try {
            runForever();
        } catch (PyException e) {
            if (future != awaitable && future.isDone() && !future.isCancelled()) {
                future.takeUnseen();
            }
            throw e;
        } finally {
            future.forget(ended);
        }
        if (!future.isDone()) {
            throw Errors.runtime("Event loop stopped before Future completed.");
        }
        return future.result();
    }

    private void stopUnlessFinal(Future done) {
        PyException error = done.isCancelled() ? null : done.peekFailure();
        if (error == null || !AsyncErrors.isFinal(error)) {
            stop();
        }
    }

    /** Ends the asynchronous generators that have begun and not ended. */
    Object closeGenerators(Awaiter by) {
        for (AsyncGenerator each : ThreadState.get().takeGenerators()) {
            try {
                each.close(by);
            } catch (PyException e) {
                errors.tell(
                        "an error occurred during closing of asynchronous generator "
                                + Text.repr(each),
                        e,
                        "asyncgen",
                        each);
            }
        }
        return None.NONE;
    }

    void close() {
        if (running) {
            throw Errors.runtime("Cannot close a running event loop");
        }
        if (closed) {
            return;
        }
        complainOfFailures();
        closed = true;
        for (long each : descriptors) {
            Descriptors.giveBack(each);
        }
        ready.clear();
        timers.clear();
        executors.close();
        if (Modules.isLoaded("_loops")) {
            Calls.call(Modules.member("_loops", "forget_signal_handlers"), this);
        }
    }

    Task createTask(Object coroutine, Object name, Object context) {
        checkClosed();
        return taskFactory == None.NONE
                ? new Task(this, EventLoops.coroutine(coroutine), name, context)
                : fromFactory(coroutine, context).named(name);
    }

    private Task fromFactory(Object coroutine, Object context) {
        Object made =
                context == None.NONE
                        ? Calls.call(taskFactory, this, coroutine)
                        : Calls.callNamed(
                                taskFactory, Calls.names("context"), this, coroutine, context);
        if (made instanceof Task task) {
            return task;
        }
        throw Errors.type("a task factory must return a task, not " + Text.repr(made));
    }

    Object taskFactory() {
        return taskFactory;
    }

    void setTaskFactory(Object value) {
        if (value != None.NONE && !ObjectFunctions.isCallable(value)) {
            throw Errors.type("task factory must be a callable or None");
        }
        taskFactory = value;
    }

    /** Returns what the text of a callback begins with. */
    static String name(Object callback) {
        Object name = Attributes.find(callback, "__qualname__");
        return name == null ? Text.repr(callback) : Text.str(name);
    }
}
