package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/** A function together with the object that is its first argument. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class BoundMethod extends PyObject {
    private final Object function;
    private final Object self;

    /** Makes one. */
    public BoundMethod(Object function, Object self) {
        super(typeOf(function));
        this.function = function;
        this.self = self;
    }

    private static PyType typeOf(Object function) {
        if (!(function instanceof Builtin known)) {
            return Types.METHOD;
        }
        return known.type() == Types.WRAPPER_DESCRIPTOR ? Types.METHOD_WRAPPER : Types.BUILTIN;
    }

    /** Returns the function. */
    public Object function() {
        return function;
    }

    /** Returns the object. */
    public Object self() {
        return self;
    }

    @Override
    public Object call(Object[] args, String[] names) {
        Object[] all = Calls.prepend(self, args);
        return function instanceof Builtin known
                ? known.call(all, names)
                : Calls.call(function, all, names);
    }

    @Override
    protected boolean isSlotted() {
        return false;
    }

    @Override
    public @Nullable Object own(String name) {
        if (function instanceof Function || function instanceof Builtin) {
            return ((PyObject) function).own(name);
        }
        return Attributes.find(function, name);
    }

    /** Tells whether it is the same function of the same object. */
    boolean isSame(Object other) {
        return other instanceof BoundMethod method
                && method.self == self
                && method.function == function;
    }

    /** Returns a hash that the same function of the same object has too. */
    long hash() {
        return System.identityHashCode(self) * 31L + System.identityHashCode(function);
    }
}
