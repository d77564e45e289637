package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyType;

/** The exceptions of {@code asyncio}. */
final class AsyncErrors {
    static final PyType CANCELLED =
            PyType.library("CancelledError", Exceptions.BASE_EXCEPTION, null)
                    .module("asyncio.exceptions");
    static final PyType INVALID_STATE =
            PyType.library("InvalidStateError", Exceptions.EXCEPTION, null)
                    .module("asyncio.exceptions");
    static final PyType BROKEN_BARRIER =
            PyType.library("BrokenBarrierError", Exceptions.RUNTIME_ERROR, null)
                    .module("asyncio.exceptions");
    static final PyType QUEUE_EMPTY =
            PyType.library("QueueEmpty", Exceptions.EXCEPTION, null).module("asyncio.queues");
    static final PyType QUEUE_FULL =
            PyType.library("QueueFull", Exceptions.EXCEPTION, null).module("asyncio.queues");

    private AsyncErrors() {}

    static boolean isCancelled(PyException error) {
        return error.is(CANCELLED);
    }

    /** Tells whether an exception ends the program, whoever it meets. */
    static boolean isFinal(PyException error) {
        return error.is(Exceptions.SYSTEM_EXIT) || error.is(Exceptions.KEYBOARD_INTERRUPT);
    }

    static PyException invalidState(String message) {
        return Errors.of(INVALID_STATE, message);
    }
}
