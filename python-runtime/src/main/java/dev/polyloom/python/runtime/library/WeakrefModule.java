package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.BoundMethod;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Finalizers;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Types;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The module {@code weakref}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class WeakrefModule {
    private static final PyType FINALIZE =
            PyType.library("finalize", Types.OBJECT, WeakrefModule::fillFinalize).module("weakref");
    private static final PyType METHOD =
            PyType.library(
                            "WeakMethod",
                            Types.OBJECT,
                            t -> t.method("__call__", 0, 0, a -> method((PyObject) a[0])))
                    .module("weakref")
                    .maker(WeakrefModule::makeMethod);

    private static final Set<PyObject> PENDING =
            Collections.newSetFromMap(new ConcurrentHashMap<>());

    private WeakrefModule() {}

    static Module make() {
        Finalizers.afterwards(WeakReference::poll);
        return new Module("weakref")
                .put("ref", WeakReference.TYPE)
                .put("ReferenceType", WeakReference.TYPE)
                .put("WeakMethod", METHOD)
                .put("WeakValueDictionary", WeakContainers.VALUES)
                .put("WeakKeyDictionary", WeakContainers.KEYS)
                .put("WeakSet", WeakContainers.SET)
                .put("finalize", FINALIZE)
                .put("ReferenceError", Exceptions.named("ReferenceError"))
                .function("proxy", 1, 2, a -> WeakProxy.of(a[0]))
                .function("getweakrefcount", 1, 1, a -> 0L);
    }

    private static Object makeMethod(PyType type, Object[] a, String[] names) {
        PyObject made = new PyObject(type);
        BoundMethod bound = (BoundMethod) a[0];
        made.setOwn("self", WeakReference.to(WeakReference.TYPE, bound.self(), None.NONE));
        made.setOwn("function", bound.function());
        return made;
    }

    private static Object method(PyObject self) {
        Object object = Calls.call(Objects.requireNonNull(self.own("self")));
        return object == None.NONE
                ? None.NONE
                : new BoundMethod(Objects.requireNonNull(self.own("function")), object);
    }

    private static void fillFinalize(PyType type) {
        type.dict().put("__open__", true);
        type.method("__init__", "obj, func, /, *args, **kwargs", WeakrefModule::watch);
        type.method("__call__", "_=None", a -> run((PyObject) a[0]));
        type.method("detach", 0, 0, a -> detach((PyObject) a[0]));
        type.method("peek", 0, 0, a -> peek((PyObject) a[0]));
        type.getter("alive", self -> ((PyObject) self).own("_call") != null);
    }

    private static Object watch(Object[] a) {
        PyObject self = (PyObject) a[0];
        Object reference = WeakReference.to(WeakReference.TYPE, a[1], self);
        self.setOwn("_call", PyTuple.of(reference, a[2], a[3], a[4]));
        self.setOwn("atexit", true);
        PENDING.add(self);
        Calls.call(
                Attributes.get(Modules.load("atexit"), "register"),
                Builtin.function(
                        "finalize",
                        0,
                        0,
                        none -> self.own("atexit") == Boolean.TRUE ? run(self) : None.NONE));
        return None.NONE;
    }

    private static Object run(PyObject self) {
        Object call = self.own("_call");
        if (!(call instanceof PyTuple parts)) {
            return None.NONE;
        }
        self.deleteOwn("_call");
        PENDING.remove(self);
        return FunctoolsModule.call(new Object[] {parts.get(1), parts.get(2), parts.get(3)});
    }

    private static Object peek(PyObject self) {
        if (!(self.own("_call") instanceof PyTuple parts)) {
            return None.NONE;
        }
        return PyTuple.of(Calls.call(parts.get(0)), parts.get(1), parts.get(2), parts.get(3));
    }

    private static Object detach(PyObject self) {
        Object found = peek(self);
        self.deleteOwn("_call");
        PENDING.remove(self);
        return found;
    }
}
