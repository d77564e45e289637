package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a program lets go of values. Translated code calls it, if the program cares for the
 * end of objects.
 */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
public final class Drops {
    private Drops() {}

    /** Says that the program cares for the end of objects. */
    public static void begin() {
        Finalizers.begin();
    }

    /** Notes that an object has been made. */
    static void born(Object made) {
        Mortal mortal = Finalizers.isActive() ? Mortal.of(made) : null;
        if (mortal != null) {
            Suspects.own().born(mortal);
        }
    }

    /** Notes that a value takes the place of another, and returns it. */
    public static Object replaced(@Nullable Object old, Object value) {
        if (Finalizers.isActive()) {
            if (old != value) {
                Suspects.own().release(old);
            }
            Suspects.own().kept(value);
        }
        return value;
    }

    /** Notes that a value is let go of. */
    public static void drop(@Nullable Object value) {
        if (Finalizers.isActive()) {
            Suspects.own().release(value);
        }
    }

    /** Notes that a statement throws a value away. */
    public static void discard(@Nullable Object value) {
        if (Finalizers.isActive()) {
            Suspects.own().discard(value);
        }
    }

    /** Sets a variable of a module, or one that functions share. */
    public static Object set(Variable variable, Object value) {
        return variable.set(replaced(variable.orNull(), value));
    }

    /** Notes that a variable of a module is let go of, and returns it. */
    public static Global dropped(Global variable) {
        drop(variable.orNull());
        return variable;
    }

    /** Notes that a variable that functions share is let go of, and returns it. */
    public static Cell dropped(Cell variable) {
        drop(variable.orNull());
        return variable;
    }

    /** Sets an attribute. */
    public static void set(Attribute attribute, Object object, Object value) {
        Object old = Finalizers.isActive() ? attribute.own(object) : null;
        attribute.set(object, value);
        replaced(old, value);
    }

    /** Deletes an attribute. */
    public static void deleteAttribute(Object object, String name) {
        drop(object instanceof Typed typed ? typed.own(name) : null);
        Attributes.delete(object, name);
    }

    /** Performs {@code object[key] = value}. */
    public static void setItem(Object object, Object key, Object value) {
        drop(Finalizers.isActive() ? item(object, key) : null);
        Items.set(object, key, value);
        keep(object);
    }

    /** Performs {@code del object[key]}. */
    public static void deleteItem(Object object, Object key) {
        drop(Finalizers.isActive() ? item(object, key) : null);
        Items.delete(object, key);
        keep(object);
    }

    /** Returns what an item holds, as far as that can be told without the program. */
    private static @Nullable Object item(Object object, Object key) {
        if (object instanceof PyDict dict) {
            return dict.get(key);
        }
        if (object instanceof PyList list) {
            boolean there = key instanceof Long at && at < list.size() && at >= -list.size();
            return there ? list.get((Long) key) : list;
        }
        return null;
    }

    /** Returns the value of a variable of a module, or null. */
    public static @Nullable Object now(Global variable) {
        return variable.orNull();
    }

    /** Returns an attribute of an object, as far as that can be told without the program. */
    public static @Nullable Object peek(@Nullable Object object, String name) {
        return object instanceof PyObject && object instanceof Typed typed ? typed.own(name) : null;
    }

    /** Finishes what has been let go of and is gone. */
    public static void point() {
        if (Finalizers.isActive()) {
            Suspects.own().settle(false);
        }
    }

    /** Notes what an object holds. */
    public static void keep(@Nullable Object holder) {
        if (Finalizers.isActive()) {
            Suspects.own().kept(holder);
        }
    }

    /** Returns what an object leads to whose end matters. */
    public static Object inside(@Nullable Object holder) {
        return Finalizers.isActive() ? Suspects.inside(holder) : None.NONE;
    }

    /**
     * Notes that an object may have let go of what it held.
     *
     * @param inside what it led to before
     */
    public static void lost(@Nullable Object holder, Object inside) {
        if (Finalizers.isActive()) {
            Suspects.own().lost(inside);
            Suspects.own().kept(holder);
        }
    }

    /** Finishes what has been let go of and is gone, where a program comes only once. */
    public static void settle() {
        if (Finalizers.isActive()) {
            Suspects.own().settle(true);
        }
    }

    /** Returns the truth of a value that is not needed for anything else. */
    public static boolean test(Object value) {
        boolean truth = Text.truth(value);
        if (Finalizers.isActive()) {
            Suspects.own().discard(value);
            value = null;
            Suspects.own().settle(false);
        }
        return truth;
    }

    /** Returns a value; what else is given has only been evaluated. */
    public static <T extends @Nullable Object> T first(T value, @Nullable Object other) {
        return value;
    }

    /**
     * Notes that a function ends, and keeps its variables until then.
     *
     * @param parameters how many of them somebody else may hold
     */
    public static void leave(int parameters, @Nullable Object... variables) {
        if (Finalizers.isActive()) {
            Suspects.own().leave(parameters, variables);
        }
    }

    /** Notes that a function fails: what its variables hold stays until that is handled. */
    public static void fail(@Nullable Object... variables) {
        if (Finalizers.isActive()) {
            Suspects.own().fail(variables);
        }
    }

    /** Finishes what a function has let go of and is gone, and returns its result. */
    public static Object left(Object result) {
        if (Finalizers.isActive()) {
            Suspects.own().held(result);
            Suspects.own().settle(false);
        }
        return result;
    }

    /** Notes that something ends that had variables of its own, such as a generator. */
    public static void ended() {
        if (Finalizers.isActive()) {
            Suspects.own().leaveAll();
        }
    }
}
