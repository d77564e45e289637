package dev.polyloom.process.transport;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps in the kernel at a word of shared memory, on Linux, where native calls have been granted.
 * The sleep ignores interrupts and holds its carrier, so it is not for virtual threads.
 */
final class Futex implements Waiter {
    private static final long WAIT = 0;
    private static final long WAKE = 1;
    private static final long NAP_NANOS = 1_000_000;
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static volatile @Nullable Futex linked;

    private final MethodHandle syscall;
    private final long number;
    private final MemorySegment limit;
    private final MemorySegment napLimit;

    @SuppressWarnings("restricted") // asked for only where native access is granted
    private Futex(long number) {
        this.number = number;
        Linker linker = Linker.nativeLinker();
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        syscall =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("syscall"),
                        FunctionDescriptor.of(word, word, word, word, word, ValueLayout.ADDRESS),
                        Linker.Option.firstVariadicArg(1));
        limit = limit(TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS));
        napLimit = limit(NAP_NANOS);
    }

    private static MemorySegment limit(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return Arena.global().allocateFrom(ValueLayout.JAVA_LONG, nanos / second, nanos % second);
    }

    /** Tells whether native calls are granted, and this is a system whose calls are known. */
    static boolean isGranted() {
        return Futex.class.getModule().isNativeAccessEnabled()
                && System.getProperty("os.name", "").startsWith("Linux")
                && number() > 0;
    }

    private static long number() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64" -> 202;
            case "aarch64" -> 98;
            default -> -1;
        };
    }

    /** Returns the futex if it has been linked. */
    static @Nullable Futex linked() {
        return linked;
    }

    /** Links it where that holds up nobody; once. */
    static void linkInBackground() {
        if (isGranted() && BEGUN.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("polyloom-link").start(Futex::link);
        }
    }

    private static void link() {
        try {
            Futex made = new Futex(number());
            // the first call costs as much as the linking
            made.call(made.limit.address(), WAKE, 0, MemorySegment.NULL);
            linked = made;
        } catch (RuntimeException | LinkageError e) {
            log().log(Level.DEBUG, "workers are woken by sockets, as futexes cannot be linked", e);
        }
    }

    @Override
    public void await(Doorbell own, int sequence) {
        call(own.address(), WAIT, sequence, limit);
    }

    @Override
    public void wakePeer(Doorbell peer) {
        call(peer.address(), WAKE, 1, MemorySegment.NULL);
    }

    @Override
    public void wakeOwn(Doorbell own) {
        call(own.address(), WAKE, 1, MemorySegment.NULL);
    }

    /** Sleeps in the place of a helper, for a moment at most; may also wake for nothing. */
    void nap(Doorbell own, int sequence) {
        call(own.napAddress(), WAIT, sequence, napLimit);
    }

    /** Wakes the helper of the other side. */
    void wakeNapper(Doorbell peer) {
        call(peer.napAddress(), WAKE, 1, MemorySegment.NULL);
    }

    private void call(long address, long operation, long value, MemorySegment time) {
        try {
            long _ = (long) syscall.invokeExact(number, address, operation, value, time);
        } catch (Throwable e) {
            throw new IllegalStateException("a system call cannot be made", e);
        }
    }

    /** Made when it is needed: a log takes a worker that starts longer than all else here. */
    private static Logger log() {
        return System.getLogger("dev.polyloom.process");
    }
}
