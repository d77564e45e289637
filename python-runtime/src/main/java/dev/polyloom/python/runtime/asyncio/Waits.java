package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Lazy;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The functions of {@code asyncio} that wait for futures. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class Waits {
    private Waits() {}

    static Object sleep(Awaiter by, Object delay, Object result) {
        if (Numbers.toDouble(delay) <= 0) {
            by.suspend(None.NONE);
            return result;
        }
        EventLoop loop = EventLoops.running();
        Future future = new Future(loop);
        Handle timer = loop.later(delay, () -> future.offer(result));
        try {
            return future.await(by);
        } finally {
            timer.cancel();
        }
    }

    static Object waitFor(Awaiter by, Object awaitable, Object timeout) {
        EventLoop loop = EventLoops.running();
        if (timeout == None.NONE) {
            return by.await(awaitable);
        }
        Future future = EventLoops.ensureFuture(awaitable, loop);
        if (Numbers.toDouble(timeout) <= 0) {
            return future.isDone() ? future.result() : cancelled(by, future);
        }
        Future waiter = new Future(loop);
        Handle timer = loop.later(timeout, () -> waiter.offer(None.NONE));
        Consumer<Future> release = done -> waiter.offer(None.NONE);
        future.onEnd(release);
        try {
            waiter.await(by);
            if (future.isDone()) {
                return future.result();
            }
            future.forget(release);
            return cancelled(by, future);
        } catch (PyException e) {
            if (!AsyncErrors.isCancelled(e) || (waiter.isDone() && !waiter.isCancelled())) {
                throw e;
            }
            if (future.isDone()) {
                return future.result();
            }
            future.forget(release);
            cancelAndWait(by, future);
            throw e;
        } finally {
            timer.cancel();
        }
    }

    private static Object cancelled(Awaiter by, Future future) {
        cancelAndWait(by, future);
        try {
            return future.result();
        } catch (PyException e) {
            if (AsyncErrors.isCancelled(e)) {
                throw Errors.of(Exceptions.TIMEOUT_ERROR).from(e);
            }
            throw e;
        }
    }

    private static void cancelAndWait(Awaiter by, Future future) {
        Future waiter = new Future(future.loop());
        Consumer<Future> release = done -> waiter.offer(None.NONE);
        future.onEnd(release);
        try {
            future.cancel(None.NONE);
            waiter.await(by);
        } finally {
            future.forget(release);
        }
    }

    private static List<Object> futures(Object values, String kind) {
        if (values instanceof Future || values instanceof Coroutine) {
            throw Errors.type(
                    "expect %s of futures, not %s".formatted(kind, Types.of(values).name()));
        }
        IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
        List<Object> all = new ArrayList<>();
        for (Object each : Iteration.toList(values)) {
            if (seen.put(each, true) == null) {
                all.add(each);
            }
        }
        return all;
    }

    /** Waits for some of several futures, and returns the sets of those done and of the others. */
    static Object wait(Awaiter by, Object values, Object timeout, Object when) {
        List<Object> all = futures(values, "a list");
        if (all.isEmpty()) {
            throw Errors.value("Set of Tasks/Futures is empty.");
        }
        if (!List.of("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED").contains(when)) {
            throw Errors.value("Invalid return_when value: " + when);
        }
        if (all.stream().anyMatch(EventLoops::isCoroutine)) {
            throw Errors.type("Passing coroutines is forbidden, use tasks explicitly.");
        }
        EventLoop loop = EventLoops.running();
        List<Future> futures = new ArrayList<>();
        all.forEach(each -> futures.add(EventLoops.ensureFuture(each, loop)));
        await(by, loop, futures, timeout, (String) when);
        List<Object> done = new ArrayList<>();
        List<Object> pending = new ArrayList<>();
        futures.forEach(each -> (each.isDone() ? done : pending).add(each));
        return PyTuple.of(PySet.of(done.toArray()), PySet.of(pending.toArray()));
    }

    private static void await(
            Awaiter by, EventLoop loop, List<Future> futures, Object timeout, String when) {
        Future waiter = new Future(loop);
        Handle timer =
                timeout == None.NONE ? null : loop.later(timeout, () -> waiter.offer(None.NONE));
        int[] left = {futures.size()};
        Consumer<Future> ended =
                done -> {
                    left[0]--;
                    if (left[0] == 0 || isEnough(done, when)) {
                        waiter.offer(None.NONE);
                    }
                };
        futures.forEach(each -> each.onEnd(ended));
        try {
            waiter.await(by);
        } finally {
            if (timer != null) {
                timer.cancel();
            }
            futures.forEach(each -> each.forget(ended));
        }
    }

    private static boolean isEnough(Future done, String when) {
        return when.equals("FIRST_COMPLETED")
                || (when.equals("FIRST_EXCEPTION") && done.failure() != null);
    }

    static Future shield(Object awaitable) {
        Future inner = EventLoops.ensureFuture(awaitable);
        if (inner.isDone()) {
            return inner;
        }
        Future outer = new Future(inner.loop());
        Consumer<Future> innerEnded =
                done -> {
                    if (outer.isCancelled()) {
                        done.takeUnseen();
                    } else if (done.isCancelled()) {
                        outer.cancel(None.NONE);
                    } else if (done.failure() != null) {
                        outer.setException(done.failure());
                    } else {
                        outer.setResult(done.result());
                    }
                };
        inner.onEnd(innerEnded);
        outer.onEnd(done -> {
            if (!inner.isDone()) {
                inner.forget(innerEnded);
            }
        });
        return outer;
    }

    /** Returns an iterator over coroutines, each of which waits for the next future that ends. */
    static PyIterator asCompleted(Object values, Object timeout) {
        List<Object> all = futures(values, "an iterable");
        return Lazy.of(
                "as_completed",
                new Lazy.Source() {
                    private @Nullable Completions completions;
                    private int given;

                    @Override
                    public @Nullable Object next() {
                        Completions begun = completions;
                        if (begun == null) {
                            begun = new Completions(all, timeout);
                            completions = begun;
                        }
                        Completions known = begun;
                        return given++ < all.size()
                                ? Coroutine.of("as_completed.<locals>._wait_for_one", known::next)
                                : null;
                    }
                });
    }

    /** The futures that have ended, in the order in which they have. */
    private static final class Completions {
        private final Queue done = new Queue(Queue.TYPE);
        private final List<Future> open = new ArrayList<>();

        Completions(List<Object> all, Object timeout) {
            EventLoop loop = EventLoops.get();
            all.forEach(each -> open.add(EventLoops.ensureFuture(each, loop)));
            Handle timer =
                    timeout == None.NONE || open.isEmpty() ? null : loop.later(timeout, this::late);
            for (Future each : List.copyOf(open)) {
                each.onEnd(ended -> {
                    if (open.remove(ended)) {
                        done.putNow(ended);
                    }
                    if (open.isEmpty() && timer != null) {
                        timer.cancel();
                    }
                });
            }
        }

        private void late() {
            open.forEach(each -> done.putNow(None.NONE));
            open.clear();
        }

        Object next(Awaiter by) {
            if (done.get(by) instanceof Future future) {
                return future.result();
            }
            throw Errors.of(Exceptions.TIMEOUT_ERROR);
        }
    }
}
