package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.ClassMethod;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PySet;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The views that mappings of the program give of their keys, items and values. */
final class MappingViews {
    private MappingViews() {}

    private static Object mapping(Object self) {
        return Attributes.get(self, "_mapping");
    }

    static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                1,
                1,
                a -> {
                    Attributes.set(a[0], "_mapping", a[1]);
                    return None.NONE;
                });
        type.method("__len__", 0, 0, a -> Items.length(mapping(a[0])));
        type.method(
                "__repr__",
                0,
                0,
                a -> "%s(%s)".formatted(Types.of(a[0]).name(), Text.repr(mapping(a[0]))));
    }

    static void fillKeys(PyType type) {
        setLike(type);
        type.method("__iter__", 0, 0, a -> Iteration.of(mapping(a[0])));
        type.method("__contains__", 1, 1, a -> Items.contains(mapping(a[0]), a[1]));
    }

    static void fillItems(PyType type) {
        setLike(type);
        type.method(
                "__iter__",
                0,
                0,
                a -> map(a[0], key -> PyTuple.of(key, Items.get(mapping(a[0]), key))));
        type.method(
                "__contains__",
                1,
                1,
                a -> Iteration.toList(a[0]).stream().anyMatch(each -> Compare.eq(each, a[1])));
    }

    static void fillValues(PyType type) {
        type.method("__iter__", 0, 0, a -> map(a[0], key -> Items.get(mapping(a[0]), key)));
        type.method(
                "__contains__",
                1,
                1,
                a -> Iteration.toList(a[0]).stream().anyMatch(each -> Compare.same(each, a[1])));
    }

    private static void setLike(PyType type) {
        SetMethods.fill(type);
        type.dict()
                .put(
                        "_from_iterable",
                        new ClassMethod(
                                Builtin.function("_from_iterable", 2, 2, a -> PySet.from(a[1]))));
    }

    private static PyIterator map(Object self, UnaryOperator<Object> how) {
        PyIterator keys = Iteration.of(mapping(self));
        return new PyIterator("generator") {
            @Override
            public @Nullable Object next() {
                Object key = keys.next();
                return key == null ? null : how.apply(key);
            }
        };
    }
}
