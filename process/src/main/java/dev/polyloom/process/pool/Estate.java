package dev.polyloom.process.pool;

import java.util.List;

/**
 * What a worker leaves when it dies.
 *
 * @param expected whether the pool ended it in good order
 * @param started tasks that it ran, in hand of the caller, to be failed
 * @param unstarted tasks that it never started, to be requeued
 * @param doomed tasks for which no worker could be started, in hand, to be failed
 */
record Estate(
        boolean expected, List<PoolTask> started, List<PoolTask> unstarted, List<PoolTask> doomed) {
    /** Workers that may die when a task is next in line, before it is held to be the cause. */
    private static final int MAX_STRIKES = 3;

    /**
     * Tells which tasks of a dead worker had started, or are what kills one worker after another,
     * and the numbers of the others.
     */
    static void share(WorkerLink link, List<PoolTask> started, List<Long> unstarted) {
        long last = link.lastStarted();
        for (PoolTask task : link.inFlight.inOrder()) {
            boolean next = started.isEmpty() && unstarted.isEmpty();
            if (task.number <= last || (next && ++task.strikes >= MAX_STRIKES)) {
                started.add(task);
            } else {
                unstarted.add(task.number);
            }
        }
    }
}
