package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Types;

/** The module {@code abc}. */
final class AbcModule {
    private AbcModule() {}

    static Module make() {
        Module module = new Module("abc");
        module.put("ABC", Types.ABC);
        module.put("ABCMeta", Types.ABC_META);
        module.function("abstractmethod", 1, 1, a -> mark(a[0]));
        for (String kind : new String[] {"property", "classmethod", "staticmethod"}) {
            Object wrapper = Builtins.get(kind);
            module.function("abstract" + kind, 1, 1, a -> Calls.call(wrapper, mark(a[0])));
        }
        return module;
    }

    private static Object mark(Object method) {
        if (method instanceof dev.polyloom.python.runtime.object.Function) {
            Attributes.set(method, "__isabstractmethod__", true);
        } else {
            Object inner = Attributes.find(method, "__func__");
            Object getter = inner == null ? Attributes.find(method, "fget") : inner;
            if (getter != null) {
                mark(getter);
            }
        }
        return method;
    }
}
