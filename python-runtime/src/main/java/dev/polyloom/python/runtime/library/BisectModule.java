package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import java.util.Objects;

/** The module {@code bisect}. */
final class BisectModule {
    private BisectModule() {}

    static Module make() {
        Module module = new Module("bisect");
        String parameters = "a, x, lo=0, hi=None, *, key=None";
        for (String name : new String[] {"bisect_right", "bisect_left"}) {
            boolean left = name.endsWith("left");
            module.function(name, parameters, a -> place(a, a[1], left));
        }
        for (String name : new String[] {"insort_right", "insort_left"}) {
            boolean left = name.endsWith("left");
            module.function(
                    name,
                    parameters,
                    a -> {
                        Object wanted = a[4] == None.NONE ? a[1] : Calls.call(a[4], a[1]);
                        return Calls.method(a[0], "insert", place(a, wanted, left), a[1]);
                    });
        }
        module.put("bisect", Objects.requireNonNull(module.own("bisect_right")));
        module.put("insort", Objects.requireNonNull(module.own("insort_right")));
        return module;
    }

    private static Object place(Object[] a, Object wanted, boolean left) {
        long low = Numbers.index(a[2]);
        long high = a[3] == None.NONE ? Items.length(a[0]) : Numbers.index(a[3]);
        if (low < 0) {
            throw Errors.value("lo must be non-negative");
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            Object item = Items.get(a[0], middle);
            Object key = a[4] == None.NONE ? item : Calls.call(a[4], item);
            boolean right = left ? Compare.lt(key, wanted) : !Compare.lt(wanted, key);
            if (right) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
