package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Lazy;
import dev.polyloom.python.runtime.object.PyIterator;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What {@code map} of an executor gives: the results of its calls, in the order of the items. */
public final class MapResults implements Lazy.Source {
    private final Queue<Object> futures = new ArrayDeque<>();
    private final long deadline;

    private MapResults(long deadline) {
        this.deadline = deadline;
    }

    /**
     * Submits a call for each row of items, and returns the iterator over the results.
     *
     * @param name what the iterator is the result of
     * @param executor that {@code submit} is called of
     * @param sources the iterables of items
     * @param timeout seconds from now until the last result, or {@code None}
     */
    public static PyIterator of(
            String name, Object executor, Object function, Object sources, Object timeout) {
        MapResults made = new MapResults(Waiting.deadline(timeout));
        Object submit = Attributes.get(executor, "submit");
        Iteration.of(Calls.arguments().addAll(sources).call(Builtins.get("zip")))
                .forEachRemaining(row ->
                        made.futures.add(Calls.arguments().add(function).addAll(row).call(submit)));
        return Lazy.of(name, made);
    }

    @Override
    public @Nullable Object next() {
        Object future = futures.poll();
        if (future == null) {
            return null;
        }
        try {
            return Calls.method(future, "result", left());
        } catch (RuntimeException | Error e) {
            futures.add(future);
            futures.forEach(each -> Calls.method(each, "cancel"));
            futures.clear();
            throw e;
        }
    }

    private Object left() {
        return deadline == Waiting.FOREVER
                ? None.NONE
                : (Object) ((deadline - System.nanoTime()) / 1e9);
    }
}
