package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.object.Console;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies values as a pickle does that is sent to another process, and refuses what it refuses. */
public final class Pickling extends Copies {
    /** {@code pickle.PickleError}. */
    public static final PyType ERROR =
            PyType.library("PickleError", Exceptions.EXCEPTION, null).module("_pickle");

    /** {@code pickle.PicklingError}. */
    public static final PyType PICKLING_ERROR =
            PyType.library("PicklingError", ERROR, null).module("_pickle");

    /** {@code pickle.UnpicklingError}. */
    public static final PyType UNPICKLING_ERROR =
            PyType.library("UnpicklingError", ERROR, null).module("_pickle");

    private static final Set<String> LOCKS =
            Set.of("lock", "Condition", "Event", "Semaphore", "BoundedSemaphore", "Barrier");

    private Pickling() {}

    /** Returns what arrives in another process. */
    public static Object sent(Object value) {
        return new Pickling().copy(value);
    }

    @Override
    Object special(Object value) {
        switch (value) {
            case Function function -> {
                PyException problem = problem(function);
                if (problem != null) {
                    throw problem;
                }
            }
            case PyType type -> local(type.qualname());
            case Console console -> throw refused("_io.TextIOWrapper");
            case Module module -> throw refused("module");
            case PyIterator iterator when iterator.kind().equals("generator") ->
                    throw refused("generator");
            default -> refuse(Types.of(value));
        }
        return value;
    }

    private static void refuse(PyType type) {
        boolean ofThreads = type.module().equals("_thread") || type.module().equals("threading");
        if (ofThreads && (LOCKS.contains(type.name()) || type.name().equals("Thread"))) {
            throw refused("_thread.lock");
        }
        if (type.name().equals("RLock") && ofThreads) {
            throw refused("_thread.RLock");
        }
        if (type.module().equals("queue") && !type.name().equals("SimpleQueue")) {
            throw refused("_thread.lock");
        }
        if (type.name().equals("coroutine")) {
            throw refused("coroutine");
        }
    }

    private static PyException refused(String what) {
        return Errors.type("cannot pickle '%s' object".formatted(what));
    }

    private static void local(String qualname) {
        if (qualname.contains("<locals>")) {
            throw Errors.attribute("Can't pickle local object '%s'".formatted(qualname));
        }
    }

    private static @Nullable PyException problem(Function function) {
        local(function.qualname());
        return function.name().equals("<lambda>")
                ? Errors.of(
                        PICKLING_ERROR,
                        "Can't pickle %s: attribute lookup <lambda> on __main__ failed"
                                .formatted(Text.repr(function)))
                : null;
    }

    @Override
    Object object(PyObject object) {
        Object known = reduced(object);
        if (known != null) {
            return known;
        }
        local(object.type().qualname());
        return super.object(object);
    }
}
