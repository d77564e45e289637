package dev.polyloom.python.runtime.object;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function or method of the library. */
public final class Builtin extends PyObject implements Descriptor {
    private static final Set<String> PLAIN =
            Set.of(
                    "__format__",
                    "__reversed__",
                    "__round__",
                    "__trunc__",
                    "__floor__",
                    "__ceil__",
                    "__sizeof__",
                    "__dir__",
                    "__subclasses__",
                    "__setstate__",
                    "__class_getitem__",
                    "__subclasshook__");

    private static final int SEARCH_ARGUMENTS = 3;
    private static final Set<String> IN_PYTHON =
            Set.of(
                    "collections.Counter",
                    "collections.ChainMap",
                    "collections.UserDict",
                    "collections.UserList",
                    "collections.UserString",
                    "fractions.Fraction",
                    "queue.Queue",
                    "queue.LifoQueue",
                    "queue.PriorityQueue",
                    "threading.Thread",
                    "threading.Event",
                    "threading.Condition",
                    "threading.Semaphore",
                    "threading.Barrier",
                    "threading.Timer");

    private final String name;
    private final @Nullable PyType owner;
    private final int least;
    private final int most;
    private final @Nullable Signature signature;
    private final Body body;

    /** What a function of the library does. */
    @FunctionalInterface
    public interface Body {
        /** Runs it; a method's object comes first. */
        Object call(Object[] args);
    }

    private Builtin(
            String name,
            @Nullable PyType owner,
            int least,
            int most,
            @Nullable Signature signature,
            Body body) {
        super(
                owner == null
                        ? Types.BUILTIN
                        : isSlot(name) ? Types.WRAPPER_DESCRIPTOR : Types.METHOD_DESCRIPTOR);
        this.name = name;
        this.owner = owner;
        this.least = least;
        this.most = most;
        this.signature = signature;
        this.body = body;
    }

    private static boolean isSlot(String name) {
        return name.startsWith("__") && !PLAIN.contains(name);
    }

    /** Makes a function that takes arguments by position; -1 stands for any number. */
    public static Builtin function(String name, int least, int most, Body body) {
        return new Builtin(name, null, least, most, null, body);
    }

    /** Makes a function whose parameters are written as in Python. */
    public static Builtin function(String name, String parameters, Body body) {
        return new Builtin(name, null, 0, -1, Signature.of(parameters), body);
    }

    /** Makes a function with parameters. */
    public static Builtin function(String name, Signature signature, Body body) {
        return new Builtin(name, null, 0, -1, signature, body);
    }

    static Builtin method(PyType owner, String name, int least, int most, Body body) {
        return new Builtin(name, owner, least, most, null, body);
    }

    static Builtin method(
            PyType owner, String name, String parameters, Body body, Object... defaults) {
        String all = parameters.isEmpty() ? "self" : "self, " + parameters;
        return new Builtin(name, owner, 0, -1, Signature.of(all, defaults), body);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the name with that of its type. */
    public String qualname() {
        return owner == null ? name : owner.name() + "." + name;
    }

    /** Tells whether it is a method. */
    boolean isMethod() {
        return owner != null;
    }

    @Override
    public Object get(@Nullable Object object, PyType type) {
        return owner == null || object == null ? this : new BoundMethod(this, object);
    }

    @Override
    public Object call(Object[] args, String[] names) {
        if (!GlobalLock.isOn()) {
            return run(args, names);
        }
        try {
            return run(args, names);
        } finally {
            GlobalLock.regain();
        }
    }

    private Object run(Object[] args, String[] names) {
        try {
            return bound(args, names);
        } catch (ClassCastException | PyException e) {
            if (owner != null && args.length > 0 && !Types.of(args[0]).isSubtypeOf(owner)) {
                throw Errors.type(
                        (isSlot(name)
                                        ? "descriptor '%s' requires a '%s' object but received a"
                                                + " '%s'"
                                        : "descriptor '%s' for '%s' objects doesn't apply to a '%s'"
                                                + " object")
                                .formatted(name, owner.name(), Types.of(args[0]).name()));
            }
            throw e;
        }
    }

    private Object bound(Object[] args, String[] names) {
        if (signature != null) {
            if (names.length == 0 && signature.isPlain(args.length)) {
                return body.call(args);
            }
            return body.call(signature.bind(isInPython() ? qualname() : name, args, names));
        }
        if (names.length > 0) {
            throw Errors.type(qualname() + "() takes no keyword arguments");
        }
        check(args.length - (owner == null ? 0 : 1));
        return body.call(args);
    }

    private void check(int count) {
        if (count < least || (most >= 0 && count > most)) {
            if (count < 0) {
                throw Errors.type("unbound method %s() needs an argument".formatted(qualname()));
            }
            throw Errors.type(complaint(count));
        }
    }

    /** Tells whether CPython has the method in Python, so that messages name its class too. */
    private boolean isInPython() {
        return owner != null && IN_PYTHON.contains(owner.fullName());
    }

    /** Tells whether it is one of the methods that search a text from here to there. */
    private boolean isSearch() {
        boolean text = owner == Types.STR || owner == Types.BYTES || owner == Types.BYTEARRAY;
        return text && least == 1 && most == SEARCH_ARGUMENTS;
    }

    private String complaint(int count) {
        if (isInPython() && count > most) {
            String range =
                    least == most
                            ? "" + (most + 1)
                            : "from %d to %d".formatted(least + 1, most + 1);
            return "%s() takes %s positional argument%s but %d were given"
                    .formatted(qualname(), range, most == 0 ? "" : "s", count + 1);
        }
        String shown = owner != null && name.equals("__init__") ? owner.name() : name;
        if (least == most) {
            return switch (least) {
                case 0 -> "%s() takes no arguments (%d given)".formatted(qualname(), count);
                case 1 -> "%s() takes exactly one argument (%d given)".formatted(qualname(), count);
                default -> "%s expected %d arguments, got %d".formatted(shown, least, count);
            };
        }
        boolean few = count < least;
        int bound = few ? least : most;
        if (isSearch()) {
            return "%s() takes at %s %d argument%s (%d given)"
                    .formatted(name, few ? "least" : "most", bound, few ? "" : "s", count);
        }
        return "%s expected at %s %d argument%s, got %d"
                .formatted(shown, few ? "least" : "most", bound, bound == 1 ? "" : "s", count);
    }
}
