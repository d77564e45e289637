package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.object.UnionType;

/** {@code TypeVar}, {@code ParamSpec}, {@code TypeVarTuple} and {@code NewType}. */
final class TypeVariable extends PyObject {
    static final PyType TYPE = type("TypeVar");
    static final PyType PARAMETERS = type("ParamSpec");
    static final PyType TUPLE = type("TypeVarTuple");
    static final PyType NEW_TYPE = type("NewType");

    private String name = "";
    private String sign = "~";
    private PyTuple constraints = PyTuple.EMPTY;
    private Object bound = None.NONE;

    private TypeVariable(PyType type) {
        super(type);
    }

    static TypeVariable of(String name) {
        TypeVariable made = new TypeVariable(TYPE);
        made.name = name;
        return made;
    }

    private static PyType type(String name) {
        return PyType.library(name, Types.OBJECT, TypeVariable::fill)
                .module("typing")
                .allocator(TypeVariable::new);
    }

    private static TypeVariable of(Object self) {
        return (TypeVariable) self;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method(
                "__init__",
                "name, *constraints, bound=None, covariant=False, contravariant=False",
                a -> of(a[0]).init(a));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("__or__", 1, 1, a -> UnionType.of("typing.Union", a[0], a[1]));
        type.method("__ror__", 1, 1, a -> UnionType.of("typing.Union", a[1], a[0]));
        type.getter("__name__", self -> of(self).name);
        type.getter("__constraints__", self -> of(self).constraints);
        type.getter("__bound__", self -> of(self).bound);
        type.getter("__supertype__", self -> of(self).constraints.get(0));
        type.method("__iter__", 0, 0, a -> Iteration.over(new Object[] {a[0]}));
        type.getter("args", self -> new TypingForm(of(self).name + ".args", null));
        type.getter("kwargs", self -> new TypingForm(of(self).name + ".kwargs", null));
    }

    private Object init(Object[] a) {
        name = Text.str(a[1]);
        bound = a[2];
        sign = Text.truth(a[3]) ? "+" : Text.truth(a[4]) ? "-" : "~";
        constraints = (PyTuple) a[5];
        if (type() == TYPE && constraints.size() == 1) {
            throw Errors.type("A single constraint is not allowed");
        }
        return None.NONE;
    }

    @Override
    public Object call(Object[] args, String[] names) {
        if (type() == NEW_TYPE) {
            return args[0];
        }
        throw Errors.type("'%s' object is not callable".formatted(type().name()));
    }

    private String repr() {
        return type() == NEW_TYPE ? "__main__." + name : type() == TUPLE ? name : sign + name;
    }
}
