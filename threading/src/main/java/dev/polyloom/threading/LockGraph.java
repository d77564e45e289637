package dev.polyloom.threading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who holds which lock, and who waits for which; all under one monitor.
 *
 * <p>A thread enters what it holds before it can wait for anything more, and looks for a circle in
 * the same step in which it enters that it waits. So the last thread of a circle sees all of it.
 * What a thread holds is struck before it gives the lock back: when a hold is known the lock is
 * held, and whoever is known to wait for a lock that another holds alone does wait. The only waits
 * known that may be over are those of readers for a lock that others read; these never count.
 */
final class LockGraph {
    private static final Map<Thread, Wait> WAITS = new HashMap<>();
    private static final Map<ValueLock<?>, List<Hold>> HOLDS = new HashMap<>();

    private LockGraph() {}

    /** A lock that a thread holds. */
    static final class Hold {
        final Thread thread = Thread.currentThread();
        final boolean write;
        final Throwable taken;

        Hold(ValueLock<?> lock, boolean write) {
            this.write = write;
            taken = new Throwable("%s took %s here".formatted(Label.of(thread), lock));
        }

        /** Returns where the lock was taken; empty if the platform does not know. */
        String place() {
            for (StackTraceElement each : taken.getStackTrace()) {
                if (!isOwn(each.getClassName())) {
                    return " (taken at %s)".formatted(each);
                }
            }
            return "";
        }

        private static boolean isOwn(String type) {
            return type.equals(Mutex.class.getName())
                    || type.equals(RwLock.class.getName())
                    || type.equals(ValueLock.class.getName())
                    || type.equals(Condvar.class.getName())
                    || type.startsWith(LockGraph.class.getName());
        }
    }

    private record Wait(ValueLock<?> lock, boolean write) {}

    private record Step(Thread waiter, ValueLock<?> lock, Hold hold) {
        @Override
        public String toString() {
            return "%s waits for %s that %s holds%s"
                    .formatted(Label.of(waiter), lock, Label.of(hold.thread), hold.place());
        }
    }

    /**
     * Enters that this thread waits for a lock, for as long as it takes.
     *
     * @throws DeadlockException if that closes a circle; nothing is entered then
     */
    static synchronized void waits(ValueLock<?> lock, boolean write) {
        Thread current = Thread.currentThread();
        Wait wait = new Wait(lock, write);
        Deque<Step> circle = new ArrayDeque<>();
        if (closes(current, wait, circle, new HashSet<>())) {
            throw deadlock(circle);
        }
        WAITS.put(current, wait);
    }

    /** Enters that this thread waits for a mutex that it gives back. */
    static synchronized void waitsUnchecked(ValueLock<?> lock) {
        WAITS.put(Thread.currentThread(), new Wait(lock, true));
    }

    static synchronized void waitsNoMore() {
        WAITS.remove(Thread.currentThread());
    }

    /** Enters that this thread holds a lock. */
    static Hold taken(ValueLock<?> lock, boolean write) {
        Hold hold = new Hold(lock, write);
        synchronized (LockGraph.class) {
            HOLDS.computeIfAbsent(lock, key -> new ArrayList<>()).add(hold);
        }
        return hold;
    }

    /** Strikes what {@link #taken} entered. */
    static synchronized void released(ValueLock<?> lock, Hold hold) {
        List<Hold> holds = HOLDS.get(lock);
        if (holds != null) {
            holds.remove(hold);
            if (holds.isEmpty()) {
                HOLDS.remove(lock);
            }
        }
    }

    /** Tells whether this thread is known to hold a lock. */
    @SuppressWarnings("ReferenceEquality") // threads are told apart by identity
    static synchronized boolean isHeld(ValueLock<?> lock) {
        return HOLDS.getOrDefault(lock, List.of()).stream()
                .anyMatch(hold -> hold.thread == Thread.currentThread());
    }

    /** Follows those who hold what is waited for, and what they wait for, back to this thread. */
    @SuppressWarnings("ReferenceEquality") // threads are told apart by identity
    private static boolean closes(Thread waiter, Wait wait, Deque<Step> path, Set<Thread> seen) {
        for (Hold hold : HOLDS.getOrDefault(wait.lock, List.of())) {
            if (!wait.write && !hold.write) {
                continue;
            }
            path.addLast(new Step(waiter, wait.lock, hold));
            if (hold.thread == Thread.currentThread()) {
                return true;
            }
            Wait next = WAITS.get(hold.thread);
            if (next != null && seen.add(hold.thread) && closes(hold.thread, next, path, seen)) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    private static DeadlockException deadlock(Deque<Step> circle) {
        DeadlockException deadlock =
                new DeadlockException(
                        circle.stream()
                                .map(Step::toString)
                                .collect(Collectors.joining(", ", "deadlock: ", "")),
                        null);
        Elements.each(circle, step -> deadlock.addSuppressed(step.hold.taken));
        return deadlock;
    }
}
