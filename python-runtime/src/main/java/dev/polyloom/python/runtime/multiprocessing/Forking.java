package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.object.BoundMethod;
import dev.polyloom.python.runtime.object.ClassMethod;
import dev.polyloom.python.runtime.object.Finalizers;
import dev.polyloom.python.runtime.object.Function;
import dev.polyloom.python.runtime.object.Property;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.StaticMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies values as {@code fork} does for a new process. Functions that it meets stay the same; what
 * they share with others, their defaults and their attributes it copies into the realm.
 */
@SuppressWarnings("ReferenceEquality") // what is not copied is the same object
final class Forking extends Copies {
    private static final String WRAPPED = "__wrapped__";

    private final Realm realm;
    private final List<Runnable> endings = new ArrayList<>();

    Forking(Realm realm) {
        this.realm = realm;
    }

    /** Says what is done when the process ends that gets the copies. */
    void atEnd(Runnable ending) {
        endings.add(ending);
    }

    List<Runnable> endings() {
        return endings;
    }

    @Override
    public void note(Object value, Object copy) {
        super.note(value, copy);
        if (copy != value) {
            Finalizers.move(copy, realm);
        }
    }

    @Override
    Object special(Object value) {
        note(value, value);
        switch (value) {
            case Function function -> realm.take(function, this);
            case ClassMethod method -> copy(method.function());
            case StaticMethod method -> copy(method.function());
            case Property property -> property.functions().forEach(this::copy);
            case PyObject wrapper -> wrapped(wrapper);
            default -> {}
        }
        return value;
    }

    private void wrapped(PyObject wrapper) {
        Object inner = wrapper.own(WRAPPED);
        if (inner != null) {
            copy(inner);
        }
    }

    @Override
    Object method(BoundMethod method) {
        copy(method.function());
        return super.method(method);
    }
}
