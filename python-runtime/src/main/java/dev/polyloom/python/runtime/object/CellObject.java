package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;

/** A variable that functions share, as {@code __closure__} shows it. */
final class CellObject extends PyObject {
    static final PyType TYPE = PyType.library("cell", Types.OBJECT, CellObject::fill);

    private final Cell cell;

    CellObject(Cell cell) {
        super(TYPE);
        this.cell = cell;
    }

    Cell cell() {
        return cell;
    }

    private static Cell of(Object self) {
        return ((CellObject) self).cell;
    }

    private static Object contents(Object self) {
        Object value = of(self).orNull();
        if (value == null) {
            throw Errors.value("Cell is empty");
        }
        return value;
    }

    private static void fill(PyType type) {
        type.getter("cell_contents", CellObject::contents, (self, value) -> of(self).set(value));
        type.method("__repr__", 0, 0, a -> repr(a[0]));
        type.method(
                "__eq__",
                1,
                1,
                a ->
                        a[1] instanceof CellObject other
                                ? (Object) Compare.same(contents(a[0]), contents(other))
                                : Types.NOT_IMPLEMENTED);
        type.dict().put("__hash__", None.NONE);
    }

    private static String repr(Object self) {
        Object value = of(self).orNull();
        return value == null
                ? "<cell at %s: empty>".formatted(Text.address(self))
                : "<cell at %s: %s object at %s>"
                        .formatted(Text.address(self), Types.of(value).name(), Text.address(value));
    }
}
