package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.object.With;
import java.util.function.Consumer;

/** The module {@code contextlib}. */
final class ContextlibModule {
    static final PyType MANAGER =
            type("AbstractContextManager", Types.OBJECT, ContextlibModule::fillManager)
                    .meta(Types.ABC_META);
    static final PyType DECORATOR =
            type("ContextDecorator", Types.OBJECT, ContextlibModule::fillDecorator);
    private static final PyType SUPPRESS =
            type("suppress", MANAGER, ContextlibModule::fillSuppress);
    private static final PyType CLOSING = type("closing", MANAGER, ContextlibModule::fillClosing);
    private static final PyType NULL = type("nullcontext", MANAGER, ContextlibModule::fillNull);
    private static final PyType STDOUT =
            type("redirect_stdout", MANAGER, t -> fillRedirect(t, "stdout"));
    private static final PyType STDERR =
            type("redirect_stderr", MANAGER, t -> fillRedirect(t, "stderr"));

    private ContextlibModule() {}

    static PyType type(String name, PyType base, Consumer<PyType> filler) {
        return PyType.library(name, base, filler).module("contextlib");
    }

    static Module make() {
        Module module = new Module("contextlib");
        AsyncContextManagers.addTo(module);
        return module.put("AbstractContextManager", MANAGER)
                .put("ContextDecorator", DECORATOR)
                .put("ExitStack", ExitStack.TYPE)
                .put("suppress", SUPPRESS)
                .put("closing", CLOSING)
                .put("nullcontext", NULL)
                .put("redirect_stdout", STDOUT)
                .put("redirect_stderr", STDERR)
                .function("contextmanager", 1, 1, a -> contextManager(a[0]));
    }

    private static Object contextManager(Object function) {
        Function helper =
                new Function(
                        "contextmanager.<locals>.helper",
                        "*args, **kwds",
                        a -> new GeneratorContext(function, (PyTuple) a[0], (PyDict) a[1]));
        return FunctoolsModule.update(helper, function);
    }

    private static void fillManager(PyType type) {
        type.method("__enter__", 0, 0, a -> a[0]);
        Builtin leave = Builtin.function("__exit__", 4, 4, a -> None.NONE);
        leave.setOwn("__isabstractmethod__", true);
        type.dict().put("__exit__", leave);
        type.dict()
                .put(
                        "__check__",
                        Builtin.function(
                                "__check__",
                                2,
                                2,
                                a ->
                                        ((PyType) a[0]).lookup("__enter__") != null
                                                && ((PyType) a[0]).lookup("__exit__") != null));
    }

    private static void fillDecorator(PyType type) {
        type.method("_recreate_cm", 0, 0, a -> a[0]);
        type.method("__call__", 1, 1, a -> decorated(a[0], a[1]));
    }

    /** Returns a function that runs another within a context. */
    static Object decorated(Object manager, Object function) {
        Function inner =
                new Function(
                        "ContextDecorator.__call__.<locals>.inner",
                        "*args, **kwds",
                        a -> {
                            Object own = Calls.method(manager, "_recreate_cm");
                            return within(
                                    own,
                                    () ->
                                            FunctoolsModule.call(
                                                    new Object[] {function, a[0], a[1]}));
                        });
        return FunctoolsModule.update(inner, function);
    }

    private static Object within(Object manager, java.util.function.Supplier<Object> action) {
        With context = With.enter(manager);
        Object result = None.NONE;
        try {
            result = action.get();
        } catch (RuntimeException | StackOverflowError e) {
            context.fail(Errors.caught(e));
        } finally {
            context.exit();
        }
        return result;
    }

    private static void open(PyType type) {
        type.dict().put("__open__", true);
    }

    private static void fillSuppress(PyType type) {
        open(type);
        type.method("__init__", "*exceptions", a -> set(a[0], "_exceptions", a[1]));
        type.method("__enter__", 0, 0, a -> None.NONE);
        type.method(
                "__exit__",
                3,
                3,
                a ->
                        a[1] instanceof PyType thrown
                                && Types.isSubclass(thrown, Attributes.get(a[0], "_exceptions")));
    }

    private static Object set(Object self, String name, Object value) {
        Attributes.set(self, name, value);
        return None.NONE;
    }

    private static void fillClosing(PyType type) {
        open(type);
        type.method("__init__", "thing", a -> set(a[0], "thing", a[1]));
        type.method("__enter__", 0, 0, a -> Attributes.get(a[0], "thing"));
        type.method(
                "__exit__",
                3,
                3,
                a -> {
                    Calls.method(Attributes.get(a[0], "thing"), "close");
                    return None.NONE;
                });
    }

    private static void fillNull(PyType type) {
        open(type);
        type.method("__init__", "enter_result=None", a -> set(a[0], "enter_result", a[1]));
        type.method("__enter__", 0, 0, a -> Attributes.get(a[0], "enter_result"));
        type.method("__exit__", 3, 3, a -> None.NONE);
    }

    private static void fillRedirect(PyType type, String stream) {
        open(type);
        type.method(
                "__init__",
                1,
                1,
                a -> {
                    set(a[0], "_old_targets", new PyList());
                    return set(a[0], "_new_target", a[1]);
                });
        type.method(
                "__enter__",
                0,
                0,
                a -> {
                    Module sys = Modules.load("sys");
                    PyList old = (PyList) Attributes.get(a[0], "_old_targets");
                    old.append(Attributes.get(sys, stream));
                    Object target = Attributes.get(a[0], "_new_target");
                    Attributes.set(sys, stream, target);
                    return target;
                });
        type.method(
                "__exit__",
                3,
                3,
                a -> {
                    PyList old = (PyList) Attributes.get(a[0], "_old_targets");
                    Attributes.set(Modules.load("sys"), stream, old.pop(-1));
                    return None.NONE;
                });
    }

    /** Returns the error for an object that cannot be entered. */
    static RuntimeException noContext(Object object) {
        PyType type = Types.of(object);
        return Errors.type(
                "'%s' object does not support the context manager protocol"
                        .formatted(type.module() + "." + type.qualname()));
    }
}
