package dev.polyloom.python.runtime.asyncio;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.ObjectFunctions;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.Streams;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.TracebackText;

/** What an event loop does with exceptions that nobody catches. */
final class LoopErrors {
    private final EventLoop loop;
    private Object handler = None.NONE;

    LoopErrors(EventLoop loop) {
        this.loop = loop;
    }

    Object handler() {
        return handler;
    }

    void setHandler(Object value) {
        if (value != None.NONE && !ObjectFunctions.isCallable(value)) {
            throw Errors.type("A callable object or None is expected, got " + Text.repr(value));
        }
        handler = value;
    }

    void neverRetrieved(Future future) {
        PyException error = future.peekFailure();
        if (error != null && !AsyncErrors.isFinal(error)) {
            String kind = future instanceof Task ? "Task" : "Future";
            tell(kind + " exception was never retrieved", error, "future", future);
        }
    }

    void inCallback(Handle handle, PyException error) {
        tell("Exception in callback " + Callback.text(handle.callback()), error, "handle", handle);
    }

    /** Tells the handler of an exception. */
    void tell(String message, PyException error, String key, Object value) {
        handle(PyDict.of("message", message, "exception", error, key, value));
    }

    /** Hands what is known of an exception to the handler. */
    Object handle(PyDict context) {
        if (handler == None.NONE) {
            return byDefault(context);
        }
        try {
            return Calls.call(handler, loop, context);
        } catch (RuntimeException | Error e) {
            PyException error = Errors.caught(e);
            if (AsyncErrors.isFinal(error)) {
                throw error;
            }
            return byDefault(
                    PyDict.of(
                            "message",
                            "Unhandled error in exception handler",
                            "exception",
                            error,
                            "context",
                            context));
        }
    }

    /** Writes to the log, if there is one, with what a new loop waits. */
    static void tellSelector() {
        if (Modules.isLoaded("logging")) {
            Calls.method(logger(), "debug", "Using selector: %s", "EpollSelector");
        }
    }

    private static Object logger() {
        return Calls.call(Modules.member("logging", "getLogger"), "asyncio");
    }

    /** Writes of an exception to the log, or to standard error where nobody logs. */
    static Object byDefault(PyDict context) {
        StringBuilder text = new StringBuilder();
        Object message = context.get("message");
        text.append(message == null ? "Unhandled exception in event loop" : Text.str(message));
        context.forEach((key, value) -> {
            if (!key.equals("message") && !key.equals("exception")) {
                text.append('\n').append(Text.str(key)).append(": ").append(Text.repr(value));
            }
        });
        Object error = context.get("exception");
        if (Modules.isLoaded("logging")) {
            Calls.methodNamed(
                    logger(),
                    "error",
                    Calls.names("exc_info"),
                    text.toString(),
                    error == null ? None.NONE : error);
            return None.NONE;
        }
        text.append('\n');
        if (error instanceof PyException thrown) {
            text.append(TracebackText.of(thrown));
        }
        Streams.complain(text.toString());
        return None.NONE;
    }
}
