package dev.polyloom.process.location;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells one process from another, also from a later one with the same number.
 *
 * @param pid its number
 * @param startMillis when it started, since the epoch, as near as the system tells; 0 if it does
 *     not
 */
record ProcessIdentity(long pid, long startMillis) {
    private static final ProcessIdentity OWN = of(ProcessHandle.current());

    /** A system that corrects its clock moves the start times of its processes, too. */
    private static final long TOLERANCE_MILLIS = 10_000;

    static ProcessIdentity ofThisProcess() {
        return OWN;
    }

    private static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), startMillis(handle));
    }

    private static long startMillis(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Tells whether the process lives; in doubt it does. */
    boolean isAlive() {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (handle.isEmpty()) {
            return false;
        }
        long start = startMillis(handle.get());
        return start == 0 || startMillis == 0 || Math.abs(start - startMillis) <= TOLERANCE_MILLIS;
    }

    /** Returns the number and seconds of the start in one word, never 0. */
    long toWord() {
        return pid << Integer.SIZE | (startMillis / 1000 & 0xFFFF_FFFFL);
    }

    static ProcessIdentity ofWord(long word) {
        return new ProcessIdentity(word >>> Integer.SIZE, (word & 0xFFFF_FFFFL) * 1000);
    }

    @Override
    public String toString() {
        return pid + "-" + startMillis;
    }

    /** Reads what {@link #toString} gave, or is empty. */
    static Optional<ProcessIdentity> parse(String text) {
        int dash = text.indexOf('-');
        try {
            return Optional.of(
                    new ProcessIdentity(
                            Long.parseLong(text, 0, dash, 10),
                            Long.parseLong(text, dash + 1, text.length(), 10)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
