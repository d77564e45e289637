package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyIterator;
import dev.polyloom.python.runtime.object.PyList;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code multiprocessing.Manager}: objects that all processes use through proxies. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class Managers {
    static final PyType MANAGER =
            PyType.library("SyncManager", Types.OBJECT, Managers::fillManager)
                    .module("multiprocessing.managers");
    private static final PyType NAMESPACE =
            PyType.library("Namespace", Types.OBJECT, Managers::fillNamespace)
                    .module("multiprocessing.managers")
                    .allocator(Namespace::new);
    private static final PyType DICT =
            proxy(
                    "DictProxy",
                    Types.DICT,
                    "__contains__ __delitem__ __getitem__ __iter__ __len__ __setitem__ clear copy get items"
                            + " keys pop popitem setdefault update values");
    private static final PyType LIST =
            proxy(
                    "ListProxy",
                    Types.LIST,
                    "__add__ __contains__ __delitem__ __getitem__ __len__ __mul__ __reversed__ __rmul__"
                            + " __setitem__ append count extend index insert pop remove reverse sort");

    private static final PyType ARRAY =
            proxy(
                    "ArrayProxy",
                    (PyType) Modules.member("array", "array"),
                    "__getitem__ __len__ __setitem__");

    private Managers() {}

    /** An object that stands for another, which one process keeps for all. */
    private static final class Proxy extends PyObject {
        private final Object target;

        Proxy(PyType type, Object target) {
            super(type);
            this.target = target;
        }

        /** Calls a method that may wait for another call. */
        Object callAlone(String method, Object args, Object named) {
            PyTuple sent = (PyTuple) Pickling.sent(PyTuple.of(args, named));
            Object called = Attributes.get(target, method);
            return Pickling.sent(
                    Calls.arguments().addAll(sent.get(0)).addNamed(sent.get(1)).call(called));
        }

        synchronized Object call(String method, Object[] args) {
            Object[] sent = new Object[args.length - 1];
            for (int i = 0; i < sent.length; i++) {
                sent[i] = Pickling.sent(args[i + 1]);
            }
            Object result = Calls.call(Attributes.get(target, method), sent);
            boolean view = Types.of(result).name().startsWith("dict_");
            return Pickling.sent(
                    view || result instanceof PyIterator ? PyList.from(result) : result);
        }
    }

    private static PyType proxy(String name, PyType target, String methods) {
        return PyType.library(
                        name,
                        Types.OBJECT,
                        type -> {
                            for (String each : methods.split(" ", -1)) {
                                if (target.lookup(each) != null) {
                                    type.method(each, 0, -1, a -> ((Proxy) a[0]).call(each, a));
                                }
                            }
                            fillProxy(type, target.name());
                        })
                .module("multiprocessing.managers");
    }

    private static void fillProxy(PyType type, String kind) {
        if (kind.equals("list")) {
            for (String each : new String[] {"__iadd__", "__imul__"}) {
                type.method(
                        each,
                        1,
                        1,
                        a -> {
                            ((Proxy) a[0]).call(each, a);
                            return a[0];
                        });
            }
        } else if (kind.equals("dict")) {
            type.method(
                    "__iter__",
                    0,
                    0,
                    a -> Calls.call(Builtins.get("iter"), ((Proxy) a[0]).call("keys", a)));
        }
        fillTexts(type, kind.equals("array") ? "Array" : kind);
    }

    private static void fillTexts(PyType type, String kind) {
        type.method("__str__", 0, 0, a -> Text.repr(((Proxy) a[0]).target));
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<%s object, typeid '%s' at %s>"
                                .formatted(type.name(), kind, Text.address(a[0])));
        type.method("_getvalue", 0, 0, a -> Pickling.sent(((Proxy) a[0]).target));
    }

    /** Returns a proxy of an object with some of its methods, which all processes share. */
    static Object share(Object target, String name, Object methods) {
        PyType type =
                PyType.library(
                                "AutoProxy[" + name + "]",
                                Types.OBJECT,
                                made -> {
                                    for (Object each : Iteration.toList(methods)) {
                                        String method = Text.str(each);
                                        made.method(
                                                method,
                                                "*args, **kwargs",
                                                a -> ((Proxy) a[0]).callAlone(method, a[1], a[2]));
                                    }
                                    fillTexts(made, name);
                                })
                        .module("multiprocessing.managers");
        return new Proxy(type, target);
    }

    /** Starts a manager; that of CPython is a child process, and takes a number as one. */
    static Object start() {
        Processes.members().nextNumber();
        return new PyObject(MANAGER);
    }

    private static void fillManager(PyType type) {
        for (String name : new String[] {"start", "shutdown", "connect", "join"}) {
            type.method(name, 0, -1, a -> None.NONE);
        }
        type.method("__enter__", 0, 0, a -> a[0]);
        type.method("__exit__", 3, 3, a -> None.NONE);
        type.method(
                "dict",
                "*args, **kwargs",
                a ->
                        new Proxy(
                                DICT,
                                Pickling.sent(
                                        Calls.arguments()
                                                .addAll(a[1])
                                                .addNamed(a[2])
                                                .call(Types.DICT))));
        type.method(
                "list",
                "*args",
                a ->
                        new Proxy(
                                LIST,
                                Pickling.sent(Calls.arguments().addAll(a[1]).call(Types.LIST))));
        type.method(
                "Namespace",
                "**kwargs",
                a -> {
                    PyObject made = (PyObject) NAMESPACE.allocate();
                    ((PyDict) a[1]).forEach((key, value) -> made.setOwn((String) key, value));
                    return made;
                });
        type.method("Value", "typecode, value, lock=True", a -> value(a[1], a[2]));
        fillShared(type);
    }

    /** Defines what processes share that needs no copy of their own. */
    private static void fillShared(PyType type) {
        type.method(
                "Array",
                "typecode, sequence, lock=True",
                a -> new Proxy(ARRAY, Calls.call(Modules.member("array", "array"), a[1], a[2])));
        for (String name : new String[] {"Queue", "JoinableQueue"}) {
            type.method(name, "maxsize=0", a -> Calls.call(ProcessQueue.JOINABLE, a[1]));
        }
        for (String name :
                new String[] {
                    "Lock",
                    "RLock",
                    "Event",
                    "Condition",
                    "Semaphore",
                    "BoundedSemaphore",
                    "Barrier"
                }) {
            type.method(
                    name,
                    "*args, **kwargs",
                    a ->
                            Calls.arguments()
                                    .addAll(a[1])
                                    .addNamed(a[2])
                                    .call(Modules.member("multiprocessing", name)));
        }
        type.method(
                "Pool",
                "*args, **kwargs",
                a -> Calls.arguments().addAll(a[1]).addNamed(a[2]).call(Pool.TYPE));
    }

    private static Object value(Object code, Object value) {
        PyObject made = (PyObject) NAMESPACE.allocate();
        made.setOwn("_typecode", code);
        made.setOwn("value", value);
        return made;
    }

    /** An object whose attributes all processes share. */
    private static final class Namespace extends PyObject {
        Namespace(PyType type) {
            super(type);
        }

        @Override
        public synchronized @Nullable Object own(String name) {
            Object value = super.own(name);
            return value == null ? null : Pickling.sent(value);
        }

        @Override
        public synchronized void setOwn(String name, Object value) {
            super.setOwn(name, Pickling.sent(value));
        }
    }

    private static void fillNamespace(PyType type) {
        type.dict().put("__open__", true);
        type.method("get", 0, 0, a -> Attributes.get(a[0], "value"));
        type.method(
                "set",
                1,
                1,
                a -> {
                    Attributes.set(a[0], "value", a[1]);
                    return None.NONE;
                });
        type.method("__repr__", 0, 0, a -> text((PyObject) a[0]));
    }

    private static String text(PyObject namespace) {
        Object code = namespace.own("_typecode");
        if (code != null) {
            return "Value(%s, %s)"
                    .formatted(Text.repr(code), Text.repr(Attributes.get(namespace, "value")));
        }
        StringBuilder out = new StringBuilder();
        new TreeMap<>(namespace.owned())
                .forEach((name, value) -> {
                    if (!name.startsWith("_")) {
                        out.append(out.isEmpty() ? "" : ", ");
                        out.append(name).append('=').append(Text.repr(value));
                    }
                });
        return "Namespace(" + out + ")";
    }
}
