package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyTuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code itertools.islice} and {@code itertools.tee}. */
final class Slices {
    private Slices() {}

    private static long bound(Object value, long missing, String problem) {
        if (value == None.NONE) {
            return missing;
        }
        if (!Numbers.isInt(value) || Numbers.index(value) < 0) {
            throw Errors.value(problem);
        }
        return Numbers.index(value);
    }

    static PyIterator islice(Object[] a) {
        String indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        String end =
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        long start = a.length > 2 ? bound(a[1], 0, indices) : 0;
        long stop = bound(a.length > 2 ? a[2] : a[1], -1, a.length > 2 ? indices : end);
        long step =
                a.length > 3
                        ? bound(a[3], 1, "Step for islice() must be a positive integer or None.")
                        : 1;
        if (step == 0) {
            throw Errors.value("Step for islice() must be a positive integer or None.");
        }
        PyIterator values = Iteration.of(a[0]);
        long[] at = {0};
        long[] wanted = {start};
        return ItertoolsModule.iterator(
                "islice",
                () -> {
                    long last = stop < 0 ? Long.MAX_VALUE : stop;
                    while (at[0] < Math.min(wanted[0], last)) {
                        at[0]++;
                        if (values.next() == null) {
                            return null;
                        }
                    }
                    if (at[0] >= last) {
                        return null;
                    }
                    at[0]++;
                    wanted[0] += step;
                    return values.next();
                });
    }

    static PyTuple tee(Object source, Object count) {
        int copies = ItertoolsModule.count(count, "n must be >= 0");
        PyIterator values = Iteration.of(source);
        List<Deque<Object>> waiting = new ArrayList<>();
        Object[] all = new Object[copies];
        for (int i = 0; i < copies; i++) {
            Deque<Object> mine = new ArrayDeque<>();
            waiting.add(mine);
            all[i] = branch(values, waiting, mine);
        }
        return PyTuple.of(all);
    }

    private static PyIterator branch(
            PyIterator values, List<Deque<Object>> waiting, Deque<Object> mine) {
        return new PyIterator("itertools._tee") {
            @Override
            public @Nullable Object next() {
                synchronized (waiting) {
                    if (mine.isEmpty()) {
                        Object value = values.next();
                        if (value == null) {
                            return null;
                        }
                        waiting.forEach(each -> each.add(value));
                    }
                    return mine.remove();
                }
            }
        };
    }
}
