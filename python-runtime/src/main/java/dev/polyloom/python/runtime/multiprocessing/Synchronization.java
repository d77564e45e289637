package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What processes wait with: the primitives of {@code threading}, under names of their own. */
final class Synchronization {
    static final PyType LOCK = type("Lock", type -> show(type, "Lock"));
    static final PyType RLOCK = type("RLock", type -> show(type, "RLock"));

    private Synchronization() {}

    private static PyType type(String name, @Nullable Consumer<PyType> filler) {
        PyType base = (PyType) Modules.member("threading", name);
        return PyType.library(name, base, filler).module("multiprocessing.synchronize");
    }

    private static void show(PyType type, String name) {
        type.method(
                "__repr__",
                0,
                0,
                a -> {
                    boolean locked = Text.truth(Calls.method(a[0], "locked"));
                    String owner = locked ? Processes.current().state().name : "None";
                    return name.equals("RLock")
                            ? "<RLock(%s, %d)>".formatted(owner, locked ? 1 : 0)
                            : "<Lock(owner=%s)>".formatted(owner);
                });
    }

    static void addTo(Module module) {
        module.put("Lock", LOCK);
        module.put("RLock", RLOCK);
        module.put("Event", type("Event", Synchronization::event));
        module.put("Condition", type("Condition", Synchronization::condition));
        module.put("Barrier", type("Barrier", null));
        for (String name : new String[] {"Semaphore", "BoundedSemaphore"}) {
            module.put(name, type(name, type -> count(type, name)));
        }
    }

    private static void event(PyType type) {
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<%s at %s %s>"
                                .formatted(
                                        Types.of(a[0]).name(),
                                        Text.address(a[0]),
                                        Text.truth(Calls.method(a[0], "is_set"))
                                                ? "set"
                                                : "unset"));
    }

    /** Makes conditions whose lock is, unless another is given, one of processes. */
    private static void condition(PyType type) {
        Object init = type.lookup("__init__");
        type.method(
                "__init__",
                "lock=None",
                a ->
                        Calls.call(
                                Objects.requireNonNull(init),
                                a[0],
                                a[1] == None.NONE ? Calls.call(RLOCK) : a[1]));
    }

    private static void count(PyType type, String name) {
        type.method("get_value", 0, 0, a -> Attributes.get(a[0], "_value"));
        type.method(
                "__repr__",
                0,
                0,
                a ->
                        "<%s(value=%s%s)>"
                                .formatted(
                                        name,
                                        Text.str(Attributes.get(a[0], "_value")),
                                        name.equals("Semaphore")
                                                ? ""
                                                : ", maxvalue="
                                                        + Text.str(
                                                                Attributes.get(
                                                                        a[0], "_initial_value"))));
    }
}
