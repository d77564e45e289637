package dev.polyloom.process.pool;

import dev.polyloom.process.message.Station;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.StatusPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One incarnation of a worker as the primary sees it. Unless said otherwise, what can change is
 * guarded by the lock of the roster.
 */
final class WorkerLink {
    /** Where a worker is in its life. */
    enum State {
        STARTING,
        READY,
        STOPPING,
        DEAD
    }

    private final int number;
    private final String name;
    private final long bornNanos = System.nanoTime();

    State state = State.STARTING;
    final Map<Long, PoolTask> inFlight = new LinkedHashMap<>();
    long sent;
    long lastNumber;
    long bytesInFlight;
    long progressNanos;

    /** Why it takes no more tasks, or null. */
    @Nullable String retiring;

    /** The worker it will replace, until then it takes no tasks; or null. */
    @Nullable WorkerLink replaces;

    boolean replacementComes;

    /** Whether it is to be replaced by a fresh one. */
    boolean reload;

    /** Whether it is sent no tasks until it is resumed. */
    boolean paused;

    /** Where its pipes end, set before it is ready. */
    volatile @Nullable Station station;

    boolean recalling;
    long stopAt;

    long beats;
    long silentNanos;
    long lookedNanos;

    /** Set when the worker is ready; of interest to its own thread and the watch. */
    volatile long residentBytes;

    private volatile @Nullable Process process;
    private volatile @Nullable Connection connection;
    private volatile @Nullable StatusPage page;
    private volatile long clockOffset;
    private volatile long startedByFrames;

    private @Nullable String killReason;
    private boolean killExpected;
    private boolean killed;

    WorkerLink(int number, String name) {
        this.number = number;
        this.name = name;
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    long ageNanos(long now) {
        return now - bornNanos;
    }

    long bornNanos() {
        return bornNanos;
    }

    int load() {
        return inFlight.size();
    }

    boolean takesTasks() {
        return state == State.READY
                && retiring == null
                && replaces == null
                && !recalling
                && !paused;
    }

    // ---- the process; these may be called without the lock

    /** Gives the link its process, and kills it at once if that was asked for meanwhile. */
    void attach(Process started) {
        boolean late;
        synchronized (this) {
            process = started;
            late = killed;
        }
        if (late) {
            started.destroyForcibly();
        }
    }

    @Nullable Process process() {
        return process;
    }

    long pid() {
        Process known = process;
        return known == null ? -1 : known.pid();
    }

    /** Kills the process; the first reason stands. */
    void kill(String reason, boolean expected) {
        Process known;
        synchronized (this) {
            if (killReason == null) {
                killReason = reason;
                killExpected = expected;
            }
            killed = true;
            known = process;
        }
        if (known != null) {
            known.destroyForcibly();
        }
    }

    synchronized @Nullable String killReason() {
        return killReason;
    }

    synchronized boolean killExpected() {
        return killExpected;
    }

    synchronized boolean killed() {
        return killed;
    }

    void connected(Connection opened, @Nullable StatusPage statusPage, long offset) {
        connection = opened;
        page = statusPage;
        clockOffset = offset;
    }

    @Nullable StatusPage page() {
        return page;
    }

    Connection connection() {
        return Objects.requireNonNull(connection, "not connected");
    }

    /** Returns a time on the worker's clock as one on ours. */
    long ourTime(long workerNanos) {
        return workerNanos + clockOffset;
    }

    // ---- what the worker shows

    long lastStarted() {
        StatusPage known = page;
        return known == null ? startedByFrames : known.lastStarted();
    }

    /** Takes note that a worker without a page started a task; the lock is held. */
    void startedByFrame(long task, long workerNanos) {
        startedByFrames = Math.max(startedByFrames, task);
        noteStart(task, workerNanos);
    }

    void beatByFrame() {
        beats++;
        silentNanos = 0;
    }

    /** Takes over from the page which tasks have started; the lock is held. */
    void refreshStarts() {
        StatusPage known = page;
        if (known != null) {
            known.forEachRunning(this::noteStart);
        }
    }

    private void noteStart(long task, long workerNanos) {
        PoolTask running = inFlight.get(task);
        if (running != null && !running.started) {
            running.started = true;
            running.startedNanos = ourTime(workerNanos);
        }
    }

    /** Adds up for how long the worker has been silent; the lock is held. */
    long silence(long now, long atMost) {
        StatusPage known = page;
        long seen = known == null ? beats : known.beats();
        // a primary that was itself stopped for a while must not blame its workers
        silentNanos = seen == beats ? silentNanos + Math.min(now - lookedNanos, atMost) : 0;
        beats = seen;
        lookedNanos = now;
        return silentNanos;
    }

    /** Takes note that an idle worker is about to be sent a task; the lock is held. */
    void expectWork(long now) {
        progressNanos = now;
        silentNanos = 0;
        lookedNanos = now;
    }
}
