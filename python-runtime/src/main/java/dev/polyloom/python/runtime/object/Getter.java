package dev.polyloom.python.runtime.object;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An attribute that the library computes. */
public class Getter extends PyObject implements Descriptor {
    private final String name;
    private final Function<Object, Object> how;
    private final @Nullable Setter setter;

    /** Sets an attribute of an object. */
    public interface Setter {
        /** Sets it. */
        void set(Object object, Object value);
    }

    Getter(String name, Function<Object, Object> how, @Nullable Setter setter) {
        super(Types.GETTER);
        this.name = name;
        this.how = how;
        this.setter = setter;
    }

    @Override
    public Object get(@Nullable Object object, PyType owner) {
        return object == null ? this : how.apply(object);
    }

    @Override
    public boolean isData() {
        return true;
    }

    boolean isWritable() {
        return setter != null;
    }

    @Override
    public void set(Object object, Object value) {
        if (setter == null) {
            throw Errors.attribute(
                    "attribute '%s' of '%s' objects is not writable"
                            .formatted(name, Types.of(object).name()));
        }
        setter.set(object, value);
    }

    @Override
    public void delete(Object object) {
        if (setter == null || !name.equals("__dict__")) {
            throw name.equals("__class__")
                    ? Errors.type("can't delete __class__ attribute")
                    : Errors.attribute("can't delete attribute");
        }
        setter.set(object, new PyDict());
    }

    @Override
    public String toString() {
        return "<attribute '%s'>".formatted(name);
    }
}
