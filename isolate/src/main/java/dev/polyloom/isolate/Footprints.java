package dev.polyloom.isolate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What the classes of a realm have left in the JVM. Called by those classes, in place of the JDK's
 * methods of the same names; not for use by others. Safe for use by several threads.
 */
public final class Footprints {
    private final Set<Thread> hooks = ConcurrentHashMap.newKeySet();
    private final Set<Object> made =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private @Nullable Thread exit;

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
        if (hook.getState() != Thread.State.NEW) {
            throw new IllegalArgumentException("Hook already running");
        }
        Footprints realm = of(caller);
        if (!realm.hooks.add(hook)) {
            throw new IllegalArgumentException("Hook previously registered");
        }
        realm.awaitExit(runtime);
    }

    /** Sees to it that the hooks run too if the JVM ends before the realm. */
    private synchronized void awaitExit(Runtime runtime) {
        if (exit == null) {
            Thread own = new Thread(this::runHooksAtExit, "polyloom-realm-exit");
            runtime.addShutdownHook(own);
            exit = own;
        }
    }

    private void runHooksAtExit() {
        for (Thread hook : takeHooks()) {
            hook.start();
            try {
                hook.join();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void forgetExit() {
        if (exit != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(exit);
            } catch (IllegalStateException e) {
                // the JVM ends already
            }
            exit = null;
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
        List<Thread> all = new ArrayList<>();
        for (Thread hook : List.copyOf(hooks)) {
            // one that its owner has started runs already
            if (hooks.remove(hook) && hook.getState() == Thread.State.NEW) {
                all.add(hook);
            }
        }
        return all;
    }

    /** Ends the timers and executors that still are. */
    void stopMade() {
        forgetExit();
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
