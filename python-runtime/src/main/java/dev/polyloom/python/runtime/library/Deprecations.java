package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Warnings;

/** The names that the library keeps only for old programs, and warns of. */
final class Deprecations {
    private Deprecations() {}

    /** Adds the methods that an attribute had before it was one. */
    static void attribute(PyType type, String name, String getter, String setter) {
        String what = " the " + name + " attribute";
        type.method(getter, 0, 0, of(getter, "get" + what, a -> Attributes.get(a[0], name)));
        type.method(
                setter,
                1,
                1,
                of(
                        setter,
                        "set" + what,
                        a -> {
                            Attributes.set(a[0], name, a[1]);
                            return None.NONE;
                        }));
    }

    /** Returns what a function does, with a warning before it. */
    static Builtin.Body of(String name, String instead, Builtin.Body body) {
        return a -> {
            Warnings.deprecated("%s() is deprecated, %s instead".formatted(name, instead));
            return body.call(a);
        };
    }
}
