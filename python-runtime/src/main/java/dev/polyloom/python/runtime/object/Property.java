package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/** An attribute that methods of the program read, set and delete. */
public final class Property extends PyObject implements Descriptor {
    private final Object getter;
    private final Object setter;
    private final Object deleter;

    Property(Object getter, Object setter, Object deleter) {
        super(Types.PROPERTY);
        this.getter = getter;
        this.setter = setter;
        this.deleter = deleter;
    }

    static void fill(PyType type) {
        type.method("getter", 1, 1, a -> of(a).with(a[1], of(a).setter, of(a).deleter));
        type.method("setter", 1, 1, a -> of(a).with(of(a).getter, a[1], of(a).deleter));
        type.method("deleter", 1, 1, a -> of(a).with(of(a).getter, of(a).setter, a[1]));
        type.getter("fget", self -> ((Property) self).getter);
        type.getter("fset", self -> ((Property) self).setter);
    }

    private static Property of(Object[] args) {
        return (Property) args[0];
    }

    private Property with(Object newGetter, Object newSetter, Object newDeleter) {
        return new Property(newGetter, newSetter, newDeleter);
    }

    Object getter() {
        return getter;
    }

    private String name() {
        return getter instanceof Function function ? function.name() : "";
    }

    @Override
    public Object get(@Nullable Object object, PyType owner) {
        return object == null ? this : Calls.call(getter, object);
    }

    @Override
    public boolean isData() {
        return true;
    }

    @Override
    public void set(Object object, Object value) {
        if (setter == None.NONE) {
            throw refused(object, "setter");
        }
        Calls.call(setter, object, value);
    }

    @Override
    public void delete(Object object) {
        if (deleter == None.NONE) {
            throw refused(object, "deleter");
        }
        Calls.call(deleter, object);
    }

    private PyException refused(Object object, String what) {
        return Errors.attribute(
                "property '%s' of '%s' object has no %s"
                        .formatted(name(), Types.of(object).qualname(), what));
    }
}
