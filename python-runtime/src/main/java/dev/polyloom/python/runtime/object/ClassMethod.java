package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** A method whose first argument is the type. */
public final class ClassMethod extends PyObject implements Descriptor {
    private final Object function;

    /** Makes one of a function. */
    public ClassMethod(Object function) {
        super(Types.CLASS_METHOD);
        this.function = function;
    }

    /** Returns the function. */
    public Object function() {
        return function;
    }

    @Override
    public Object get(@Nullable Object object, PyType owner) {
        return function instanceof Property property
                ? property.get(owner, Types.of(owner))
                : new BoundMethod(function, owner);
    }
}
