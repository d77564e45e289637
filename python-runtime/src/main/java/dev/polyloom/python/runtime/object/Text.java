package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.number.FloatText;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.text.Bytes;
import dev.polyloom.python.runtime.text.Repr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;

/** Values as text, and as truth. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Text {
    private static final ThreadLocal<IdentityHashMap<Object, Boolean>> ACTIVE =
            ThreadLocal.withInitial(IdentityHashMap::new);

    private Text() {}

    /** Tells whether a value counts as true. */
    public static boolean truth(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case None none -> false;
            case Long number -> number != 0;
            case String text -> !text.isEmpty();
            case Double number -> number != 0;
            case BigInteger big -> true;
            case PyList list when list.type() == Types.LIST -> list.size() > 0;
            case PyType type -> classTruth(type);
            case PyBytes bytes -> bytes.data().length > 0;
            case Boxed boxed when Types.of(value).lookup("__bool__") == null ->
                    truth(boxed.value());
            default -> objectTruth(value);
        };
    }

    private static boolean classTruth(PyType type) {
        Object own = type.metaMethod("__bool__");
        if (own == null && type.metaMethod("__len__") == null) {
            return true;
        }
        return own == null ? Items.length(type) != 0 : Text.truth(Calls.special(own, type));
    }

    private static boolean objectTruth(Object value) {
        PyType type = Types.of(value);
        Object method = type.lookup("__bool__");
        if (method != null) {
            Object result = Calls.special(method, value);
            if (result instanceof Boolean truth) {
                return truth;
            }
            throw Errors.type("__bool__ should return bool, returned " + Types.of(result).name());
        }
        return type.lookup("__len__") == null || Items.length(value) != 0;
    }

    /** Returns {@code str(value)}. */
    public static String str(Object value) {
        return switch (value) {
            case String text -> text;
            case PyType type when type.metaMethod("__str__") == null -> repr(type);
            case Typed typed -> special(typed, "__str__");
            default -> repr(value);
        };
    }

    private static String special(Typed object, String name) {
        Object method = object.type().lookup(name);
        if (method == null || method == Types.objectStr()) {
            return typedRepr(object, "__str__");
        }
        Object text = Calls.special(method, object);
        if (Boxed.plain(text) instanceof String known) {
            return known;
        }
        throw Errors.type(
                "%s returned non-string (type %s)".formatted(name, Types.of(text).name()));
    }

    /** Returns {@code repr(value)}. */
    public static String repr(Object value) {
        return switch (value) {
            case String text -> Repr.of(text);
            case Long number -> Long.toString(number);
            case BigInteger big -> IntText.decimal(big);
            case Double number -> FloatText.repr(number);
            case Boolean truth -> truth ? "True" : "False";
            case None none -> "None";
            case PyType type when type.metaMethod("__repr__") == null -> type.toString();
            case Typed typed -> typedRepr(typed, "__repr__");
            default -> value.toString();
        };
    }

    private static String typedRepr(Typed value, String asked) {
        Object method = value.type().lookup("__repr__");
        if (method != null && method != Types.objectRepr()) {
            Object text = Calls.special(method, value);
            if (Boxed.plain(text) instanceof String known) {
                return known;
            }
            throw Errors.type(
                    "%s returned non-string (type %s)".formatted(asked, Types.of(text).name()));
        }
        return builtinRepr(value);
    }

    /** Returns what the runtime itself shows of a value. */
    public static String builtinRepr(Object value) {
        return switch (value) {
            case PyList list -> guarded(value, "[...]", () -> "[" + joined(list.snapshot()) + "]");
            case PyTuple tuple -> guarded(value, "(...)", () -> tuple(tuple));
            case PyDict dict -> guarded(value, "{...}", () -> dict(dict));
            case PySet set -> guarded(value, set.type().name() + "(...)", () -> set(set));
            case PyBytes bytes -> Bytes.repr(bytes.data());
            case PyComplex number -> number.toString();
            case Boxed boxed -> repr(boxed.value());
            case Function f -> "<function %s at %s>".formatted(f.qualname(), address(f));
            case Builtin b ->
                    b.isMethod()
                            ? "<%s '%s' of '%s' objects>"
                                    .formatted(
                                            b.type() == Types.WRAPPER_DESCRIPTOR
                                                    ? "slot wrapper"
                                                    : "method",
                                            b.name(),
                                            b.qualname().split("\\.", 2)[0])
                            : "<built-in function %s>".formatted(b.name());
            case BoundMethod m -> method(m);
            case Getter g -> g.toString();
            case StaticMethod m -> "<staticmethod(%s)>".formatted(repr(m.function()));
            case ClassMethod m -> "<classmethod(%s)>".formatted(repr(m.function()));
            case Module m -> "<module '%s'%s>".formatted(m.name(), m.origin());
            case PyIterator i -> "<%s object at %s>".formatted(i.kind(), address(i));
            default -> "<%s object at %s>".formatted(qualified(Types.of(value)), address(value));
        };
    }

    private static String qualified(PyType type) {
        return type.fullName();
    }

    private static String method(BoundMethod method) {
        if (method.function() instanceof Builtin b) {
            boolean slot = method.type() == Types.METHOD_WRAPPER;
            return (slot
                            ? "<method-wrapper '%s' of %s object at %s>"
                            : "<built-in method %s of %s object at %s>")
                    .formatted(b.name(), Types.of(method.self()).name(), address(method.self()));
        }
        String name =
                method.function() instanceof Function f ? f.qualname() : repr(method.function());
        return "<bound method %s of %s>".formatted(name, repr(method.self()));
    }

    /** Returns the address that Python would show for an object. */
    public static String address(Object object) {
        return "0x%012x".formatted(id(object));
    }

    /** Returns {@code id(object)}. */
    public static long id(Object object) {
        return switch (object) {
            case Long number -> 0x7f0000000000L + Hash.ofLong(number) * 32;
            case String text -> 0x7f1000000000L + text.hashCode() * 16L;
            case Boolean truth -> truth ? 0x7f0000f00000L : 0x7f0000f00020L;
            default -> 0x7f2000000000L + System.identityHashCode(object) * 16L;
        };
    }

    /** Returns what is shown of a value that may contain itself. */
    public static String guarded(Object value, String again, Supplier<String> text) {
        IdentityHashMap<Object, Boolean> active = ACTIVE.get();
        if (active.putIfAbsent(value, true) != null) {
            return again;
        }
        if (active.size() > Depth.limit()) {
            active.remove(value);
            throw Errors.of(
                    Exceptions.RECURSION_ERROR,
                    "maximum recursion depth exceeded while getting the repr of an object");
        }
        try {
            return text.get();
        } finally {
            active.remove(value);
        }
    }

    private static String joined(Object[] values) {
        List<String> texts = new ArrayList<>(values.length);
        for (Object value : values) {
            texts.add(repr(value));
        }
        return String.join(", ", texts);
    }

    private static String tuple(PyTuple tuple) {
        return "(" + joined(tuple.array()) + (tuple.size() == 1 ? ",)" : ")");
    }

    private static String dict(PyDict dict) {
        List<String> texts = new ArrayList<>();
        dict.forEach((key, value) -> texts.add(repr(key) + ": " + repr(value)));
        return "{" + String.join(", ", texts) + "}";
    }

    private static String set(PySet set) {
        String inside = joined(set.snapshot());
        if (set.type() == Types.SET) {
            return inside.isEmpty() ? "set()" : "{" + inside + "}";
        }
        return set.type().name() + (inside.isEmpty() ? "()" : "({" + inside + "})");
    }

    /** Returns {@code format(value, spec)}. */
    public static String format(Object value, String spec) {
        if (value instanceof Typed typed && !(value instanceof PyType)) {
            Object method = typed.type().lookup("__format__");
            if (method != null) {
                Object made = Calls.special(method, value, spec);
                if (Boxed.plain(made) instanceof String text) {
                    return text;
                }
                throw Errors.type("__format__ must return a str, not " + Types.of(made).name());
            }
        }
        return Formatting.format(value, spec);
    }

    /** Returns {@code ascii(value)}. */
    public static String ascii(Object value) {
        return Repr.escapeBeyondAscii(repr(value));
    }

    /** Joins the parts of a formatted string. */
    public static String join(Object... parts) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts) {
            all.append(part);
        }
        return all.toString();
    }
}
