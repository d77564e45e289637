package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyTuple;
import org.jspecify.annotations.Nullable;

/** {@code itertools.groupby}: runs of values whose keys are equal. */
final class Groups extends PyIterator {
    private final PyIterator values;
    private final Object key;
    private @Nullable Object value;
    private @Nullable Object currentKey;
    private @Nullable Object group;
    private int number;

    Groups(Object values, Object key) {
        super("itertools.groupby");
        this.values = Iteration.of(values);
        this.key = key;
    }

    private void advance() {
        value = values.next();
        Object now = value;
        currentKey = now == null ? null : key == None.NONE ? now : Calls.call(key, now);
    }

    private boolean isInGroup() {
        return currentKey != null && group != null && Compare.same(currentKey, group);
    }

    @Override
    public synchronized @Nullable Object next() {
        number++;
        if (group == null) {
            advance();
        } else {
            while (isInGroup()) {
                advance();
            }
        }
        Object now = currentKey;
        if (now == null) {
            return null;
        }
        group = now;
        return PyTuple.of(now, members(number));
    }

    private PyIterator members(int mine) {
        return new PyIterator("itertools._grouper") {
            @Override
            public @Nullable Object next() {
                synchronized (Groups.this) {
                    if (mine != number || !isInGroup()) {
                        return null;
                    }
                    Object found = value;
                    advance();
                    return found;
                }
            }
        };
    }
}
