package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type with the types that it is made for, as {@code list[int]}; it makes what the type makes.
 */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class GenericAlias extends PyObject {
    static final PyType TYPE =
            PyType.library("GenericAlias", Types.OBJECT, GenericAlias::fill).module("types");

    private final @Nullable String shown;
    private final Object origin;
    private final PyTuple args;

    /**
     * Makes one.
     *
     * @param shown the name that {@code repr} shows, or null for that of the origin
     * @param origin the type or form without the types that it is made for
     * @param key what stands in the brackets
     */
    public GenericAlias(@Nullable String shown, Object origin, Object key) {
        super(TYPE);
        this.shown = shown;
        this.origin = origin;
        this.args = key instanceof PyTuple all && all.type() == Types.TUPLE ? all : PyTuple.of(key);
    }

    private static GenericAlias of(Object self) {
        return (GenericAlias) self;
    }

    private static void fill(PyType type) {
        type.getter("__origin__", self -> of(self).origin);
        type.getter("__args__", self -> of(self).args);
        type.getter("__parameters__", self -> of(self).parameters());
        type.method("__getitem__", 1, 1, a -> of(a[0]).with(a[1]));
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("__eq__", 1, 1, a -> of(a[0]).isEqual(a[1]));
        type.method("__hash__", 0, 0, a -> Hash.of(of(a[0]).args));
        type.method("__or__", 1, 1, a -> UnionType.of(null, a[0], a[1]));
        type.method("__ror__", 1, 1, a -> UnionType.of(null, a[1], a[0]));
    }

    /** Returns the type or form without the types that it is made for. */
    public Object origin() {
        return origin;
    }

    private Object with(Object key) {
        return new GenericAlias(shown, origin, key);
    }

    private PyTuple parameters() {
        List<Object> all = new ArrayList<>();
        for (Object each : args.asList()) {
            if (Types.of(each).name().equals("TypeVar") && !all.contains(each)) {
                all.add(each);
            }
        }
        return PyTuple.of(all.toArray());
    }

    private boolean isEqual(Object other) {
        return other instanceof GenericAlias alias
                && Compare.same(origin, alias.origin)
                && Compare.eq(args, alias.args);
    }

    @Override
    public Object call(Object[] given, String[] names) {
        if (shown != null
                && shown.startsWith("typing.")
                && origin instanceof PyType known
                && known.isBuiltin()) {
            throw Errors.type(
                    "Type %s cannot be instantiated; use %s() instead"
                            .formatted(shown.substring("typing.".length()), known.name()));
        }
        return Calls.call(origin, given, names);
    }

    @Override
    protected boolean isSlotted() {
        return false;
    }

    @Override
    public @Nullable Object own(String name) {
        boolean special = name.startsWith("__") && name.endsWith("__");
        return special || !(origin instanceof PyType) ? null : Attributes.find(origin, name);
    }

    private String repr() {
        List<String> parts = new ArrayList<>();
        for (Object each : args.asList()) {
            parts.add(shown(each));
        }
        String name = shown == null ? shown(origin) : shown;
        boolean function = name.endsWith(".Callable") && parts.size() > 1;
        if (function && !(args.get(0) instanceof PyList) && args.get(0) != Types.ELLIPSIS) {
            String last = parts.removeLast();
            return "%s[[%s], %s]".formatted(name, String.join(", ", parts), last);
        }
        return "%s[%s]".formatted(name, parts.isEmpty() ? "()" : String.join(", ", parts));
    }

    /** Returns a type as it is shown among others. */
    public static String shown(Object type) {
        return switch (type) {
            case PyType known -> known == Types.NONE ? "None" : known.fullName();
            case PyList list -> {
                List<String> parts = new ArrayList<>();
                for (Object each : list.snapshot()) {
                    parts.add(shown(each));
                }
                yield "[" + String.join(", ", parts) + "]";
            }
            case None none -> "None";
            case PyObject object when object == Types.ELLIPSIS -> "...";
            default -> Text.repr(type);
        };
    }
}
