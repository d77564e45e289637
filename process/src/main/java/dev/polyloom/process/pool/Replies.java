package dev.polyloom.process.pool;

import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Completes the tasks that one worker answers, those that came together under one lock. For
 * whichever thread takes the frames.
 */
final class Replies {
    /** Replies after which tasks are completed although more replies are there. */
    private static final int MOST = 64;

    private static final long MEASURE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Roster roster;
    private final WorkerLink link;
    private final PoolParts parts;
    private final BiConsumer<PoolTask, Runnable> settler;
    private final List<Frame> waiting = new ArrayList<>();
    private long measuredAt;

    /**
     * Takes the replies of a worker.
     *
     * @param settler completes a task in hand by an action, now or later
     */
    Replies(
            Roster roster,
            WorkerLink link,
            PoolParts parts,
            BiConsumer<PoolTask, Runnable> settler) {
        this.roster = roster;
        this.link = link;
        this.parts = parts;
        this.settler = settler;
    }

    /** Takes a reply; {@link #finish()} completes its task. */
    void add(Frame reply) throws ProtocolException {
        reply.checkTimes();
        waiting.add(reply);
        if (waiting.size() >= MOST) {
            finish();
        }
    }

    /** Completes the tasks of all replies that wait. */
    void finish() throws ProtocolException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Frame> replies = List.copyOf(waiting);
        waiting.clear();
        List<@Nullable PoolTask> answered = roster.answered(link, replies);
        int settled = 0;
        for (int i = 0; i < replies.size(); i++) {
            PoolTask task = answered.get(i);
            settled += task != null && finish(task, replies.get(i)) ? 1 : 0;
        }
        measure();
        roster.settled(settled);
        checkAllKnown(replies, answered);
    }

    private static void checkAllKnown(List<Frame> replies, List<@Nullable PoolTask> answered)
            throws ProtocolException {
        int unknown = answered.indexOf(null);
        if (unknown >= 0) {
            long number = replies.get(unknown).task();
            throw new ProtocolException("it answered for task " + number + ", not its own");
        }
    }

    /** Completes a task, and tells whether that is done; if not, it will be settled later. */
    private boolean finish(PoolTask task, Frame reply) throws ProtocolException {
        task.ran();
        task.task().ran(link.name(), link.ourTime(reply.number(0)), reply.number(1));
        ResultReader results = parts.results();
        if (task.timedOut) {
            settler.accept(task, () -> WorkerDeath.timeOut(task, link));
            return false;
        }
        if (results.isPlain(task.task(), reply)) {
            results.completePlain(task.task(), reply);
            return true;
        }
        results.complete(task.task(), reply, () -> roster.settled(1));
        return false;
    }

    private void measure() {
        if (parts.request().process().recycleResidentBytes() > 0) {
            long now = System.nanoTime();
            if (now - measuredAt > MEASURE_NANOS) {
                measuredAt = now;
                link.residentBytes = Resident.bytes(link.pid());
            }
        }
    }
}
