package dev.polyloom.python.runtime.object;

/** The keys, values or items of a dict, which follow its changes. */
public final class DictView extends PyObject {
    private final PyDict dict;
    private final PyDict.Part part;

    DictView(PyDict dict, PyDict.Part part) {
        super(
                switch (part) {
                    case KEYS -> Types.DICT_KEYS;
                    case VALUES -> Types.DICT_VALUES;
                    case ITEMS -> Types.DICT_ITEMS;
                });
        this.dict = dict;
        this.part = part;
    }

    static void fill(PyType type) {
        if (!type.name().equals("dict_values")) {
            type.dict().put("__hash__", dev.polyloom.python.runtime.None.NONE);
        }
        type.method("__len__", 0, 0, a -> (long) of(a[0]).dict.size());
        type.method("__iter__", 0, 0, a -> of(a[0]).iterator());
        type.method("__reversed__", 0, 0, a -> of(a[0]).reversed());
        type.method("__contains__", 1, 1, a -> of(a[0]).contains(a[1]));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("isdisjoint", 1, 1, a -> of(a[0]).set().disjoint(a[1]));
    }

    private static DictView of(Object self) {
        return (DictView) self;
    }

    PyIterator iterator() {
        return dict.iterator(part);
    }

    private PyIterator reversed() {
        PyList all = PyList.from(this);
        all.reverse();
        return Iteration.of(all);
    }

    private String repr() {
        return type().name() + "(" + Text.repr(PyList.from(this)) + ")";
    }

    boolean isSetLike() {
        return part != PyDict.Part.VALUES;
    }

    /** Returns a set of what it shows. */
    PySet set() {
        return PySet.from(this);
    }

    private boolean contains(Object value) {
        return switch (part) {
            case KEYS -> dict.get(value) != null;
            case VALUES -> Iteration.toList(this).stream().anyMatch(v -> Compare.same(v, value));
            case ITEMS -> {
                if (!(value instanceof PyTuple pair) || pair.size() != 2) {
                    yield false;
                }
                Object found = dict.get(pair.get(0));
                yield found != null && Compare.same(found, pair.get(1));
            }
        };
    }

    int size() {
        return dict.size();
    }
}
