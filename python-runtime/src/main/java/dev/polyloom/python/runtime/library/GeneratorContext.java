package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;

/** A context that a generator makes: entered where it yields, left where it goes on. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class GeneratorContext extends PyObject {
    private static final PyType TYPE =
            ContextlibModule.type(
                    "_GeneratorContextManager", ContextlibModule.MANAGER, GeneratorContext::fill);

    private final Object function;
    private final PyTuple args;
    private final PyDict named;
    private final Object generator;

    GeneratorContext(Object function, PyTuple args, PyDict named) {
        super(TYPE);
        this.function = function;
        this.args = args;
        this.named = named;
        this.generator = FunctoolsModule.call(new Object[] {function, args, named});
    }

    private static GeneratorContext of(Object[] a) {
        return (GeneratorContext) a[0];
    }

    private static void fill(PyType type) {
        type.method("__enter__", 0, 0, a -> of(a).enter());
        type.method(
                "__exit__",
                3,
                3,
                a -> a[1] == None.NONE ? of(a).leave() : of(a).fail((PyException) a[2]));
        type.method(
                "_recreate_cm",
                0,
                0,
                a -> new GeneratorContext(of(a).function, of(a).args, of(a).named));
        type.method("__call__", 1, 1, a -> ContextlibModule.decorated(a[0], a[1]));
    }

    private Object enter() {
        Object value = Iteration.next(generator);
        if (value == null) {
            throw Errors.runtime("generator didn't yield");
        }
        return value;
    }

    private Object leave() {
        if (Iteration.next(generator) != null) {
            throw Errors.runtime("generator didn't stop");
        }
        return false;
    }

    private Object fail(PyException error) {
        Object trace = Attributes.get(error, "__traceback__");
        try {
            Calls.method(generator, "throw", error);
        } catch (PyException e) {
            if (e == error) {
                Attributes.set(error, "__traceback__", trace);
                return false;
            }
            if (e.is(Exceptions.STOP_ITERATION)) {
                return true;
            }
            boolean wrapped =
                    e.is(Exceptions.RUNTIME_ERROR)
                            && error.is(Exceptions.STOP_ITERATION)
                            && e.origin() == error;
            if (wrapped) {
                return false;
            }
            throw e;
        }
        throw Errors.runtime("generator didn't stop after throw()");
    }
}
