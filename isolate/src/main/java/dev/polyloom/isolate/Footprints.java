package dev.polyloom.isolate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * What the classes of a realm have left in the JVM. Called by those classes, in place of the JDK's
 * methods of the same names; not for use by others. Safe for use by several threads.
 */
public final class Footprints {
    private final Set<Thread> hooks = ConcurrentHashMap.newKeySet();
    private final Set<Object> made =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    Footprints() {}

    private static Footprints of(Class<?> caller) {
        if (caller.getClassLoader() instanceof RealmLoader loader) {
            return loader.footprints();
        }
        throw new IllegalCallerException(caller.getName() + " is of no realm");
    }

    /**
     * Registers a thread to be run when the realm of a class is closed.
     *
     * @param runtime the runtime it was to be registered with
     * @param hook the thread, not started
     * @param caller the class that registers it
     */
    public static void addShutdownHook(Runtime runtime, Thread hook, Class<?> caller) {
        if (!of(caller).hooks.add(hook)) {
            throw new IllegalArgumentException("Hook previously registered");
        }
        if (hook.isAlive()) {
            of(caller).hooks.remove(hook);
            throw new IllegalArgumentException("Hook already running");
        }
    }

    /**
     * Takes back what {@link #addShutdownHook} did.
     *
     * @param runtime the runtime it was registered with
     * @param hook the thread
     * @param caller the class that takes it back
     * @return whether it was registered
     */
    public static boolean removeShutdownHook(Runtime runtime, Thread hook, Class<?> caller) {
        return of(caller).hooks.remove(hook);
    }

    /**
     * Notes a timer or an executor that a class has made.
     *
     * @param object what it made
     * @param caller the class
     */
    public static void note(Object object, Class<?> caller) {
        of(caller).made.add(object);
    }

    /** Returns the threads to be run at the end, each once. */
    List<Thread> takeHooks() {
        List<Thread> all = List.copyOf(hooks);
        hooks.clear();
        return all;
    }

    /** Ends the timers and executors that still are. */
    void stopMade() {
        List<Object> all;
        synchronized (made) {
            all = new ArrayList<>(made);
            made.clear();
        }
        for (Object each : all) {
            switch (each) {
                case Timer timer -> timer.cancel();
                case ExecutorService executor -> executor.shutdownNow();
                default -> {}
            }
        }
    }
}
