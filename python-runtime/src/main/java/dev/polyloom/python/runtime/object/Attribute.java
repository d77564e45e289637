package dev.polyloom.python.runtime.object;

import org.jspecify.annotations.Nullable;

/**
 * The name of an attribute in a program, which remembers where objects of the class that it met
 * last have it. Safe for use by many threads.
 */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Attribute {
    private static final String[] NO_NAMES = {};

    private final String name;
    private volatile @Nullable Place read;
    private volatile @Nullable Place written;
    private volatile @Nullable Place called;

    /** Where objects of a class have it, as long as the class does not change. */
    private record Place(PyType type, int version, int slot, @Nullable PyObject shared) {
        boolean fits(PyType other) {
            return type == other && version == other.version();
        }
    }

    /** Makes one for a name. */
    public Attribute(String name) {
        this.name = name;
    }

    /** Returns the attribute of an object. */
    public Object get(Object object) {
        if (object instanceof PyObject instance && instance.getClass() == PyObject.class) {
            PyType type = instance.type();
            Place place = read;
            if (place != null && place.fits(type)) {
                Object value = instance.inSlot(place.slot);
                if (value != null) {
                    return value;
                }
            } else {
                int version = type.version();
                int slot = type.slot(name);
                Object shared = type.lookup(name);
                if (slot >= 0 && (shared == null || Attributes.isHiddenByOwn(shared))) {
                    read = new Place(type, version, slot, null);
                }
            }
        }
        return Attributes.get(object, name);
    }

    /** Sets the attribute of an object. */
    public void set(Object object, Object value) {
        Place place = place(object);
        if (place != null && object instanceof PyObject instance) {
            instance.putInSlot(place.slot, value);
        } else {
            Attributes.set(object, name, value);
        }
    }

    /** Returns where an object has it, if nothing is done to set it but to put it there. */
    private @Nullable Place place(Object object) {
        if (!(object instanceof PyObject instance) || instance.getClass() != PyObject.class) {
            return null;
        }
        PyType type = instance.type();
        Place place = written;
        if (place != null && place.fits(type)) {
            return place;
        }
        int version = type.version();
        int slot = type.slot(name);
        if (slot < 0 || !Attributes.isPlainlySet(type, name)) {
            return null;
        }
        Place found = new Place(type, version, slot, null);
        written = found;
        return found;
    }

    /** Performs {@code object.name operator= right}. */
    public void augment(Object object, Binary operator, Object right) {
        if (!update(object, operator, right)) {
            set(object, Updates.augmented(operator, get(object), right));
        }
    }

    /** Performs {@code object.name = object.name operator right}. */
    public void combine(Object object, Binary operator, Object right) {
        if (!update(object, operator, right)) {
            set(object, operator.apply(get(object), right));
        }
    }

    private boolean update(Object object, Binary operator, Object right) {
        if (!ThreadState.areSeveral() || !(object instanceof PyObject instance)) {
            return false;
        }
        Place place = place(instance);
        if (place == null || instance.inSlot(place.slot) == null) {
            return Updates.attribute(instance, name, operator, right);
        }
        synchronized (instance) {
            Object old = instance.inSlot(place.slot);
            if (old == null || !Updates.isClosed(operator, old, right)) {
                return false;
            }
            instance.putInSlot(place.slot, Updates.augmented(operator, old, right));
            return true;
        }
    }

    private @Nullable PyObject function(Object object) {
        PyType type = Types.of(object);
        Place place = called;
        if (place != null && place.fits(type)) {
            return place.shared;
        }
        if (object instanceof PyType || !(type.isNative() || object.getClass() == PyObject.class)) {
            return null;
        }
        int version = type.version();
        boolean own =
                type.isNative()
                        ? object instanceof Typed t && t.own(name) != null
                        : type.slot(name) >= 0;
        Object found = type.lookup(name);
        boolean direct = found instanceof Function || (found instanceof Builtin b && b.isMethod());
        boolean fixed = !type.isNative() || isPlainValue(object);
        if (!own && direct && fixed && found instanceof PyObject function) {
            called = new Place(type, version, -1, function);
            return function;
        }
        return null;
    }

    private static boolean isPlainValue(Object object) {
        return !(object instanceof Typed)
                || object instanceof PyList
                || object instanceof PyDict
                || object instanceof PySet
                || object instanceof PyTuple;
    }

    /** Calls the attribute as a method. */
    public Object call(Object object) {
        PyObject function = function(object);
        return function == null
                ? Calls.method(object, name)
                : invoke(function, new Object[] {object});
    }

    /** Calls the attribute as a method. */
    public Object call(Object object, Object a) {
        PyObject function = function(object);
        return function == null
                ? Calls.method(object, name, a)
                : invoke(function, new Object[] {object, a});
    }

    /** Calls the attribute as a method. */
    public Object call(Object object, Object a, Object b) {
        PyObject function = function(object);
        return function == null
                ? Calls.method(object, name, a, b)
                : invoke(function, new Object[] {object, a, b});
    }

    /** Calls the attribute as a method. */
    public Object call(Object object, Object a, Object b, Object c) {
        PyObject function = function(object);
        return function == null
                ? Calls.method(object, name, a, b, c)
                : invoke(function, new Object[] {object, a, b, c});
    }

    private static Object invoke(PyObject function, Object[] args) {
        return function instanceof Function known
                ? known.call(args, NO_NAMES)
                : function.call(args, NO_NAMES);
    }
}
