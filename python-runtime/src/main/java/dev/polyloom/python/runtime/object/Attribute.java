package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/**
 * The name of an attribute in a program, which remembers where objects of the two classes that it
 * met last have it. Safe for use by many threads.
 */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Attribute {
    private static final String[] NO_NAMES = {};

    private final String name;
    private volatile @Nullable Place read;
    private volatile @Nullable Place written;
    private volatile @Nullable Place called;
    private volatile @Nullable OfModule variable;

    private volatile @Nullable Inherited inherited;

    /** The function that objects of a class inherit from the classes after another one. */
    private record Inherited(PyType after, PyType type, int version, PyObject function) {
        static @Nullable Inherited of(PyType after, PyType type, String name) {
            int version = type.layout().version();
            return type.isSubtypeOf(after)
                            && type.lookupAfter(after, name) instanceof Function function
                    ? new Inherited(after, type, version, function)
                    : null;
        }

        boolean fits(PyType wanted, PyType other) {
            return after == wanted && type == other && version == other.layout().version();
        }
    }

    /** The variable of a module that has the name. */
    private record OfModule(Module module, Global global) {}

    /** Where objects of a class have it, as long as the class does not change. */
    private static final class Place {
        final PyType type;
        final int version;
        final int slot;
        final @Nullable PyObject shared;
        final @Nullable Place before;

        Place(
                PyType type,
                int version,
                int slot,
                @Nullable PyObject shared,
                @Nullable Place before) {
            this.type = type;
            this.version = version;
            this.slot = slot;
            this.shared = shared;
            this.before = before == null ? null : before.alone();
        }

        private Place alone() {
            return before == null ? this : new Place(type, version, slot, shared, null);
        }

        private boolean fits(PyType other) {
            return type == other && version == other.layout().version();
        }

        /** Returns this place or the one before, whichever is that of a class, or null. */
        @Nullable Place of(PyType asked) {
            return fits(asked) ? this : before != null && before.fits(asked) ? before : null;
        }
    }

    private static @Nullable Place of(@Nullable Place last, PyType type) {
        return last == null ? null : last.of(type);
    }

    /** Makes one for a name. */
    public Attribute(String name) {
        this.name = name;
    }

    /** Returns the attribute of an object. */
    public Object get(Object object) {
        if (object instanceof PyObject instance && isPlain(instance)) {
            PyType type = instance.type();
            Place place = of(read, type);
            if (place != null) {
                Object value = instance.inSlot(place.slot);
                if (value != null) {
                    return value;
                }
            } else {
                int version = type.layout().version();
                int slot = type.layout().slot(name);
                Object shared = type.lookup(name);
                if (slot >= 0 && (shared == null || Attributes.isHiddenByOwn(shared))) {
                    read = new Place(type, version, slot, null, read);
                }
            }
        }
        Object value = object instanceof Module module ? of(module) : null;
        return value == null ? Attributes.get(object, name) : value;
    }

    private static boolean isPlain(PyObject object) {
        return object.getClass() == PyObject.class || object.hasPlainSlots();
    }

    private @Nullable Object of(Module module) {
        OfModule known = variable;
        if (known != null && known.module == module) {
            return known.global.orNull();
        }
        Global global = Types.MODULE.lookup(name) == null ? module.find(name) : null;
        if (global == null) {
            return null;
        }
        variable = new OfModule(module, global);
        return global.orNull();
    }

    /** Returns what an object itself has, or null. */
    @Nullable Object own(Object object) {
        return object instanceof Typed typed ? typed.own(name) : null;
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
        if (!(object instanceof PyObject instance) || !isPlain(instance)) {
            return null;
        }
        PyType type = instance.type();
        Place place = of(written, type);
        if (place != null) {
            return place;
        }
        int version = type.layout().version();
        int slot = type.layout().slot(name);
        if (slot < 0 || !Attributes.isPlainlySet(type, name)) {
            return null;
        }
        Place found = new Place(type, version, slot, null, written);
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
        if (!Sharing.isShared() || !(object instanceof PyObject instance)) {
            return false;
        }
        if (instance instanceof Updatable) {
            synchronized (instance) {
                set(instance, Updates.augmented(operator, get(instance), right));
            }
            return true;
        }
        Place place = place(instance);
        if (place == null || instance.inSlot(place.slot) == null) {
            return Updates.attribute(instance, name, operator, right);
        }
        synchronized (instance) {
            Object old = instance.inSlot(place.slot);
            if (operator == Binary.ADD && old instanceof Long x && right instanceof Long y) {
                instance.putInSlot(place.slot, Exact.add(x, y));
                return true;
            }
            if (operator == Binary.ADD && old instanceof Double x && right instanceof Double y) {
                instance.putInSlot(place.slot, x + y);
                return true;
            }
            if (old == null || !Updates.isClosed(operator, old, right)) {
                return false;
            }
            instance.putInSlot(place.slot, Updates.augmented(operator, old, right));
            return true;
        }
    }

    private @Nullable PyObject function(Object object) {
        PyType type = Types.of(object);
        Place place = of(called, type);
        if (place != null) {
            return place.shared;
        }
        if (object instanceof PyType || object instanceof Module || !isSlotted(object)) {
            return null;
        }
        int version = type.layout().version();
        Object found = type.lookup(name);
        boolean direct = found instanceof Function || (found instanceof Builtin b && b.isMethod());
        boolean own = type.layout().slot(name) >= 0 || type.hasOwnAccess();
        if (direct && !own && found instanceof PyObject function) {
            called = new Place(type, version, -1, function, called);
            return function;
        }
        return null;
    }

    private static boolean isSlotted(Object object) {
        return object instanceof PyObject instance
                ? instance.isSlotted()
                : !(object instanceof Typed);
    }

    /** Calls the attribute as a method. */
    public Object call(Object object) {
        PyObject function = function(object);
        return function == null ? otherwise(object) : invoke(function, new Object[] {object});
    }

    /** Calls the attribute as a method. */
    public Object call(Object object, Object a) {
        PyObject function = function(object);
        return function == null ? otherwise(object, a) : invoke(function, new Object[] {object, a});
    }

    /** Calls the attribute as a method. */
    public Object call(Object object, Object a, Object b) {
        PyObject function = function(object);
        return function == null
                ? otherwise(object, a, b)
                : invoke(function, new Object[] {object, a, b});
    }

    /** Calls the attribute as a method. */
    public Object call(Object object, Object a, Object b, Object c) {
        PyObject function = function(object);
        return function == null
                ? otherwise(object, a, b, c)
                : invoke(function, new Object[] {object, a, b, c});
    }

    /** Calls {@code append}, the attribute, as a method. */
    public Object append(Object object, Object value) {
        if (object instanceof PyList list && list.type() == Types.LIST && !GlobalLock.isOn()) {
            list.append(value);
            return None.NONE;
        }
        return call(object, value);
    }

    /** Calls the attribute as a method that the classes after another one have. */
    public Object callSuper(Cell after, Object object, Object... args) {
        if (!(after.get() instanceof PyType type) || object instanceof PyType) {
            return Calls.method(new Super(after.get(), object), name, args);
        }
        PyType own = Types.of(object);
        Inherited known = inherited;
        if (known == null || !known.fits(type, own)) {
            known = Inherited.of(type, own, name);
            if (known == null) {
                return Calls.method(new Super(type, object), name, args);
            }
            inherited = known;
        }
        return known.function.call(Calls.prepend(object, args), NO_NAMES);
    }

    private Object otherwise(Object object, Object... args) {
        Object value = object instanceof Module module ? of(module) : null;
        return value == null ? Calls.method(object, name, args) : Calls.call(value, args);
    }

    private static Object invoke(PyObject function, Object[] args) {
        return function instanceof Function known
                ? known.call(args, NO_NAMES)
                : function.call(args, NO_NAMES);
    }
}
