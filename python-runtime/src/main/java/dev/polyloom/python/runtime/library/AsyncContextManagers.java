package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.AsyncGenerator;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;

/** The asynchronous part of the module {@code contextlib}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class AsyncContextManagers {
    private static final PyType GENERATED =
            PyType.library(
                            "_AsyncGeneratorContextManager",
                            Types.OBJECT,
                            AsyncContextManagers::fillGenerated)
                    .module("contextlib");
    private static final PyType CLOSING =
            PyType.library("aclosing", Types.OBJECT, AsyncContextManagers::fillClosing)
                    .module("contextlib");

    private AsyncContextManagers() {}

    /** Defines {@code asynccontextmanager}, {@code aclosing} and {@code AsyncExitStack}. */
    static void addTo(Module module) {
        module.function("asynccontextmanager", 1, 1, a -> managing(a[0]));
        module.put("aclosing", CLOSING);
        module.put("AsyncExitStack", AsyncExitStack.TYPE);
    }

    private static Object managing(Object function) {
        Function helper =
                new Function(
                        "asynccontextmanager.<locals>.helper",
                        "*args, **kwds",
                        a ->
                                new Generated(
                                        Calls.arguments()
                                                .addAll(a[0])
                                                .addNamed(a[1])
                                                .call(function)));
        return FunctoolsModule.update(helper, function);
    }

    /** A context that an asynchronous generator makes by yielding once. */
    private static final class Generated extends PyObject {
        private final Object generator;

        Generated(Object generator) {
            super(GENERATED);
            this.generator = generator;
        }

        private Object enter(Awaiter by) {
            try {
                return by.await(Calls.method(generator, "__anext__"));
            } catch (PyException e) {
                throw e.is(Exceptions.STOP_ASYNC_ITERATION)
                        ? Errors.runtime("generator didn't yield").from(null)
                        : e;
            }
        }

        private Object leave(Awaiter by, Object thrown) {
            return thrown instanceof PyException error ? fail(by, error) : finish(by);
        }

        private Object finish(Awaiter by) {
            try {
                by.await(Calls.method(generator, "__anext__"));
            } catch (PyException e) {
                if (e.is(Exceptions.STOP_ASYNC_ITERATION)) {
                    return false;
                }
                throw e;
            }
            throw again(by, "generator didn't stop");
        }

        private Object fail(Awaiter by, PyException error) {
            try {
                by.await(Calls.method(generator, "athrow", error));
            } catch (PyException e) {
                if (e == error || e.origin() == error) {
                    return false;
                }
                if (e.is(Exceptions.STOP_ASYNC_ITERATION)) {
                    return true;
                }
                throw e;
            }
            throw again(by, "generator didn't stop after athrow()");
        }

        private PyException again(Awaiter by, String problem) {
            if (generator instanceof AsyncGenerator known) {
                known.close(by);
            }
            return Errors.runtime(problem);
        }
    }

    private static void fillGenerated(PyType type) {
        type.method("__aenter__", 0, 0, a -> Coroutine.of("__aenter__", ((Generated) a[0])::enter));
        type.method(
                "__aexit__",
                3,
                3,
                a -> Coroutine.of("__aexit__", by -> ((Generated) a[0]).leave(by, a[2])));
    }

    private static void fillClosing(PyType type) {
        type.method(
                "__init__",
                1,
                1,
                a -> {
                    ((PyObject) a[0]).setOwn("thing", a[1]);
                    return None.NONE;
                });
        type.method(
                "__aenter__",
                0,
                0,
                a -> Coroutine.of("__aenter__", by -> Attributes.get(a[0], "thing")));
        type.method(
                "__aexit__",
                3,
                3,
                a ->
                        Coroutine.of(
                                "__aexit__",
                                by -> {
                                    Object thing = Attributes.get(a[0], "thing");
                                    by.await(Calls.method(thing, "aclose"));
                                    return None.NONE;
                                }));
    }
}
