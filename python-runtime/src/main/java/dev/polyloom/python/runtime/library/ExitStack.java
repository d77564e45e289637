package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code contextlib.ExitStack}: contexts and callbacks that are left in reverse order. */
final class ExitStack extends PyObject {
    static final PyType TYPE =
            ContextlibModule.type("ExitStack", ContextlibModule.MANAGER, ExitStack::fill)
                    .allocator(ExitStack::new);

    private final Exits<Object> exits = new Exits<>();

    private ExitStack(PyType type) {
        super(type);
    }

    private static ExitStack of(Object self) {
        return (ExitStack) self;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("enter_context", 1, 1, a -> of(a[0]).enter(a[1]));
        type.method("push", 1, 1, a -> of(a[0]).push(a[1]));
        type.method("callback", "callback, /, *args, **kwds", a -> of(a[0]).callback(a));
        type.method("pop_all", 0, 0, a -> of(a[0]).popAll());
        type.method(
                "close",
                0,
                0,
                a -> {
                    boolean _ = of(a[0]).leave(null);
                    return None.NONE;
                });
        type.method("__enter__", 0, 0, a -> a[0]);
        type.method(
                "__exit__", 3, 3, a -> of(a[0]).leave(a[2] instanceof PyException e ? e : null));
    }

    private Object enter(Object manager) {
        PyType type = Types.of(manager);
        Object enter = type.lookup("__enter__");
        Object leave = type.lookup("__exit__");
        if (enter == null || leave == null) {
            throw ContextlibModule.noContext(manager);
        }
        Object value = Calls.call(Attributes.bind(enter, manager, type));
        exits.push(Attributes.bind(leave, manager, type));
        return value;
    }

    private Object push(Object exit) {
        Object leave = Types.of(exit).lookup("__exit__");
        exits.push(leave == null ? exit : Attributes.bind(leave, exit, Types.of(exit)));
        return exit;
    }

    private Object callback(Object[] a) {
        exits.push(
                Builtin.function(
                        "_exit_wrapper",
                        3,
                        3,
                        b -> {
                            FunctoolsModule.call(new Object[] {a[1], a[2], a[3]});
                            return false;
                        }));
        return a[1];
    }

    private boolean leave(@Nullable PyException thrown) {
        return exits.leave(thrown, Exits::call);
    }

    private Object popAll() {
        ExitStack other = (ExitStack) type().allocate();
        other.exits.takeFrom(exits);
        return other;
    }
}
