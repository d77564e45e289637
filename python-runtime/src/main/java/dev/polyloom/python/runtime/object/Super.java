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
        PyType of = object instanceof PyType asked ? asked : Types.of(object);
        if (!of.isSubtypeOf(type)) {
            throw Errors.type("super(type, obj): obj must be an instance or subtype of type");
        }
        this.after = type;
        this.object = object;
    }

    @Override
    public @Nullable Object own(String name) {
        PyType type = object instanceof PyType asked ? asked : Types.of(object);
        Object found = type.lookupAfter(after, name);
        if (found == null) {
            return builtin(name);
        }
        if (object instanceof PyType asked) {
            return found instanceof ClassMethod method
                    ? method.get(null, asked)
                    : Attributes.bind(found, null, asked);
        }
        return Attributes.bind(found, object, type);
    }

    private static @Nullable Object builtin(String name) {
        return switch (name) {
            case "__init__", "__init_subclass__" ->
                    Builtin.function(
                            name,
                            "*args, **kwargs",
                            a -> {
                                if (((PyTuple) a[0]).size() > 0) {
                                    throw Errors.type(
                                            "object.__init__() takes exactly one argument (the"
                                                    + " instance to initialize)");
                                }
                                return dev.polyloom.python.runtime.None.NONE;
                            });
            case "__new__" ->
                    Builtin.function(
                            name,
                            "*args, **kwargs",
                            a -> {
                                Object[] args = ((PyTuple) a[0]).array();
                                PyType wanted = (PyType) args[0];
                                return Construction.bare(
                                        wanted, java.util.Arrays.copyOfRange(args, 1, args.length));
                            });
            default -> null;
        };
    }
}
