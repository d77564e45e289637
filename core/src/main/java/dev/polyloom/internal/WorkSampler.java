package dev.polyloom.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what the tasks of an adaptive pool do, at fixed intervals while there are any, and moves
 * the next of their kind where {@link Placement} says.
 *
 * <p>It sees every platform thread. Of the tasks on virtual threads it follows a few: whoever
 * begins a task looks whether the sampler wants one more, and enters it then. A task that is not
 * followed costs that look. Those found waiting make room for others, and so do those that ended;
 * but a task of less than 50 microseconds gives its place back at the next look only, so that empty
 * tasks are not all followed.
 *
 * <p>A task computes if its thread is runnable and holds a carrier or a processor. A virtual thread
 * that waits for a carrier is runnable too; its stack tells, as it ends where the thread gave way.
 * A look takes so many stacks at most; who is beyond that makes room, and is not counted. A
 * platform thread that waits in native code is runnable as well, and is known by the processor time
 * that it does not use.
 */
final class WorkSampler implements Runnable {
    static final Duration INTERVAL = Duration.ofMillis(10);
    static final String THREAD_SUFFIX = "-sampler";
    private static final int LEAST_FOLLOWED = 64;
    private static final int STACKS_A_LOOK = 16;
    private static final int IDLE_LOOKS = 20;
    private static final long SHORT_NANOS = 50_000;
    private static final String VIRTUAL_THREAD = "java.lang.VirtualThread";
    private static final VarHandle ARMED;

    static {
        try {
            ARMED = MethodHandles.lookup().findVarHandle(WorkSampler.class, "armed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AdaptivePool pool;
    private final PlatformLane platform;
    private final NativeWaits nativeWaits = new NativeWaits();
    private final Set<TaskKind> seen = new HashSet<>();
    private final int carriers =
            Integer.getInteger(
                    "jdk.virtualThreadScheduler.parallelism",
                    Runtime.getRuntime().availableProcessors());
    private final int places = Math.max(LEAST_FOLLOWED, 2 * carriers);
    private final AtomicReferenceArray<Followed> followed = new AtomicReferenceArray<>(places);
    private final AtomicInteger wanted = new AtomicInteger(places);
    private volatile boolean armed;
    private long lastCompleted;
    private int stuck;

    WorkSampler(AdaptivePool pool, PlatformLane platform) {
        this.pool = pool;
        this.platform = platform;
    }

    // ---- what tasks do

    /** Tells that a task was submitted. A thread is started only if there are still some later. */
    void tasksRun() {
        if (!armed && ARMED.compareAndSet(this, false, true)) {
            Future<?> _ = Timer.schedule(this::startIfNeeded, INTERVAL);
        }
    }

    /**
     * A task that is followed.
     *
     * @param kind its kind
     * @param thread the virtual thread that runs it
     * @param place where the sampler finds it
     * @param since when it began, on the clock of {@link System#nanoTime()}
     */
    record Followed(TaskKind kind, Thread thread, int place, long since) {}

    /** Enters a task that begins in the calling virtual thread, if one more is wanted. */
    @Nullable Followed follow(AdaptiveTask task) {
        return wanted.get() > 0 ? enter(task) : null;
    }

    private @Nullable Followed enter(AdaptiveTask task) {
        if (wanted.getAndDecrement() <= 0) {
            wanted.getAndIncrement();
            return null;
        }
        Thread thread = Thread.currentThread();
        long now = System.nanoTime();
        for (int place = 0; place < places; place++) {
            if (followed.get(place) == null) {
                Followed entry = new Followed(task.kind, thread, place, now);
                if (followed.compareAndSet(place, null, entry)) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** Tells that a task that was entered has ended. */
    void ended(Followed task) {
        boolean here = followed.compareAndSet(task.place, task, null);
        if (here && System.nanoTime() - task.since > SHORT_NANOS) {
            wanted.getAndIncrement();
        }
    }

    // ---- the thread

    private void startIfNeeded() {
        long submitted = pool.submitted();
        if (pool.open() > 0 && !pool.isTerminated()) {
            Thread.ofPlatform().daemon().name(pool.setting().name() + THREAD_SUFFIX).start(this);
        } else {
            disarm(submitted);
        }
    }

    private void disarm(long seenSubmitted) {
        armed = false;
        if (pool.submitted() != seenSubmitted && !pool.isTerminated()) {
            tasksRun();
        }
    }

    /** Looks until there has been nothing to move for a while: no task came, and all have begun. */
    @Override
    public void run() {
        long submitted = pool.submitted();
        int idle = 0;
        while (idle < IDLE_LOOKS && !pool.isTerminated()) {
            boolean allBegun = look() < carriers && pool.queued() == 0;
            long before = submitted;
            submitted = pool.submitted();
            idle = allBegun && submitted == before ? idle + 1 : 0;
            LockSupport.parkNanos(this, INTERVAL.toNanos());
        }
        disarm(submitted);
    }

    /** Returns how many carriers are held. */
    private int look() {
        int held = lookAtCarriers();
        Set<Thread> threads = platform.living();
        int busy = 0;
        int waiting = 0;
        for (Thread thread : threads) {
            AdaptiveTask task = thread instanceof WorkerThread own ? own.running() : null;
            if (task != null) {
                boolean computes = nativeWaits.computes(thread);
                saw(task.kind, computes);
                busy++;
                waiting += computes ? 0 : 1;
            }
        }
        nativeWaits.keepOnly(threads);
        judge(held, busy);
        size(waiting);
        return held;
    }

    private int lookAtCarriers() {
        int held = 0;
        int stacks = STACKS_A_LOOK + carriers;
        for (int place = 0; place < places; place++) {
            Followed task = followed.get(place);
            if (task != null) {
                boolean runnable = task.thread.getState() == Thread.State.RUNNABLE;
                if (runnable && stacks-- > 0 && isMounted(task.thread)) {
                    saw(task.kind, true);
                    held++;
                } else {
                    if (!runnable || stacks >= 0) {
                        saw(task.kind, false);
                    }
                    followed.compareAndSet(place, task, null);
                }
            }
        }
        wanted.set(places - held);
        return held;
    }

    private static boolean isMounted(Thread virtual) {
        StackTraceElement[] stack = virtual.getStackTrace();
        return stack.length > 0 && !stack[0].getClassName().equals(VIRTUAL_THREAD);
    }

    private void saw(TaskKind kind, boolean computes) {
        kind.saw(computes);
        seen.add(kind);
    }

    private void judge(int heldCarriers, int busyThreads) {
        long open = pool.open();
        for (TaskKind kind : seen) {
            Placement.Sample sample =
                    kind.onThreads()
                            ? kind.looked(busyThreads, platform.size(), open)
                            : kind.looked(heldCarriers, carriers, open);
            Placement.Verdict verdict = Placement.judge(sample);
            if (verdict != null) {
                pool.move(kind, verdict);
            }
        }
        seen.clear();
    }

    private void size(int waiting) {
        long completed = pool.completed();
        boolean queued = platform.queued() > 0;
        stuck = queued && completed == lastCompleted ? stuck + 1 : 0;
        lastCompleted = completed;
        int size = platform.size();
        platform.size(
                Placement.threads(
                        new Placement.Crew(pool.setting().cores(), size, waiting, queued, stuck)));
    }

    /** The processor time of platform threads, which tells those that wait in native code. */
    private static final class NativeWaits {
        private static final long WINDOW_NANOS = 100_000_000;
        private static final int LEAST_SHARE = 50;

        /** A thread's processor time at a moment. */
        private record Mark(long at, long used) {}

        private final Map<Thread, Mark> marks = new HashMap<>();
        private final Set<Thread> waiting = new HashSet<>();

        /** Tells whether a thread that runs a task computes, as far as is known. */
        boolean computes(Thread thread) {
            if (thread.getState() != Thread.State.RUNNABLE) {
                marks.remove(thread);
                waiting.remove(thread);
                return false;
            }
            long now = System.nanoTime();
            Mark mark = marks.get(thread);
            if (mark == null) {
                marks.put(thread, new Mark(now, used(thread)));
            } else if (now - mark.at > WINDOW_NANOS) {
                long used = used(thread);
                boolean idle = (used - mark.used) * LEAST_SHARE < now - mark.at;
                boolean _ = idle ? waiting.add(thread) : waiting.remove(thread);
                marks.put(thread, new Mark(now, used));
            }
            return !waiting.contains(thread);
        }

        private static long used(Thread thread) {
            return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
        }

        void keepOnly(Set<Thread> living) {
            marks.keySet().retainAll(living);
            waiting.retainAll(living);
        }
    }
}
