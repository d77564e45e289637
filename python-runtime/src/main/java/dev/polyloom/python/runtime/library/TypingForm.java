package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.GenericAlias;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.object.UnionType;
import org.jspecify.annotations.Nullable;

/** A name of the module {@code typing} that annotations use, alone or with brackets. */
final class TypingForm extends PyObject {
    private static final PyType TYPE =
            PyType.library("_SpecialForm", Types.OBJECT, TypingForm::fill).module("typing");

    private final String name;
    private final @Nullable PyType origin;

    /** Makes one; the origin is the type that it stands for, if any. */
    TypingForm(String name, @Nullable PyType origin) {
        super(TYPE);
        this.name = name;
        this.origin = origin;
    }

    private static TypingForm of(Object self) {
        return (TypingForm) self;
    }

    private static void fill(PyType type) {
        type.method("__repr__", 0, 0, a -> "typing." + of(a[0]).name);
        type.method("__getitem__", 1, 1, a -> of(a[0]).with(a[1]));
        type.method("__or__", 1, 1, a -> UnionType.of("typing.Union", a[0], a[1]));
        type.method("__ror__", 1, 1, a -> UnionType.of("typing.Union", a[1], a[0]));
        type.getter("__name__", self -> of(self).name);
    }

    @Override
    public @Nullable Object own(String id) {
        return id.equals("__origin__") ? origin : super.own(id);
    }

    private Object with(Object key) {
        return switch (name) {
            case "Optional" -> UnionType.of("typing.Union", key, None.NONE);
            case "Union" ->
                    UnionType.of(
                            "typing.Union",
                            key instanceof PyTuple all ? all.array() : new Object[] {key});
            case "Callable" -> {
                PyTuple both = (PyTuple) key;
                Object parameters = both.get(0);
                if (parameters instanceof dev.polyloom.python.runtime.object.PyList list) {
                    Object[] all = java.util.Arrays.copyOf(list.snapshot(), list.size() + 1);
                    all[all.length - 1] = both.get(1);
                    yield new GenericAlias("typing.Callable", alias(), PyTuple.of(all));
                }
                yield new GenericAlias("typing.Callable", alias(), both);
            }
            case "Any", "NoReturn", "Never", "Self", "LiteralString" ->
                    throw Errors.type("typing.%s is not subscriptable".formatted(name));
            default -> new GenericAlias("typing." + name, alias(), key);
        };
    }

    private Object alias() {
        return origin == null ? this : origin;
    }

    @Override
    public Object call(Object[] args, String[] names) {
        if (origin == null) {
            throw Errors.type(
                    name.equals("Any")
                            ? "Any cannot be instantiated"
                            : "Cannot instantiate typing." + name);
        }
        if (origin.isBuiltin()) {
            throw Errors.type(
                    "Type %s cannot be instantiated; use %s() instead"
                            .formatted(name, origin.name()));
        }
        return origin.call(args, names);
    }

    /** Tells whether an annotation says that a variable belongs to the class. */
    static boolean isClassVar(Object annotation) {
        Object plain = annotation instanceof GenericAlias alias ? alias.origin() : annotation;
        return plain instanceof TypingForm form && form.name.equals("ClassVar");
    }

    /** Returns what {@code typing.get_args} gives. */
    static Object args(Object annotation) {
        Object found = dev.polyloom.python.runtime.object.Attributes.find(annotation, "__args__");
        return found == null ? PyTuple.EMPTY : PyTuple.of(Iteration.toList(found).toArray());
    }
}
