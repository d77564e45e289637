package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.platform.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls {@code __del__} of objects that nobody refers to any more, at most once for each.
 *
 * <p>References are not counted. Translated code tells {@link Drops} where it lets go of a value;
 * {@link Suspects} follows what that leads to ({@link Reach}), and asks the {@link Collector} at
 * the next point between two statements if some object whose end matters may be held by nobody
 * else. Whether it is, the collector of the machine decides alone: {@code __del__} may come late,
 * where a way to let go of an object was overlooked, but never while the program can reach the
 * object. The collector hands back objects with all that they refer to; those that lie on a cycle
 * wait for {@code gc.collect()}, for some hundreds of their kind or for the end of the program.
 */
public final class Finalizers {
    private static final int CYCLES = 700;
    private static final int ORDERED = 300;
    private static final List<PyObject> GONE = new ArrayList<>();
    private static final List<PyObject> CYCLIC = new ArrayList<>();
    private static volatile boolean on;
    private static volatile boolean active;
    private static volatile boolean pending;
    private static volatile Runnable callbacks = () -> {};

    private Finalizers() {}

    /** Says that the program cares for the end of objects. */
    static void begin() {
        on = true;
    }

    /** Tells whether the program cares for the end of objects. */
    static boolean isOn() {
        return on;
    }

    /** Tells whether the end of any object has mattered yet. */
    static boolean isActive() {
        return active;
    }

    /** Says what else is to be done when objects have gone. */
    public static void afterwards(Runnable action) {
        callbacks = action;
    }

    /** Does what else is to be done. */
    static void callBack() {
        callbacks.run();
    }

    /** Notes that an object of a type has been made. */
    static void made(PyObject object, PyType type) {
        if (type.lookup("__del__") != null && !type.isSubtypeOf(Exceptions.BASE_EXCEPTION)) {
            Mortal mortal = new Mortal(object, true);
            object.mortal(mortal, Platform.machine().shadow(() -> gone(object)));
            Collector.add(mortal);
            active = true;
        }
    }

    /** Notes that the end of an object matters to others. */
    public static void watch(Object object) {
        if (on && object instanceof PyObject watched && watched.mortal() == null) {
            Mortal mortal = new Mortal(watched, false);
            watched.mortal(mortal, null);
            Collector.add(mortal);
            active = true;
        }
    }

    /** Notes that an object belongs to a process, which has got it as a copy. */
    public static void move(Object copy, Realm realm) {
        Mortal mortal = active ? Mortal.of(copy) : null;
        if (mortal != null) {
            mortal.realm = realm;
        }
    }

    private static void gone(PyObject object) {
        Mortal mortal = object.mortal();
        synchronized (GONE) {
            if (mortal != null) {
                mortal.setGone();
                GONE.add(object);
                pending = true;
            }
            GONE.notifyAll();
        }
    }

    /** Waits until the collector has handed back objects, at most so long. */
    static void await(List<Mortal> dead, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        boolean interrupted = false;
        synchronized (GONE) {
            long left = millis;
            while (left > 0 && !dead.stream().allMatch(Mortal::isGone)) {
                try {
                    GONE.wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects as {@code gc.collect()} does, cycles included. */
    public static void collectAll() {
        if (active) {
            Collector.collect();
            deliver();
            deliverCycles();
        } else {
            System.gc();
        }
        callBack();
    }

    /** Tells the program of what has gone, but for what cycles hold. */
    static void deliver() {
        if (!pending) {
            return;
        }
        pending = false;
        for (List<PyObject> batch = taken(GONE); !batch.isEmpty(); batch = taken(GONE)) {
            batch.sort(Comparator.comparingLong(each -> known(each).order));
            Outermost order = Outermost.of(batch, batch.size() <= ORDERED);
            synchronized (CYCLIC) {
                CYCLIC.addAll(order.cyclic());
            }
            order.plain().forEach(Finalizers::finish);
        }
        if (CYCLIC.size() > CYCLES) {
            deliverCycles();
        }
    }

    private static void deliverCycles() {
        List<PyObject> all = taken(CYCLIC);
        all.sort(Comparator.comparingLong(each -> known(each).number));
        all.forEach(Finalizers::finish);
    }

    /** Takes what belongs to the process of the calling thread, and drops what ended ones left. */
    private static List<PyObject> taken(List<PyObject> from) {
        Realm here = Realm.current();
        List<PyObject> own = new ArrayList<>();
        synchronized (from) {
            from.removeIf(each -> {
                Realm realm = known(each).realm;
                return realm == here ? own.add(each) : realm != null && realm.isKilled();
            });
        }
        return own;
    }

    /** Returns what is known of an object whose end matters. */
    static Mortal known(PyObject object) {
        Mortal known = object.mortal();
        if (known == null) {
            throw new IllegalStateException("the end of an object matters, but nothing is known");
        }
        return known;
    }

    static void finish(PyObject object) {
        Mortal mortal = known(object);
        Object method = object.type().lookup("__del__");
        Collector.remove(mortal);
        if (method == null || !mortal.finish()) {
            return;
        }
        int around = Traceback.here().size();
        try {
            Calls.special(method, object);
        } catch (ThreadDeathError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            complain(method, Errors.caught(e), around);
        }
    }

    private static void complain(Object method, PyException error, int around) {
        List<String> text =
                TracebackText.parts(
                        error,
                        true,
                        frames -> frames.subList(Math.min(around, frames.size()), frames.size()));
        Streams.complain(
                "Exception ignored in: %s\n%s".formatted(Text.repr(method), String.join("", text)));
    }

    /** Calls what is still due when the first process ends. */
    public static void end() {
        if (!active) {
            return;
        }
        Collector.collect();
        deliver();
        callBack();
        Module main = Modules.main();
        if (main != null) {
            ExitOrder.of(main).forEach(Finalizers::finishLiving);
        }
        deliver();
        deliverCycles();
        Collector.living().stream()
                .filter(each -> each.realm == null)
                .sorted(Comparator.comparingLong(each -> each.number))
                .forEach(Finalizers::finishLiving);
    }

    private static void finishLiving(Mortal mortal) {
        @Nullable PyObject object = mortal.get();
        if (object != null) {
            finish(object);
        }
    }
}
