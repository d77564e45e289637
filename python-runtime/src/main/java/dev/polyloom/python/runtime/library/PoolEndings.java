package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.Realm;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The pools of {@code concurrent.futures} that have workers: a process that ends lets them do first
 * what they have been given.
 */
public final class PoolEndings {
    private static final Map<PyObject, Ending> OPEN = new ConcurrentHashMap<>();

    private static final Set<Object> OVER = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private static final Object FIRST = new Object();

    private record Ending(@Nullable Realm realm, Runnable action) {}

    private PoolEndings() {}

    /** Notes a pool, and what ends it once its work is done. */
    public static void opened(PyObject pool, Runnable ending) {
        OPEN.putIfAbsent(pool, new Ending(Realm.current(), ending));
    }

    /** Forgets a pool, which takes no more work. */
    public static void closed(PyObject pool) {
        OPEN.remove(pool);
    }

    private static Object key(@Nullable Realm realm) {
        return realm == null ? FIRST : realm;
    }

    /** Tells whether the pools of the running process have been ended, so that none takes work. */
    static boolean isOver() {
        return OVER.contains(key(Realm.current()));
    }

    /** Notes that the main thread of a process has ended. */
    static void over(@Nullable Realm realm) {
        OVER.add(key(realm));
    }

    /** Notes that a process has ended with all its threads. */
    static void gone(@Nullable Realm realm) {
        OVER.remove(key(realm));
    }

    /** Ends the pools of a process. */
    @SuppressWarnings("ReferenceEquality") // a realm is one object
    static void endAll(@Nullable Realm realm) {
        over(realm);
        OPEN.values().stream()
                .filter(each -> each.realm == realm)
                .toList()
                .forEach(each -> each.action.run());
    }
}
