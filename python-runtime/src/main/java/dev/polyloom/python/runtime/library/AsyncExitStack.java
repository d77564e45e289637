package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Awaiter;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Coroutine;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code contextlib.AsyncExitStack}: contexts, asynchronous or not, left in reverse order. */
final class AsyncExitStack extends PyObject {
    static final PyType TYPE =
            ContextlibModule.type("AsyncExitStack", Types.OBJECT, AsyncExitStack::fill)
                    .allocator(AsyncExitStack::new);

    private final Exits<Exit> exits = new Exits<>();

    /** What is called when the stack is left; it returns whether it keeps the exception. */
    @FunctionalInterface
    private interface Exit {
        Object leave(Awaiter by, @Nullable PyException thrown);
    }

    private AsyncExitStack(PyType type) {
        super(type);
    }

    private static AsyncExitStack of(Object self) {
        return (AsyncExitStack) self;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("enter_context", 1, 1, a -> of(a[0]).enter(a[1]));
        type.method(
                "enter_async_context",
                1,
                1,
                a -> Coroutine.of("enter_async_context", by -> of(a[0]).enterAsync(by, a[1])));
        type.method("push", 1, 1, a -> of(a[0]).push(a[1], "__exit__"));
        type.method("push_async_exit", 1, 1, a -> of(a[0]).push(a[1], "__aexit__"));
        type.method("callback", "callback, /, *args, **kwds", a -> of(a[0]).callback(a, false));
        type.method(
                "push_async_callback",
                "callback, /, *args, **kwds",
                a -> of(a[0]).callback(a, true));
        type.method(
                "pop_all",
                0,
                0,
                a -> {
                    AsyncExitStack other = (AsyncExitStack) of(a[0]).type().allocate();
                    other.exits.takeFrom(of(a[0]).exits);
                    return other;
                });
        type.method(
                "aclose",
                0,
                0,
                a ->
                        Coroutine.of(
                                "aclose",
                                by -> {
                                    boolean _ = of(a[0]).leave(by, null);
                                    return None.NONE;
                                }));
        type.method("__aenter__", 0, 0, a -> Coroutine.of("__aenter__", by -> a[0]));
        type.method(
                "__aexit__",
                3,
                3,
                a ->
                        Coroutine.of(
                                "__aexit__",
                                by ->
                                        of(a[0]).leave(
                                                        by,
                                                        a[2] instanceof PyException e ? e : null)));
    }

    private boolean leave(Awaiter by, @Nullable PyException thrown) {
        return exits.leave(thrown, (exit, pending) -> exit.leave(by, pending));
    }

    private static Object bound(Object manager, String name) {
        PyType type = Types.of(manager);
        Object found = type.lookup(name);
        if (found == null) {
            throw name.startsWith("__a")
                    ? Errors.type(
                            "'%s.%s' object does not support the asynchronous context manager protocol"
                                    .formatted(
                                            Text.str(Attributes.get(type, "__module__")),
                                            type.name()))
                    : ContextlibModule.noContext(manager);
        }
        return Attributes.bind(found, manager, type);
    }

    private Object enter(Object manager) {
        Object enter = bound(manager, "__enter__");
        Object leave = bound(manager, "__exit__");
        Object value = Calls.call(enter);
        exits.push((by, thrown) -> Exits.call(leave, thrown));
        return value;
    }

    private Object enterAsync(Awaiter by, Object manager) {
        Object enter = bound(manager, "__aenter__");
        Object leave = bound(manager, "__aexit__");
        Object value = by.await(Calls.call(enter));
        exits.push((inner, thrown) -> inner.await(Exits.call(leave, thrown)));
        return value;
    }

    private Object push(Object exit, String method) {
        PyType type = Types.of(exit);
        Object found = type.lookup(method);
        Object leave = found == null ? exit : Attributes.bind(found, exit, type);
        exits.push(
                method.equals("__exit__")
                        ? (by, thrown) -> Exits.call(leave, thrown)
                        : (by, thrown) -> by.await(Exits.call(leave, thrown)));
        return exit;
    }

    private Object callback(Object[] a, boolean awaited) {
        exits.push((by, thrown) -> {
            Object result = FunctoolsModule.call(new Object[] {a[1], a[2], a[3]});
            if (awaited) {
                by.await(result);
            }
            return false;
        });
        return a[1];
    }
}
