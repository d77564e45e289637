package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.multiprocessing.ProcessExecutor;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Lazy;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PySet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module {@code concurrent.futures}. */
final class FuturesModule {
    private static final StructSequence WAITED =
            StructSequence.of(
                    "concurrent.futures._base", "DoneAndNotDoneFutures", 2, "done", "not_done");

    private FuturesModule() {}

    static Module make() {
        Module module = new Module("concurrent.futures");
        module.put("ThreadPoolExecutor", Executor.TYPE);
        module.put("ProcessPoolExecutor", ProcessExecutor.TYPE);
        module.put("Future", Futures.TYPE);
        module.put("TimeoutError", Exceptions.TIMEOUT_ERROR);
        module.put("CancelledError", Futures.CANCELLED_ERROR);
        module.put("BrokenExecutor", Futures.BROKEN);
        module.put("InvalidStateError", Futures.INVALID);
        module.put("ALL_COMPLETED", "ALL_COMPLETED");
        module.put("FIRST_COMPLETED", "FIRST_COMPLETED");
        module.put("FIRST_EXCEPTION", "FIRST_EXCEPTION");
        module.function("as_completed", "fs, timeout=None", a -> asCompleted(a[0], a[1]));
        module.function(
                "wait", "fs, timeout=None, return_when='ALL_COMPLETED'", FuturesModule::await);
        module.put("_base", base(module));
        module.put("thread", threads());
        module.put("process", processes());
        return module;
    }

    private static Module base(Module all) {
        Module base = new Module("concurrent.futures._base");
        all.owned()
                .forEach((name, value) -> {
                    if (!name.startsWith("__")) {
                        base.put(name, value);
                    }
                });
        return base;
    }

    /** Makes the module {@code concurrent.futures._base}. */
    static Module makeBase() {
        return base(make());
    }

    /** Makes the module {@code concurrent.futures.thread}. */
    static Module threads() {
        return new Module("concurrent.futures.thread")
                .put("ThreadPoolExecutor", Executor.TYPE)
                .put("BrokenThreadPool", Futures.BROKEN_THREADS);
    }

    /** Makes the module {@code concurrent.futures.process}. */
    static Module processes() {
        return new Module("concurrent.futures.process")
                .put("ProcessPoolExecutor", ProcessExecutor.TYPE)
                .put("BrokenProcessPool", Futures.BROKEN_PROCESSES);
    }

    private static Set<Futures> futures(Object values) {
        Set<Futures> all = new LinkedHashSet<>();
        for (Object each : Iteration.toList(values)) {
            all.add((Futures) each);
        }
        return all;
    }

    private static Object asCompleted(Object values, Object timeout) {
        Set<Futures> all = futures(values);
        long deadline = Waiting.deadline(timeout);
        Deque<Futures> ended = new ArrayDeque<>();
        for (Futures each : all) {
            each.onEnd(() -> {
                synchronized (ended) {
                    ended.add(each);
                    ended.notifyAll();
                }
            });
        }
        return Lazy.of(
                "as_completed",
                new Lazy.Source() {
                    private int given;

                    @Override
                    public @Nullable Object next() {
                        if (given == all.size()) {
                            return null;
                        }
                        synchronized (ended) {
                            if (!Waiting.until(ended, () -> !ended.isEmpty(), deadline)) {
                                throw Errors.of(
                                        Exceptions.TIMEOUT_ERROR,
                                        "%d (of %d) futures unfinished"
                                                .formatted(all.size() - given, all.size()));
                            }
                            given++;
                            return ended.remove();
                        }
                    }
                });
    }

    private static Object await(Object[] a) {
        Set<Futures> all = futures(a[0]);
        Object monitor = new Object();

        for (Futures each : all) {
            each.onEnd(() -> {
                synchronized (monitor) {
                    monitor.notifyAll();
                }
            });
        }
        synchronized (monitor) {
            Waiting.until(monitor, () -> isEnough(all, (String) a[2]), Waiting.deadline(a[1]));
        }
        List<Object> done = new ArrayList<>();
        List<Object> open = new ArrayList<>();
        all.forEach(each -> (each.isDone() ? done : open).add(each));
        return WAITED.tuple(PySet.of(done.toArray()), PySet.of(open.toArray()));
    }

    private static boolean isEnough(Set<Futures> all, String when) {
        boolean complete = all.stream().allMatch(Futures::isDone);
        return switch (when) {
            case "FIRST_COMPLETED" -> complete || all.stream().anyMatch(Futures::isDone);
            case "FIRST_EXCEPTION" -> complete || all.stream().anyMatch(Futures::hasFailed);
            default -> complete;
        };
    }
}
