package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** What {@code super()} gives: an object seen through the types after one of its own. */
public final class Super extends PyObject {
    private final PyType after;
    private final Object object;

    /** Makes one. */
    public Super(Object after, Object object) {
        super(Types.SUPER);
        if (!(after instanceof PyType type)) {
            throw Errors.type("super() argument 1 must be a type");
        }
        if (!chain(type, object).isSubtypeOf(type)) {
            throw Errors.type("super(type, obj): obj must be an instance or subtype of type");
        }
        this.after = type;
        this.object = object;
    }

    /** Returns the type whose order of bases is followed: that of an object, or a class itself. */
    private static PyType chain(PyType after, Object object) {
        return object instanceof PyType asked && asked.isSubtypeOf(after)
                ? asked
                : Types.of(object);
    }

    static void fill(PyType type) {
        type.method("__repr__", 0, 0, a -> a[0].toString());
        type.getter("__thisclass__", self -> ((Super) self).after);
    }

    @Override
    public String toString() {
        return "<super: <class '%s'>, <%s object>>"
                .formatted(after.name(), Types.of(object).name());
    }

    @Override
    protected boolean isSlotted() {
        return false;
    }

    @Override
    public @Nullable Object own(String name) {
        PyType type = chain(after, object);
        Object found = type.lookupAfter(after, name);
        if (found == null || (name.equals("__init__") && type.isSubtypeOf(Types.TYPE))) {
            return builtin(name);
        }
        if (object instanceof PyType asked && type == asked) {
            return found instanceof ClassMethod method
                    ? method.get(null, asked)
                    : Attributes.bind(found, null, asked);
        }
        return Attributes.bind(found, object, type);
    }

    private @Nullable Object builtin(String name) {
        return switch (name) {
            case "__init__", "__init_subclass__" ->
                    Builtin.function(
                            name,
                            "*args, **kwargs",
                            a -> {
                                if (((PyTuple) a[0]).size() > 0 && !(object instanceof PyType)) {
                                    throw Errors.type(
                                            "object.__init__() takes exactly one argument (the"
                                                    + " instance to initialize)");
                                }
                                return dev.polyloom.python.runtime.None.NONE;
                            });
            case "__new__" -> Construction.unbound(Types.SUPER, name);
            default -> null;
        };
    }
}
