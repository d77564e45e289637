package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code super()} gives: an object seen through the types after one of its own. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Super extends PyObject {
    private final PyType after;
    private final Object object;

    /** Makes one. */
    public Super(Object after, Object object) {
        super(Types.SUPER);
        if (!(after instanceof PyType type)) {
            throw Errors.type("super() argument 1 must be a type");
        }
        if (object != None.NONE && !chain(type, object).isSubtypeOf(type)) {
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

    /** Makes what a call of {@code super} with these arguments gives. */
    public static Object made(Object... args) {
        if (args.length == 0) {
            throw Errors.runtime("super(): no arguments");
        }
        return new Super(args[0], args.length == 1 ? None.NONE : args[1]);
    }

    /** Makes what {@code super()} gives in a function, which may stand in no class. */
    public static Object of(@Nullable Cell around, Object self) {
        if (around == null) {
            throw Errors.runtime("super(): __class__ cell not found");
        }
        return new Super(around.get(), self);
    }

    static void fill(PyType type) {
        type.method("__repr__", 0, 0, a -> a[0].toString());
        type.getter("__thisclass__", self -> ((Super) self).after);
        type.getter("__self__", self -> ((Super) self).object);
        type.getter("__self_class__", self -> ((Super) self).selfClass());
    }

    private Object selfClass() {
        return isBound() ? chain(after, object) : object;
    }

    private boolean isBound() {
        return object != None.NONE;
    }

    @Override
    public String toString() {
        return isBound()
                ? "<super: <class '%s'>, <%s object>>"
                        .formatted(after.name(), Types.of(object).name())
                : "<super: <class '%s'>, NULL>".formatted(after.name());
    }

    @Override
    protected boolean isSlotted() {
        return false;
    }

    @Override
    public @Nullable Object own(String name) {
        if (!isBound()) {
            return null;
        }
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

    private @Nullable Object slot(String name) {
        List<PyType> order = chain(after, object).mro();
        Object found =
                name.startsWith("__")
                        ? Slots.after(
                                after, order.subList(order.indexOf(after) + 1, order.size()), name)
                        : null;
        return found instanceof Builtin method ? new BoundMethod(method, object) : found;
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
                                if (((PyDict) a[1]).size() > 0 && object instanceof PyType of) {
                                    throw Errors.type(
                                            "%s.__init_subclass__() takes no keyword arguments"
                                                    .formatted(of.name()));
                                }
                                return None.NONE;
                            });
            case "__new__" -> Construction.unbound(Types.SUPER, name);
            default -> slot(name);
        };
    }
}
