package dev.polyloom.python.runtime.object;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places that attributes have in objects of a type, and a number by which code that remembers
 * what objects of the type have notices that it has changed. Safe for use by many threads.
 */
final class Layout {
    private static final int UNSETTLED = -1;
    private static final AtomicInteger TIMES = new AtomicInteger();

    private final Map<String, Integer> slots = new ConcurrentHashMap<>();
    private final List<String> names = new CopyOnWriteArrayList<>();
    private volatile int version;

    /** Returns the place of an attribute, or -1. */
    int slot(String id) {
        Integer index = slots.get(id);
        return index == null ? -1 : index;
    }

    /** Returns the place of an attribute, which is made if there is none. */
    int slotFor(String id) {
        Integer index = slots.get(id);
        if (index != null) {
            return index;
        }
        synchronized (this) {
            return slots.computeIfAbsent(
                    id,
                    key -> {
                        renew();
                        names.add(key);
                        return names.size() - 1;
                    });
        }
    }

    /** Returns the number of places. */
    int size() {
        return names.size();
    }

    /** Returns the names of the attributes in the order of their places. */
    List<String> names() {
        return names;
    }

    /** Returns the number, which is another each time where processes differ in what it tells. */
    int version() {
        int now = version;
        return now != UNSETTLED ? now : -2 - (TIMES.incrementAndGet() & Integer.MAX_VALUE >> 1);
    }

    /** Makes the number another one. */
    synchronized void renew() {
        version = version == UNSETTLED ? version : (version + 1) & Integer.MAX_VALUE;
    }

    /** Says that methods are not the same for all processes. */
    synchronized void unsettle() {
        version = UNSETTLED;
    }
}
