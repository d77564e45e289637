package dev.polyloom.python.runtime.object;

import dev.polyloom.python.runtime.None;
import org.jspecify.annotations.Nullable;

/** Which thread of the program the calling thread of the machine stands for. */
public final class Identity {
    private static final ThreadLocal<@Nullable Object> CURRENT = new ThreadLocal<>();

    private Identity() {}

    /** Returns the thread of the program, or {@code None}. */
    public static Object current() {
        Object now = CURRENT.get();
        return now == null ? None.NONE : now;
    }

    /** Says which thread of the program the calling thread stands for. */
    public static void adopt(Object thread) {
        CURRENT.set(thread);
    }
}
