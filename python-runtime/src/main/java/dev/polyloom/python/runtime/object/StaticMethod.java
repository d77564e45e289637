package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** A function in a class that takes no object. */
public final class StaticMethod extends PyObject implements Descriptor {
    private final Object function;

    /** Makes one of a function. */
    public StaticMethod(Object function) {
        super(Types.STATIC_METHOD);
        this.function = function;
    }

    /** Returns the function. */
    public Object function() {
        return function;
    }

    @Override
    public Object get(@Nullable Object object, PyType owner) {
        return function;
    }

    @Override
    public Object call(Object[] args, String[] names) {
        return Calls.call(function, args, names);
    }
}
