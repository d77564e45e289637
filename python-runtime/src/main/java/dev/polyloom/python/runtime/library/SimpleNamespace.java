package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Forkable;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;

/** {@code types.SimpleNamespace}: an object whose attributes are all there is to it. */
@SuppressWarnings("ReferenceEquality") // a type is that object
final class SimpleNamespace extends PyObject implements Forkable {
    static final PyType TYPE =
            PyType.library("SimpleNamespace", Types.OBJECT, SimpleNamespace::fill)
                    .module("types")
                    .allocator(SimpleNamespace::new);

    SimpleNamespace(PyType type) {
        super(type);
    }

    @Override
    protected boolean hasPlainSlots() {
        return true;
    }

    @Override
    public Object fork(Realm.Copier copier) {
        return new SimpleNamespace(type());
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                "**kwargs",
                a -> {
                    ((PyDict) a[1])
                            .forEach((name, value) ->
                                    ((PyObject) a[0]).setOwn((String) name, value));
                    return None.NONE;
                });
        type.method("__repr__", 0, 0, a -> repr((PyObject) a[0]));
        type.method(
                "__eq__",
                1,
                1,
                a ->
                        Types.of(a[1]).isSubtypeOf(TYPE)
                                ? (Object) Compare.eq(values(a[0]), values(a[1]))
                                : Types.NOT_IMPLEMENTED);
        type.dict().put("__hash__", None.NONE);
    }

    private static PyDict values(Object self) {
        PyDict all = new PyDict();
        ((PyObject) self).owned().forEach(all::put);
        return all;
    }

    private static String repr(PyObject self) {
        String name = self.type() == TYPE ? "namespace" : self.type().name();
        return Text.guarded(
                self,
                name + "(...)",
                () -> {
                    List<String> parts = new ArrayList<>();
                    self.owned().forEach((key, value) -> parts.add(key + "=" + Text.repr(value)));
                    return "%s(%s)".formatted(name, String.join(", ", parts));
                });
    }
}
