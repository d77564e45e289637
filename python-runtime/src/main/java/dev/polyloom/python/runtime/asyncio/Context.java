package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.ThreadState;
import dev.polyloom.python.runtime.object.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** {@code contextvars.Context}: the values of context variables. One thread at a time is in it. */
final class Context extends PyObject {
    static final PyType TYPE =
            PyType.library("Context", Types.OBJECT, Context::fill)
                    .module("_contextvars")
                    .allocator(type -> new Context(new HashMap<>()));

    private final Map<ContextVariable, Object> values;
    private boolean entered;

    private Context(Map<ContextVariable, Object> values) {
        super(TYPE);
        this.values = values;
    }

    private static Context of(Object[] a) {
        return (Context) a[0];
    }

    private static void fill(PyType type) {
        type.method("run", "callable, /, *args, **kwargs", Context::run);
        type.method("copy", 0, 0, a -> of(a).copy());
        type.method("get", "key, default=None", a -> of(a).values.getOrDefault(a[1], a[2]));
        type.method("__contains__", 1, 1, a -> of(a).values.containsKey(a[1]));
        type.method("__len__", 0, 0, a -> (long) of(a).values.size());
        type.method("__getitem__", 1, 1, a -> of(a).item(a[1]));
        type.method("__iter__", 0, 0, a -> Iteration.of(of(a).dict()));
        for (String part : new String[] {"keys", "values", "items"}) {
            type.method(part, 0, 0, a -> Calls.method(of(a).dict(), part));
        }
    }

    private PyDict dict() {
        PyDict all = new PyDict();
        values.forEach(all::put);
        return all;
    }

    private Object item(Object key) {
        Object value = values.get(key);
        if (value == null) {
            throw Errors.key(key);
        }
        return value;
    }

    private static Object run(Object[] a) {
        Context self = of(a);
        if (self.entered) {
            throw Errors.runtime(
                    "cannot enter context: %s is already entered".formatted(Text.repr(self)));
        }
        self.entered = true;
        try {
            return self.in(() ->
                    Calls.arguments().addAll((PyTuple) a[2]).addNamed((PyDict) a[3]).call(a[1]));
        } finally {
            self.entered = false;
        }
    }

    /** Does something in the context, and returns what it gives. */
    Object in(Supplier<Object> action) {
        ThreadState state = ThreadState.get();
        Object before = state.context();
        state.setContext(this);
        try {
            return action.get();
        } finally {
            ThreadState.get().setContext(before);
        }
    }

    /** Returns the context of the thread that is running. */
    static Context current() {
        ThreadState state = ThreadState.get();
        if (state.context() instanceof Context known) {
            return known;
        }
        Context made = new Context(new HashMap<>());
        state.setContext(made);
        return made;
    }

    /** Returns another context with the same values. */
    Context copy() {
        return new Context(new HashMap<>(values));
    }

    Object get(ContextVariable variable, Object otherwise) {
        return Objects.requireNonNullElse(values.get(variable), otherwise);
    }

    /** Sets a variable, and returns the value before, or that for none. */
    Object set(ContextVariable variable, Object value) {
        Object before = values.put(variable, value);
        return before == null ? ContextVariable.MISSING : before;
    }

    void remove(ContextVariable variable) {
        values.remove(variable);
    }
}
