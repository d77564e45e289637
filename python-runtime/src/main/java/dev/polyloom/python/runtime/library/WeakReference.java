package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Compare;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Finalizers;
import dev.polyloom.python.runtime.object.Hash;
import dev.polyloom.python.runtime.object.Modules;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.TracebackText;
import dev.polyloom.python.runtime.object.Typed;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code weakref.ref}: a reference that keeps nothing alive. When its object is gone is up to the
 * collector of the machine; {@code gc.collect()} asks it and runs the callbacks that are due.
 */
final class WeakReference extends PyObject {
    static final PyType TYPE =
            PyType.library("ReferenceType", Types.OBJECT, WeakReference::fill)
                    .module("weakref")
                    .maker((type, a, names) -> of(type, a));
    private static final List<java.lang.ref.WeakReference<WeakReference>> WATCHED =
            new ArrayList<>();

    private final java.lang.ref.WeakReference<Object> target;
    private final Object callback;
    private final long hash;

    private WeakReference(PyType type, Object object, Object callback) {
        super(type);
        this.target = new java.lang.ref.WeakReference<>(object);
        this.callback = callback;
        this.hash = hashOf(object);
    }

    private static long hashOf(Object object) {
        try {
            return Hash.of(object);
        } catch (PyException e) {
            return System.identityHashCode(object);
        }
    }

    private static WeakReference of(PyType type, Object[] a) {
        return to(type, a[0], a.length > 1 ? a[1] : None.NONE);
    }

    /** Makes a reference; the callback, or {@code None}, is called when the object is gone. */
    static WeakReference to(PyType type, Object object, Object callback) {
        PyType kind = Types.of(object);
        boolean refused = kind.isBuiltin() && !(object instanceof PyType) && !isFunction(object);
        if (refused || !(object instanceof Typed)) {
            throw Errors.type("cannot create weak reference to '%s' object".formatted(kind.name()));
        }
        WeakReference made = new WeakReference(type, object, callback);
        Finalizers.watch(object);
        if (callback != None.NONE) {
            synchronized (WATCHED) {
                WATCHED.add(new java.lang.ref.WeakReference<>(made));
            }
        }
        return made;
    }

    private static boolean isFunction(Object object) {
        return object instanceof dev.polyloom.python.runtime.object.Function
                || object instanceof dev.polyloom.python.runtime.object.PySet
                || object instanceof PyException
                || object instanceof dev.polyloom.python.runtime.object.BoundMethod;
    }

    private static WeakReference of(Object self) {
        return (WeakReference) self;
    }

    private static void fill(PyType type) {
        type.method("__call__", 0, 0, a -> of(a[0]).value());
        type.method("__repr__", 0, 0, a -> of(a[0]).repr());
        type.method("__hash__", 0, 0, a -> of(a[0]).hash);
        type.method("__eq__", 1, 1, a -> of(a[0]).isEqual(a[1]));
        type.getter("__callback__", self -> of(self).callback);
    }

    @Nullable Object get() {
        return target.get();
    }

    private Object value() {
        Object now = target.get();
        return now == null ? None.NONE : now;
    }

    private Object isEqual(Object other) {
        if (!(other instanceof WeakReference reference)) {
            return Types.NOT_IMPLEMENTED;
        }
        Object mine = get();
        Object its = reference.get();
        if (mine == null || its == null) {
            return this == reference;
        }
        return Compare.same(mine, its);
    }

    private String repr() {
        Object now = target.get();
        String to =
                now == null
                        ? "dead"
                        : "to '%s' at %s".formatted(Types.of(now).name(), Text.address(now));
        return "<weakref at %s; %s>".formatted(Text.address(this), to);
    }

    /** Calls the callback; what it throws is shown and forgotten, as in CPython. */
    private void callBack() {
        try {
            Calls.call(callback, this);
        } catch (PyException e) {
            Object stream = Attributes.get(Modules.load("sys"), "stderr");
            String text =
                    "Exception ignored in: %s\n%s"
                            .formatted(Text.repr(callback), TracebackText.of(e));
            Calls.method(stream, "write", text);
        }
    }

    /** Calls the callbacks of references whose objects are gone. */
    static void poll() {
        List<WeakReference> gone = new ArrayList<>();
        synchronized (WATCHED) {
            WATCHED.removeIf(watched -> {
                WeakReference each = watched.get();
                if (each != null && each.get() == null) {
                    gone.add(each);
                }
                return each == null || each.get() == null;
            });
        }
        gone.reversed().forEach(WeakReference::callBack);
    }
}
