package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attribute that methods of the program read, set and delete. */
public final class Property extends PyObject implements Descriptor {
    private final Object getter;
    private final Object setter;
    private final Object deleter;
    private Object doc;
    private String name = "";

    Property(Object getter, Object setter, Object deleter, Object doc) {
        super(Types.PROPERTY);
        this.getter = getter;
        this.setter = setter;
        this.deleter = deleter;
        this.doc = doc;
    }

    static void fill(PyType type) {
        type.method("getter", 1, 1, a -> of(a).with(a[1], of(a).setter, of(a).deleter));
        type.method("setter", 1, 1, a -> of(a).with(of(a).getter, a[1], of(a).deleter));
        type.method("deleter", 1, 1, a -> of(a).with(of(a).getter, of(a).setter, a[1]));
        type.getter("fget", self -> ((Property) self).getter);
        type.getter("fset", self -> ((Property) self).setter);
        type.getter("fdel", self -> ((Property) self).deleter);
        type.getter(
                "__doc__",
                self -> ((Property) self).documentation(),
                (self, value) -> ((Property) self).doc = value);
        type.method("__set_name__", 2, 2, a -> of(a).named(a[2]));
        type.method("__get__", 1, 2, a -> of(a).get(a[1] == None.NONE ? null : a[1], Types.OBJECT));
        type.method("__set__", 2, 2, a -> of(a).changed(a[1], a[2]));
        type.method("__delete__", 1, 1, a -> of(a).changed(a[1], null));
    }

    private static Property of(Object[] args) {
        return (Property) args[0];
    }

    private Property with(Object newGetter, Object newSetter, Object newDeleter) {
        Property made = new Property(newGetter, newSetter, newDeleter, doc);
        made.name = name;
        return made;
    }

    Object getter() {
        return getter;
    }

    /** Returns what reads, sets and deletes it, each of them or {@code None}. */
    public List<Object> functions() {
        return List.of(getter, setter, deleter);
    }

    private Object named(Object value) {
        name = StrType.of(value);
        return None.NONE;
    }

    private Object changed(Object object, @Nullable Object value) {
        if (value == null) {
            delete(object);
        } else {
            set(object, value);
        }
        return None.NONE;
    }

    private Object documentation() {
        return doc == None.NONE && getter instanceof Function function ? function.doc() : doc;
    }

    private String name() {
        return name.isEmpty() && getter instanceof Function function ? function.name() : name;
    }

    @Override
    public Object get(@Nullable Object object, PyType owner) {
        if (object == null) {
            return this;
        }
        if (getter == None.NONE) {
            throw refused(object, "getter");
        }
        return Calls.call(getter, object);
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
        String shown = name().isEmpty() ? "property" : "property '%s'".formatted(name());
        return Errors.attribute(
                "%s of '%s' object has no %s".formatted(shown, Types.of(object).qualname(), what));
    }
}
