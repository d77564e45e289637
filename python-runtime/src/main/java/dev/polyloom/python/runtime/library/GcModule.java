package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Finalizers;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.Types;

/** The module {@code gc}: what programs ask of a collector that here is the machine's own. */
final class GcModule {
    private GcModule() {}

    static Module make() {
        Module module = new Module("gc");
        boolean[] enabled = {true};
        Object[] threshold = {PyTuple.of(700L, 10L, 10L)};
        module.function(
                "collect",
                "generation=2",
                a -> {
                    Finalizers.collectAll();
                    WeakReference.poll();
                    return 0L;
                });
        module.function("enable", 0, 0, a -> set(enabled, true));
        module.function("disable", 0, 0, a -> set(enabled, false));
        module.function("isenabled", 0, 0, a -> enabled[0]);
        module.function("get_threshold", 0, 0, a -> threshold[0]);
        module.function(
                "set_threshold",
                1,
                3,
                a -> {
                    threshold[0] =
                            PyTuple.of(a[0], a.length > 1 ? a[1] : 10L, a.length > 2 ? a[2] : 10L);
                    return None.NONE;
                });
        module.function("get_count", 0, 0, a -> PyTuple.of(0L, 0L, 0L));
        module.function("get_objects", "generation=None", a -> new PyList());
        module.function("get_referents", 0, -1, GcModule::referents);
        module.function("get_referrers", 0, -1, a -> new PyList());
        module.function("freeze", 0, 0, a -> None.NONE);
        module.function("unfreeze", 0, 0, a -> None.NONE);
        module.function("is_tracked", 1, 1, a -> !Types.of(a[0]).isBuiltin());
        module.put("garbage", new PyList());
        return module;
    }

    private static Object referents(Object[] values) {
        PyList all = new PyList();
        for (Object value : values) {
            if (value instanceof PyDict dict) {
                dict.forEach((key, each) -> {
                    all.append(key);
                    all.append(each);
                });
            } else if (value instanceof PyList
                    || value instanceof PyTuple
                    || value instanceof PySet) {
                Iteration.toList(value).forEach(all::append);
            }
        }
        return all;
    }

    private static Object set(boolean[] enabled, boolean value) {
        enabled[0] = value;
        return None.NONE;
    }
}
