package dev.polyloom.threading;

import dev.polyloom.threading.backend.PoolCore;
import dev.polyloom.threading.backend.PoolWork;
import dev.polyloom.threading.backend.Runner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function applied to many items by the thread that asks and by those workers that find the time.
 * Each claims a run of items after the other, smaller ones towards the end, so that there is no
 * task an item and nobody ends much later than the others. Once the thread that asks finds no more
 * items it waits only for those workers that are inside.
 */
final class PoolMap<T extends @Nullable Object, R extends @Nullable Object> {
    private static final int LONGEST_RUN = 1024;
    private static final int RUNS_A_WORKER = 8;

    private final PoolCore core;
    private final List<?> items;
    private final Function<? super T, ? extends R> function;
    private final @Nullable Object[] results;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Thread> inside = new HashSet<>();
    private volatile boolean ended;
    private @Nullable RuntimeException failure;

    PoolMap(
            PoolCore core,
            Collection<? extends T> items,
            Function<? super T, ? extends R> function) {
        this.core = core;
        this.items =
                items instanceof List<?> list && items instanceof RandomAccess ? list : copy(items);
        this.function = function;
        this.results = new Object[this.items.size()];
    }

    /** One by one: what the collection does for it does not compile on every platform. */
    private static List<?> copy(Collection<?> items) {
        List<@Nullable Object> copy = new ArrayList<>(items.size());
        Elements.each(items, copy::add);
        return copy;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // what the function returned
    List<R> run() throws InterruptedException {
        throwIfInterrupted();
        Runnable onStop = () -> fail(core.refusal(null));
        core.addStopAction(onStop);
        try {
            askForHelp();
            applyToRuns();
            awaitHelpers();
        } finally {
            core.removeStopAction(onStop);
            end();
        }
        if (failure != null) {
            throw failure;
        }
        return (List<R>) Collections.unmodifiableList(Arrays.asList(results));
    }

    private void askForHelp() {
        int helpers = Math.min(core.workers(), results.length) - 1;
        try {
            for (int i = 0; i < helpers; i++) {
                core.start(new Helper());
            }
        } catch (ThreadingException _) {
            // it can be done without them
        }
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void applyToRuns() throws InterruptedException {
        int size = results.length;
        int share = RUNS_A_WORKER * core.workers();
        int at = next.get();
        while (at < size && !ended) {
            int run = Math.clamp((size - at) / share, 1, LONGEST_RUN);
            if (next.compareAndSet(at, at + run)) {
                apply(at, at + run);
            }
            at = next.get();
        }
    }

    @SuppressWarnings("unchecked") // the items are those of the collection
    private void apply(int from, int to) throws InterruptedException {
        int i = from;
        try {
            for (; i < to && !ended; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throwIfInterrupted();
                }
                results[i] = function.apply((T) items.get(i));
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            fail(
                    new JoinException(
                            "item %d of a map in pool '%s' failed: %s".formatted(i, core.name(), e),
                            e));
        }
    }

    private synchronized void fail(RuntimeException error) {
        if (!ended) {
            failure = error;
            interruptHelpers();
        }
    }

    private void interruptHelpers() {
        ended = true;
        for (Thread each : inside) {
            if (!each.equals(Thread.currentThread())) {
                each.interrupt();
            }
        }
    }

    /** Waits for those inside; who comes now finds nothing to do, and nobody comes after. */
    private synchronized void awaitHelpers() throws InterruptedException {
        while (!inside.isEmpty()) {
            wait();
        }
        ended = true;
    }

    private synchronized void end() {
        if (!ended) {
            interruptHelpers();
        }
        boolean interrupted = false;
        while (!inside.isEmpty()) {
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

    private synchronized boolean enter() {
        return !ended && inside.add(Thread.currentThread());
    }

    /** Goes out; an interrupt from here is not for what the worker does next. */
    private synchronized void leave() {
        boolean _ = inside.remove(Thread.currentThread());
        notifyAll();
    }

    private final class Helper implements PoolWork {
        @Override
        public void run(Runner runner) {
            if (!enter()) {
                return;
            }
            PoolWork outer = runner.enter(this);
            try {
                applyToRuns();
            } catch (InterruptedException e) {
                fail(
                        new PoolException(
                                "a worker of pool '%s' was interrupted".formatted(core.name()), e));
            } finally {
                runner.leave(outer);
                leave();
            }
        }
    }
}
