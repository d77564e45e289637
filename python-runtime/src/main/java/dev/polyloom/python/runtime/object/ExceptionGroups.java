package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Groups of exceptions. */
public final class ExceptionGroups {
    /** {@code BaseExceptionGroup}. */
    public static final PyType BASE = Exceptions.BASE_GROUP.maker((type, a, n) -> make(type, a));

    /** {@code ExceptionGroup}. */
    public static final PyType GROUP =
            PyType.library("ExceptionGroup", List.of(BASE, Exceptions.EXCEPTION), null)
                    .maker((type, a, n) -> make(type, a));

    private ExceptionGroups() {}

    static void addTo(Map<String, Object> all) {
        all.put("BaseExceptionGroup", BASE);
        all.put("ExceptionGroup", GROUP);
    }

    private static Object make(PyType type, Object[] a) {
        if (a.length != 2) {
            throw Errors.type(
                    "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)"
                            .formatted(a.length));
        }
        if (!(a[0] instanceof String)) {
            throw Errors.type("argument 1 must be str, not " + Types.of(a[0]).name());
        }
        if (!Iteration.isIterable(a[1]) || Types.of(a[1]).lookup("__getitem__") == null) {
            throw Errors.type("second argument (exceptions) must be a sequence");
        }
        PyTuple members = PyTuple.from(a[1]);
        if (members.size() == 0) {
            throw Errors.value("second argument (exceptions) must be a non-empty sequence");
        }
        boolean plain = true;
        for (int i = 0; i < members.size(); i++) {
            if (!(members.get(i) instanceof PyException error)) {
                throw Errors.value(
                        "Item %d of second argument (exceptions) is not an exception".formatted(i));
            }
            plain &= error.is(Exceptions.EXCEPTION);
        }
        if (!plain && type.isSubtypeOf(Exceptions.EXCEPTION)) {
            throw Errors.type(
                    "Cannot nest BaseExceptions in "
                            + (type == GROUP ? "an ExceptionGroup" : "'" + type.name() + "'"));
        }
        return new PyException(type == BASE && plain ? GROUP : type, a[0], a[1]);
    }

    static void fill(PyType type) {
        type.getter("message", self -> ((PyException) self).arguments().get(0));
        type.getter("exceptions", self -> members((PyException) self));
        type.method("__init__", 0, -1, a -> None.NONE);
        type.method(
                "__str__",
                0,
                0,
                a -> {
                    int count = members((PyException) a[0]).size();
                    return "%s (%d sub-exception%s)"
                            .formatted(
                                    ((PyException) a[0]).arguments().get(0),
                                    count,
                                    count == 1 ? "" : "s");
                });
        type.method(
                "derive", 1, 1, a -> GROUP.call(new Object[] {message(a[0]), a[1]}, new String[0]));
        type.method("subgroup", 1, 1, a -> Ops.orNone(part((PyException) a[0], asked(a[1]), true)));
        type.method(
                "split",
                1,
                1,
                a ->
                        PyTuple.of(
                                Ops.orNone(part((PyException) a[0], asked(a[1]), true)),
                                Ops.orNone(part((PyException) a[0], asked(a[1]), false))));
    }

    private static Object message(Object group) {
        return ((PyException) group).arguments().get(0);
    }

    private static Predicate<PyException> asked(Object condition) {
        if (condition instanceof PyTuple || condition instanceof PyType) {
            return error -> Errors.matches(error, condition);
        }
        if (!ObjectFunctions.isCallable(condition)) {
            throw Errors.type("expected a function, exception type or tuple of exception types");
        }
        return error -> Text.truth(Calls.call(condition, error));
    }

    static PyTuple members(PyException group) {
        return PyTuple.from(group.arguments().get(1));
    }

    static boolean isGroup(PyException error) {
        return error.is(GROUP) || error.is(BASE);
    }

    /** Returns a group of those that match, or of the others; null if there are none. */
    public static @Nullable PyException part(PyException error, Object types, boolean matching) {
        return part(error, each -> Errors.matches(each, types), matching);
    }

    private static @Nullable PyException part(
            PyException error, Predicate<PyException> condition, boolean matching) {
        boolean whole = condition.test(error);
        if (whole || !isGroup(error)) {
            return whole == matching ? error : null;
        }
        List<Object> kept = new ArrayList<>();
        for (Object each : members(error).asList()) {
            PyException part = part((PyException) each, condition, matching);
            if (part != null) {
                kept.add(part);
            }
        }
        if (kept.isEmpty()) {
            return null;
        }
        return new PyException(error.type(), error.arguments().get(0), PyList.of(kept.toArray()))
                .partOf(error);
    }

    /** Returns what an {@code except*} clause gets: a group, even of one. */
    public static @Nullable PyException caught(PyException error, Object types) {
        PyException part = part(error, types, true);
        return part == null || isGroup(part) ? part : new PyException(GROUP, "", PyList.of(part));
    }
}
