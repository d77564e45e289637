package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code weakref.proxy}: behaves like an object without keeping it alive. */
final class WeakProxy extends PyObject {
    private static final PyType TYPE =
            PyType.library("ProxyType", Types.OBJECT, WeakProxy::fill).module("weakref");

    private final WeakReference reference;

    private WeakProxy(WeakReference reference) {
        super(TYPE);
        this.reference = reference;
    }

    static WeakProxy of(Object object) {
        return new WeakProxy(WeakReference.to(WeakReference.TYPE, object, None.NONE));
    }

    private static Object target(Object self) {
        Object now = ((WeakProxy) self).reference.get();
        if (now == null) {
            throw Errors.of(
                    Exceptions.named("ReferenceError"),
                    "weakly-referenced object no longer exists");
        }
        return now;
    }

    private static void fill(PyType type) {
        type.dict().put("__open__", true);
        type.method("__str__", 0, 0, a -> Text.str(target(a[0])));
        type.method("__len__", 0, 0, a -> Items.length(target(a[0])));
        type.method("__iter__", 0, 0, a -> Iteration.of(target(a[0])));
        type.method("__getitem__", 1, 1, a -> Items.get(target(a[0]), a[1]));
        type.method("__contains__", 1, 1, a -> Items.contains(target(a[0]), a[1]));
        type.method("__bool__", 0, 0, a -> Text.truth(target(a[0])));
        type.dict().put("__hash__", None.NONE);
    }

    @Override
    protected boolean isSlotted() {
        return false;
    }

    @Override
    public @Nullable Object own(String name) {
        return Attributes.find(target(this), name);
    }

    @Override
    public void setOwn(String name, Object value) {
        Attributes.set(target(this), name, value);
    }

    @Override
    public Object call(Object[] args, String[] names) {
        return Calls.call(target(this), args, names);
    }
}
