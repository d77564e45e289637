package dev.polyloom.python.runtime.object;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of Python, whose attributes lie in an array. The type knows which place in the array
 * belongs to which name. Attributes may be read and written by many threads.
 */
public class PyObject implements Typed {
    private static final @Nullable Object[] EMPTY = {};
    private static final int ROOM = 4;

    private @Nullable PyType type;
    private @Nullable Object[] slots = EMPTY;

    private @Nullable Extra extra;

    /** What few objects have. */
    private static final class Extra {
        /** The places in the order in which they were taken, where it is not that of the places. */
        int @Nullable [] order;

        /** What is known of the object if its end matters. */
        @Nullable Mortal mortal;

        /** What nothing else refers to, so that it goes when the object does. */
        @SuppressWarnings("UnusedVariable") // it only has to be held
        @Nullable Object shadow;
    }

    /** Makes an object of a type. */
    public PyObject(PyType type) {
        this(type, 0);
    }

    /** Makes an object with room for so many attributes. */
    @SuppressWarnings("this-escape") // nobody asks for the object until it is let go of
    PyObject(PyType type, int room) {
        this.type = type;
        slots = room == 0 ? EMPTY : new Object[room];
        if (Finalizers.isOn()) {
            Finalizers.made(this, type);
        }
    }

    /** Makes the type whose type is itself. */
    PyObject() {
        this.type = null;
    }

    @Override
    public PyType type() {
        return type == null ? Types.TYPE : type;
    }

    @Override
    public @Nullable Object own(String name) {
        int index = type().layout().slot(name);
        @Nullable Object[] all = slots;
        return index >= 0 && index < all.length ? all[index] : null;
    }

    /** Returns what is known of the object if its end matters, or null. */
    final @Nullable Mortal mortal() {
        Extra known = extra;
        return known == null ? null : known.mortal;
    }

    /**
     * Notes that the end of the object matters.
     *
     * @param shadow what is to go when the object does, or null
     */
    final synchronized void mortal(Mortal known, @Nullable Object shadow) {
        extra().mortal = known;
        extra().shadow = shadow;
    }

    private Extra extra() {
        if (extra == null) {
            extra = new Extra();
        }
        return extra;
    }

    private int @Nullable [] order() {
        Extra known = extra;
        return known == null ? null : known.order;
    }

    /** Tells whether the object has no attributes of its own but those that were set. */
    protected boolean isSlotted() {
        return true;
    }

    /**
     * Tells whether its attributes are what lies in the array, and nothing else is done for them.
     */
    protected boolean hasPlainSlots() {
        return false;
    }

    @Override
    public void setOwn(String name, Object value) {
        putInSlot(type().layout().slotFor(name), value);
    }

    /** Returns what lies at a place, or null. */
    final @Nullable Object inSlot(int index) {
        @Nullable Object[] all = slots;
        return index < all.length ? all[index] : null;
    }

    /** Sets what lies at a place. */
    final void putInSlot(int index, Object value) {
        @Nullable Object[] all = slots;
        if (index < all.length && (all[index] != null || isNextIn(all, index))) {
            all[index] = value;
            if (all.length == slots.length) {
                return;
            }
        }
        putLast(index, value);
    }

    /** Tells whether a place is the last in order where it is taken now. */
    private boolean isNextIn(@Nullable Object[] all, int index) {
        for (int i = index + 1; i < all.length; i++) {
            if (all[i] != null) {
                return false;
            }
        }
        return order() == null;
    }

    private synchronized void putLast(int index, Object value) {
        if (inSlot(index) == null && !isNextIn(slots, index)) {
            int[] known = places();
            int[] order = Arrays.copyOf(known, known.length + 1);
            order[known.length] = index;
            extra().order = order;
        }
        if (index >= slots.length) {
            int room = Math.max(type().layout().size(), index + 1 + ROOM);
            slots = Arrays.copyOf(slots, room);
        }
        slots[index] = value;
    }

    /**
     * Returns the places that are taken, in the order in which they were. One that is taken while
     * another thread notes the order may come last instead.
     */
    private synchronized int[] places() {
        int[] order = order();
        int[] known = order == null ? new int[0] : order;
        boolean[] listed = new boolean[slots.length];
        int[] places = new int[slots.length];
        int count = 0;
        for (int i = 0; i < known.length + slots.length; i++) {
            int place = i < known.length ? known[i] : i - known.length;
            if (slots[place] != null && !listed[place]) {
                listed[place] = true;
                places[count++] = place;
            }
        }
        return Arrays.copyOf(places, count);
    }

    @Override
    public boolean deleteOwn(String name) {
        int index = type().layout().slot(name);
        synchronized (this) {
            if (index < 0 || index >= slots.length || slots[index] == null) {
                return false;
            }
            slots[index] = null;
            if (order() != null) {
                extra().order = places();
            }
            return true;
        }
    }

    @Override
    public Map<String, Object> owned() {
        Map<String, Object> all = new LinkedHashMap<>();
        List<String> names = type().layout().names();
        for (int place : places()) {
            Object value = inSlot(place);
            if (value != null) {
                all.put(names.get(place), value);
            }
        }
        return all;
    }

    /** Makes it an object of another class, with the attributes that it has. */
    final synchronized void become(PyType wanted) {
        Map<String, Object> kept = owned();
        type = wanted;
        slots = EMPTY;
        if (extra != null) {
            extra.order = null;
        }
        kept.forEach(this::setOwn);
    }

    /**
     * Calls the object.
     *
     * @param args the arguments, those with names last
     * @param names the names of the last arguments
     */
    public Object call(Object[] args, String[] names) {
        Object method = type().lookup("__call__");
        if (method == null) {
            throw Errors.type("'%s' object is not callable".formatted(type().name()));
        }
        return Calls.call(Attributes.bind(method, this, type()), args, names);
    }

    @Override
    public String toString() {
        return Text.str(this);
    }
}
