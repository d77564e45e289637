package dev.polyloom.python.runtime.object;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads, sets and deletes attributes. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Attributes {
    private Attributes() {}

    /** Returns an attribute. */
    public static Object get(Object object, String name) {
        Object found = find(object, name);
        if (found != null) {
            return found;
        }
        throw missing(object, name);
    }

    /** Returns an attribute, or null if there is none. */
    public static @Nullable Object find(Object object, String name) {
        PyType type = Types.of(object);
        if (object instanceof PyType asked) {
            return ofType(asked, name);
        }
        if (!type.hasOwnAccess()) {
            return find(object, type, name, type.lookup("__getattr__"));
        }
        Object fallback = type.lookup("__getattr__");
        try {
            Object access = java.util.Objects.requireNonNull(type.lookup("__getattribute__"));
            return Calls.special(access, object, name);
        } catch (PyException e) {
            if (fallback != null && e.is(Exceptions.ATTRIBUTE_ERROR)) {
                return Calls.special(fallback, object, name);
            }
            throw e;
        }
    }

    /** Returns an attribute as {@code object.__getattribute__} does. */
    static Object getPlain(Object object, String name) {
        Object found =
                object instanceof PyType asked
                        ? ofType(asked, name)
                        : find(object, Types.of(object), name, null);
        if (found == null) {
            throw missing(object, name);
        }
        return found;
    }

    private static @Nullable Object find(
            Object object, PyType type, String name, @Nullable Object fallback) {
        Object shared = type.lookup(name);
        if (shared instanceof Descriptor descriptor && descriptor.isData()) {
            return computed(object, type, name, descriptor, fallback);
        }
        if (shared != null && userData(shared) && Types.of(shared).lookup("__get__") != null) {
            return bind(shared, object, type);
        }
        Object own = object instanceof Typed typed ? typed.own(name) : null;
        if (own != null) {
            return own;
        }
        if (shared != null) {
            return bind(shared, object, type);
        }
        Object slot = Slots.ofObject(object, type, name);
        if (slot != null) {
            return slot;
        }
        if (fallback != null) {
            return Calls.special(fallback, object, name);
        }
        return object instanceof Module module ? module.made(name) : null;
    }

    private static Object computed(
            Object object,
            PyType type,
            String name,
            Descriptor descriptor,
            @Nullable Object fallback) {
        if (fallback == null) {
            return descriptor.get(object, type);
        }
        try {
            return descriptor.get(object, type);
        } catch (PyException e) {
            if (e.is(Exceptions.ATTRIBUTE_ERROR)) {
                return Calls.special(fallback, object, name);
            }
            throw e;
        }
    }

    /** Tells whether an attribute of the object itself goes before one of its type. */
    static boolean isHiddenByOwn(Object shared) {
        return !(shared instanceof Descriptor descriptor && descriptor.isData())
                && !userData(shared);
    }

    /** Tells whether nothing is done to set an attribute but to put it into the object. */
    static boolean isPlainlySet(PyType type, String name) {
        Object shared = type.lookup(name);
        return !type.isNative()
                && !(type.lookup("__setattr__") instanceof Function)
                && type.lookup("__slots__") == null
                && (shared == null || isHiddenByOwn(shared));
    }

    private static boolean userData(Object shared) {
        return shared instanceof PyObject
                && !(shared instanceof PyType)
                && !Types.of(shared).isNative()
                && (Types.of(shared).lookup("__set__") != null
                        || Types.of(shared).lookup("__delete__") != null);
    }

    /** Returns what an attribute of a type becomes when it is read of an object. */
    public static Object bind(Object shared, @Nullable Object object, PyType type) {
        if (shared instanceof Descriptor descriptor) {
            return descriptor.get(object, type);
        }
        if (shared instanceof PyObject && !(shared instanceof PyType)) {
            Object getter = Types.of(shared).lookup("__get__");
            if (getter != null) {
                Object self = object == null ? dev.polyloom.python.runtime.None.NONE : object;
                return Calls.call(getter, shared, self, type);
            }
        }
        return shared;
    }

    private static @Nullable Object ofType(PyType asked, String name) {
        Object computed = asked.type().lookup(name);
        if (computed instanceof Getter getter) {
            return getter.get(asked, asked.type());
        }
        Object meta = asked.metaMethod(name);
        if (meta instanceof Descriptor descriptor && descriptor.isData()) {
            return descriptor.get(asked, asked.type());
        }
        Object found = asked.lookup(name);
        if (found != null) {
            return bind(found, null, asked);
        }
        if (meta != null) {
            return bind(meta, asked, asked.type());
        }
        Object fallback = asked.metaMethod("__getattr__");
        if (fallback != null) {
            Object plain = computed == null ? Slots.ofType(asked, name) : computed;
            return plain == null
                    ? Calls.special(fallback, asked, name)
                    : bind(plain, asked, asked.type());
        }
        if (computed == null && !asked.isNative() && isSlot(asked, name)) {
            return new Getter(
                    name, self -> get(self, name), (self, value) -> set(self, name, value)) {
                @Override
                public String toString() {
                    return "<member '%s' of '%s' objects>".formatted(name, asked.name());
                }
            };
        }
        return computed == null ? Slots.ofType(asked, name) : bind(computed, asked, asked.type());
    }

    /** Returns the error for an attribute that is not there. */
    static PyException missing(Object object, String name) {
        PyException error =
                switch (object) {
                    case PyType type ->
                            Errors.attribute(
                                    "type object '%s' has no attribute '%s'"
                                            .formatted(type.name(), name));
                    case Module module ->
                            Errors.attribute(
                                    "module '%s' has no attribute '%s'"
                                            .formatted(module.name(), name));
                    default ->
                            Errors.attribute(
                                    "'%s' object has no attribute '%s'"
                                            .formatted(shownName(Types.of(object)), name));
                };
        error.setOwn("name", name);
        error.setOwn("obj", object);
        return error;
    }

    /** Returns the name of a type as messages show it, which of some of C have their module. */
    private static String shownName(PyType type) {
        return type.name().equals("_local") && type.isNative() ? type.fullName() : type.name();
    }

    /** Sets an attribute. */
    public static void set(Object object, String name, Object value) {
        PyType type = Types.of(object);
        if (object instanceof PyType asked) {
            if (asked.isNative()) {
                throw Errors.type(
                        "cannot set '%s' attribute of immutable type '%s'"
                                .formatted(name, asked.name()));
            }
            setOfType(asked, name, value);
            return;
        }
        Object custom = type.isNative() ? null : type.lookup("__setattr__");
        if (custom != null && !(custom instanceof Builtin)) {
            Calls.special(custom, object, name, value);
            return;
        }
        setPlain(object, name, value);
    }

    private static void setOfType(PyType asked, String name, Object value) {
        Object custom = asked.metaMethod("__setattr__");
        if (custom != null) {
            Calls.special(custom, asked, name, value);
        } else if (asked.metaMethod(name) instanceof Descriptor descriptor && descriptor.isData()) {
            descriptor.set(asked, value);
        } else if (Types.TYPE.lookup(name) instanceof Getter getter && getter.isWritable()) {
            getter.set(asked, value);
        } else {
            asked.define(name, value);
        }
    }

    /** Sets an attribute, whatever the class of the object says of setting attributes. */
    public static void setPlain(Object object, String name, Object value) {
        if (object instanceof PyType asked && !asked.isNative()) {
            asked.define(name, value);
            return;
        }
        PyType type = Types.of(object);
        Object shared = type.lookup(name);
        if (shared instanceof Descriptor descriptor && descriptor.isData()) {
            descriptor.set(object, value);
        } else if (shared != null && userData(shared)) {
            if (Types.of(shared).lookup("__set__") == null) {
                throw Errors.attribute("__set__");
            }
            Calls.method(shared, "__set__", object, value);
        } else if (object instanceof Typed typed && hasRoom(typed, type, name)) {
            typed.setOwn(name, value);
        } else if (shared != null) {
            throw Errors.attribute(
                    "'%s' object attribute '%s' is read-only".formatted(type.name(), name));
        } else {
            throw missing(object, name);
        }
    }

    private static boolean hasRoom(Typed object, PyType type, String name) {
        if (type.isNative()) {
            return object instanceof Function
                    || object instanceof Module
                    || object instanceof PyException
                    || type.lookup("__open__") != null;
        }
        return hasDict(type) || isSlot(type, name);
    }

    /** Tells whether objects of a class may have attributes that it does not name. */
    static boolean hasDict(PyType type) {
        return type != Types.OBJECT
                && (type.lookup("__slots__") == null
                        || type.mro().stream().anyMatch(each -> isOpen(each))
                        || isSlot(type, "__dict__"));
    }

    private static boolean isSlot(PyType type, String name) {
        for (PyType each : type.mro()) {
            if (Slots.isDeclared(each, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(PyType type) {
        return !type.isNative() && !type.dict().containsKey("__slots__");
    }

    /** Deletes an attribute. */
    public static void delete(Object object, String name) {
        PyType type = Types.of(object);
        Object custom = type.isNative() ? null : type.lookup("__delattr__");
        if (custom != null && !(custom instanceof Builtin)) {
            Calls.special(custom, object, name);
            return;
        }
        deletePlain(object, name);
    }

    static void deletePlain(Object object, String name) {
        if (object instanceof PyType type && type.isNative()) {
            throw Errors.type(
                    "cannot set '%s' attribute of immutable type '%s'"
                            .formatted(name, type.name()));
        }
        if (object instanceof PyType type
                && Types.TYPE.lookup(name) instanceof Getter getter
                && getter.isWritable()) {
            throw Errors.type(
                    "cannot delete '%s' attribute of immutable type '%s'"
                            .formatted(name, type.name()));
        }
        Object shared = object instanceof PyType ? null : Types.of(object).lookup(name);
        if (shared instanceof Descriptor descriptor && descriptor.isData()) {
            descriptor.delete(object);
        } else if (shared != null && userData(shared)) {
            if (Types.of(shared).lookup("__delete__") == null) {
                throw Errors.attribute("__delete__");
            }
            Calls.method(shared, "__delete__", object);
        } else if (!(object instanceof Typed typed) || !typed.deleteOwn(name)) {
            throw isSlot(Types.of(object), name) ? Errors.attribute(name) : missing(object, name);
        }
    }

    /** Returns the names of all attributes, in order. */
    static PyList names(Object object) {
        Object own = object instanceof PyType ? null : Types.of(object).lookup("__dir__");
        if (own instanceof Function) {
            Object[] all = Iteration.toList(Calls.special(own, object)).toArray();
            return PyList.of(Sorting.sorted(all, dev.polyloom.python.runtime.None.NONE, false));
        }
        Object ofModule = object instanceof Module module ? module.own("__dir__") : null;
        if (ofModule instanceof Function) {
            Object[] all = Iteration.toList(Calls.call(ofModule)).toArray();
            return PyList.of(Sorting.sorted(all, dev.polyloom.python.runtime.None.NONE, false));
        }
        TreeSet<Object> names = new TreeSet<>();
        PyType type = object instanceof PyType asked ? asked : Types.of(object);
        type.mro().forEach(each -> names.addAll(Slots.names(each)));
        if (object instanceof Typed typed) {
            if (object instanceof Module) {
                names.clear();
            }
            names.addAll(typed.owned().keySet());
        }
        return PyList.copyOf(new java.util.ArrayList<>(names));
    }
}
