package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What the stacks of {@code contextlib} call when they are left, in reverse order. */
@SuppressWarnings("ReferenceEquality") // an exception is that object
final class Exits<E> {
    /** Calls an exit, and returns whether it keeps the exception. */
    @FunctionalInterface
    interface Caller<E> {
        Object call(E exit, @Nullable PyException thrown);
    }

    private Deque<E> exits = new ArrayDeque<>();

    void push(E exit) {
        exits.push(exit);
    }

    /** Takes all that another one has. */
    void takeFrom(Exits<E> other) {
        exits = other.exits;
        other.exits = new ArrayDeque<>();
    }

    /** Calls {@code __exit__}, bound to its context, or what stands for one. */
    static Object call(Object exit, @Nullable PyException thrown) {
        return thrown == null
                ? Calls.call(exit, None.NONE, None.NONE, None.NONE)
                : Calls.call(exit, thrown.type(), thrown, Attributes.get(thrown, "__traceback__"));
    }

    /** Calls all, and tells whether one of them has kept the exception. */
    boolean leave(@Nullable PyException thrown, Caller<E> caller) {
        PyException pending = thrown;
        boolean kept = false;
        while (!exits.isEmpty()) {
            E exit = exits.pop();
            PyException before = Errors.enter(pending);
            try {
                Object result = caller.call(exit, pending);
                if (pending != null && Text.truth(result)) {
                    pending = null;
                    kept = true;
                }
            } catch (RuntimeException | Error e) {
                pending = Errors.caught(e);
                kept = false;
            } finally {
                Errors.leave(before);
            }
        }
        if (pending != null && pending != thrown) {
            throw pending;
        }
        return kept && thrown != null;
    }
}
