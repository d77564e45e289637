package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.multiprocessing.MultiprocessingModule;
import dev.polyloom.python.runtime.object.Builtin;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Identity;
import dev.polyloom.python.runtime.object.Interrupts;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.Realm;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.platform.Platform;
import dev.polyloom.threading.Threads;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signals to the program, its alarms, and the interrupt from the keyboard. The main thread is told
 * of them: at once when it sends them itself, else where it waits, goes round a loop or calls a
 * function that may call itself.
 */
public final class PendingSignals {
    private static final int INTERRUPT = 2;
    private static final int BROKEN_PIPE = 13;
    private static final int ALARM = 14;
    private static final Set<Integer> HARMLESS = Set.of(17, 18, 23, 28);
    private static final double NANOS = 1e9;
    private static final Queue<Integer> PENDING = new LinkedBlockingDeque<>();
    private static final Map<String, Runnable> HEARD = new ConcurrentHashMap<>();
    private static final Timer TIMER = new Timer();

    private static final Object DEFAULT_INTERRUPT =
            Builtin.function(
                    "default_int_handler",
                    2,
                    2,
                    a -> {
                        throw Errors.of(Exceptions.KEYBOARD_INTERRUPT);
                    });

    /** What is called on a signal; for one that has none the default is done. */
    private static final Map<Integer, Object> HANDLERS = new ConcurrentHashMap<>();

    /** Stands for a handler of signals that are ignored. */
    private static final Object IGNORE = false;

    private static long handled;
    private static @Nullable Thread resting;

    static {
        HANDLERS.put(INTERRUPT, DEFAULT_INTERRUPT);
        HANDLERS.put(BROKEN_PIPE, IGNORE);
    }

    private PendingSignals() {}

    /** Makes the module {@code _signal}: what {@code signal} in Python needs of the runtime. */
    static Module make() {
        return new Module("_signal")
                .function(
                        "set_handler",
                        3,
                        3,
                        a -> Values.none(() -> set((int) (long) a[0], a[1], a[2])))
                .function("pause", 0, 0, a -> Values.none(PendingSignals::pause))
                .function("send", 1, 1, a -> Values.none(() -> send((int) Numbers.index(a[0]))))
                .function("set_timer", 2, 2, a -> TIMER.set(a[0], a[1]))
                .function("timer", 0, 0, a -> TIMER.left())
                .put("default_int_handler", DEFAULT_INTERRUPT);
    }

    /** Lets code that computes handle signals. */
    static void begin() {
        Interrupts.handler(PendingSignals::handleAll);
    }

    /**
     * Sets the handler of a signal, which is heard from now on unless its default is to be done.
     */
    private static void set(int number, Object name, Object handler) {
        if (handler == None.NONE) {
            HANDLERS.remove(number);
            return;
        }
        HANDLERS.put(number, handler);
        if (number == INTERRUPT) {
            hearInterrupt();
        } else if (name != None.NONE) {
            hear(Text.str(name), () -> send(number));
        }
    }

    /**
     * Does something, with an action in place of Python's own handler of interrupts, if that is set
     * and the calling thread is the main one.
     */
    public static <T> T interruptedBy(Runnable action, Supplier<T> work) {
        Object own = Builtin.function("on_interrupt", 2, 2, a -> Values.none(action));
        if (!isMain() || !HANDLERS.replace(INTERRUPT, DEFAULT_INTERRUPT, own)) {
            return work.get();
        }
        try {
            return work.get();
        } finally {
            HANDLERS.replace(INTERRUPT, own, DEFAULT_INTERRUPT);
        }
    }

    /** Hears the interrupt from the keyboard. One that is not noticed before the next ends all. */
    static void hearInterrupt() {
        hear(
                "INT",
                () -> {
                    if (PENDING.contains(INTERRUPT)) {
                        Platform.machine().halt(128 + INTERRUPT);
                    }
                    send(INTERRUPT);
                });
    }

    private static void hear(String name, Runnable action) {
        if (HEARD.putIfAbsent(name, action) == null) {
            Platform.machine().onSignal(name, action);
        }
    }

    /** Sends a signal to this process. */
    static void send(int number) {
        if (IGNORE.equals(HANDLERS.get(number))) {
            return;
        }
        if (isMain()) {
            handle(number);
            return;
        }
        PENDING.add(number);
        Interrupts.ask();
        synchronized (PENDING) {
            if (resting != null && !PENDING.isEmpty()) {
                resting.interrupt();
            }
        }
    }

    /** Says that the calling thread is about to wait, where signals may interrupt it. */
    static void enter() {
        if (isMain()) {
            synchronized (PENDING) {
                resting = Thread.currentThread();
                if (!PENDING.isEmpty()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Says that the calling thread has waited; an interrupt would close the files it works on. */
    static void leave() {
        if (isMain()) {
            synchronized (PENDING) {
                resting = null;
                Thread.interrupted();
            }
        }
    }

    /** Does what is to be done about a signal. */
    private static void handle(int number) {
        synchronized (HANDLERS) {
            handled++;
            HANDLERS.notifyAll();
        }
        Object handler = HANDLERS.get(number);
        if (handler == null && !HARMLESS.contains(number)) {
            OsModule.exit(128 + number);
        } else if (handler != null) {
            Calls.call(handler, (long) number, None.NONE);
        }
    }

    private static void pause() {
        synchronized (HANDLERS) {
            long before = handled;
            Waiting.until(HANDLERS, () -> handled != before, Waiting.FOREVER);
        }
    }

    /**
     * Does what is to be done about the signals that have come, in the thread that has been
     * interrupted, and tells whether there were any.
     */
    static boolean handleAll() {
        boolean any = false;
        for (Integer next = next(); next != null; next = next()) {
            any = true;
            handle(next);
        }
        return any;
    }

    private static @Nullable Integer next() {
        Integer next = isMain() ? PENDING.poll() : null;
        if (next != null) {
            Interrupts.settled();
        }
        return next;
    }

    private static boolean isMain() {
        return PyThread.main().equals(Identity.current());
    }

    /** Sends a signal to a process, of this program or of the machine: {@code os.kill}. */
    static Object kill(long pid, long number) {
        if (number < 0 || number > 64) {
            throw Errors.of(Exceptions.OS_ERROR, 22L, "Invalid argument");
        }
        boolean own = pid == Platform.machine().process();
        if (own && Realm.current() == null) {
            if (number > 0) {
                send((int) number);
            }
        } else if (own || !MultiprocessingModule.kill(pid, (int) number)) {
            if (!Platform.machine().isProcess(pid)) {
                throw Errors.of(Exceptions.named("ProcessLookupError"), 3L, FileSystem.text(3));
            }
            if (number > 0 && !ChildProcess.signal(pid, number)) {
                throw Errors.of(Exceptions.named("PermissionError"), 1L, FileSystem.text(1));
            }
        }
        return None.NONE;
    }

    /** The one timer of {@code alarm} and {@code setitimer}. */
    private static final class Timer {
        private long next;
        private long interval;
        private long round;

        /** Sets the timer, and returns how long it would have had to go. */
        synchronized Object set(Object seconds, Object again) {
            double before = left();
            double first = Numbers.toDouble(seconds);
            interval = (long) (Numbers.toDouble(again) * NANOS);
            next = first == 0 ? 0 : System.nanoTime() + (long) (first * NANOS);
            round++;
            if (next != 0) {
                long mine = round;
                Threads.builder().name("alarm").daemon(true).start(() -> ring(mine));
            }
            return before;
        }

        synchronized double left() {
            return next == 0 ? 0.0 : Math.max(1e-6, (next - System.nanoTime()) / NANOS);
        }

        private synchronized long untilNext(long mine) {
            return round == mine && next != 0 ? Math.max(0, next - System.nanoTime()) : -1;
        }

        private void ring(long mine) {
            try {
                for (long wait = untilNext(mine); wait >= 0; wait = untilNext(mine)) {
                    Threads.sleep(Duration.ofNanos(wait));
                    synchronized (this) {
                        if (round != mine) {
                            return;
                        }
                        next = interval == 0 ? 0 : next + interval;
                    }
                    send(ALARM);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody interrupts it but who ends the program
            }
        }
    }
}
