package dev.polyloom.python.runtime.multiprocessing;

import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.threading.Threads;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which futures of a {@link ProcessExecutor} count as running: those that workers have taken, and a
 * few that lie ready for them. Others are handed out when a worker begins or has done something,
 * and a moment after they came, as CPython has a thread for that.
 */
final class CallQueue {
    private static final long MOMENT = 5_000_000;

    private final Deque<Item> pending = new ArrayDeque<>();
    private final long room;
    private long ready;
    private boolean used;
    private boolean due;
    private boolean waits;

    /** Makes one in which so many may lie ready. */
    CallQueue(long room) {
        this.room = room;
    }

    /** A future, and whether it is still wanted, once that has been asked. */
    static final class Item {
        private final Object future;
        private @Nullable Boolean wanted;

        private Item(Object future) {
            this.future = future;
        }

        private boolean begin() {
            boolean answer = Text.truth(Calls.method(future, "set_running_or_notify_cancel"));
            wanted = answer;
            return answer;
        }
    }

    /** Adds a future; the first counts as running at once. */
    synchronized Item add(Object future) {
        Item made = new Item(future);
        pending.add(made);
        due = true;
        if (!used) {
            used = true;
            fill();
        } else if (!waits) {
            waits = true;
            Threads.builder().name("calls").virtual().daemon(true).start(this::fillLater);
        }
        return made;
    }

    private void fillLater() {
        Processes.rest(MOMENT);
        synchronized (this) {
            waits = false;
            if (due) {
                fill();
            }
        }
    }

    /** Hands out what there is room for. */
    synchronized void fill() {
        due = false;
        while (ready < room && !pending.isEmpty()) {
            if (pending.remove().begin()) {
                ready++;
            }
        }
    }

    /** Takes a future for a worker, and tells whether it is still wanted. */
    synchronized boolean take(Item item) {
        Boolean known = item.wanted;
        if (known == null) {
            pending.remove(item);
            return item.begin();
        }
        if (known) {
            ready--;
        }
        return known;
    }
}
