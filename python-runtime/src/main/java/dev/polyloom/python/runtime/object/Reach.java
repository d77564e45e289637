package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A walk through what objects refer to, as far as that can be seen. It meets an object before what
 * it holds, and the items of a list in the order in which CPython would let go of them.
 */
final class Reach {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Consumer<Object> meet;
    private final int most;
    private boolean complete = true;

    /** Begins one that tells of the objects it meets, and gives up after so many. */
    Reach(int most, Consumer<Object> meet) {
        this.most = most;
        this.meet = meet;
    }

    /** Tells whether all that was there has been seen. */
    boolean isComplete() {
        return complete;
    }

    /** Walks from a value. */
    void from(@Nullable Object value) {
        List<Object> open = new ArrayList<>();
        add(open, value);
        while (!open.isEmpty()) {
            Object next = open.removeLast();
            if (!seen.add(next)) {
                continue;
            }
            if (seen.size() > most) {
                complete = false;
                return;
            }
            meet.accept(next);
            List<Object> held = new ArrayList<>();
            complete &= held(next, held);
            held.reversed().forEach(open::add);
        }
    }

    private static void add(List<Object> all, @Nullable Object value) {
        boolean leads =
                value instanceof Typed
                        || value instanceof Cell
                        || (value instanceof Object[] && !(value instanceof String[]));
        if (leads && value != null) {
            all.add(value);
        }
    }

    /** Adds what an object refers to, and tells whether that is all. */
    static boolean held(Object object, List<Object> all) {
        switch (object) {
            case Object[] values -> addAll(all, values);
            case Cell cell -> add(all, cell.orNull());
            case PyType type -> {}
            case PyList list -> addReversed(all, list.snapshot());
            case PyTuple tuple -> addReversed(all, tuple.array());
            case PySet set -> addAll(all, set.snapshot());
            case PyDict dict ->
                    dict.forEach((key, value) -> {
                        add(all, key);
                        add(all, value);
                    });
            case BoundMethod method -> {
                add(all, method.self());
                add(all, method.function());
            }
            case PyException error -> add(all, error.arguments());
            default -> {}
        }
        return object instanceof PyObject instance
                ? attributes(instance, all)
                : !(object instanceof PyIterator);
    }

    private static boolean attributes(PyObject object, List<Object> all) {
        if (object instanceof PyType || object instanceof Module) {
            return true;
        }
        int count = object.type().layout().size();
        for (int i = 0; i < count; i++) {
            add(all, object.inSlot(i));
        }
        return object.getClass() == PyObject.class
                || object instanceof PyList
                || object instanceof PyTuple
                || object instanceof PyDict
                || object instanceof PySet
                || object instanceof BoundMethod
                || object instanceof PyBytes
                || object instanceof Builtin;
    }

    private static void addAll(List<Object> all, Object[] values) {
        for (Object each : values) {
            add(all, each);
        }
    }

    private static void addReversed(List<Object> all, Object[] values) {
        for (int i = values.length - 1; i >= 0; i--) {
            add(all, values[i]);
        }
    }
}
