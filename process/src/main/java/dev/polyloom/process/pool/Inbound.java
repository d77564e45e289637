package dev.polyloom.process.pool;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that come, in their order. Any thread adds, with one atomic step; one at a time takes, who
 * gets hold of all that have come at once. A stack as in Treiber's "Systems Programming: Coping
 * with Parallelism" (1986), turned round when it is taken.
 */
final class Inbound {
    private final AtomicReference<@Nullable PoolTask> youngest = new AtomicReference<>();

    /** Those got hold of, the eldest first; for who takes. */
    private @Nullable PoolTask eldest;

    void add(PoolTask task) {
        PoolTask before;
        do {
            before = youngest.get();
            task.next = before;
        } while (!youngest.weakCompareAndSetVolatile(before, task));
    }

    /** Tells whether none has come since the last were got hold of; for any thread. */
    boolean isEmpty() {
        return youngest.get() == null;
    }

    /** Takes the eldest, or null if there is none. */
    @Nullable PoolTask poll() {
        PoolTask task =
                eldest == null ? turned(isEmpty() ? null : youngest.getAndSet(null)) : eldest;
        if (task != null) {
            eldest = task.next;
            task.next = null;
        }
        return task;
    }

    private static @Nullable PoolTask turned(@Nullable PoolTask youngest) {
        PoolTask turned = null;
        for (PoolTask each = youngest; each != null; ) {
            PoolTask next = each.next;
            each.next = turned;
            turned = each;
            each = next;
        }
        return turned;
    }
}
