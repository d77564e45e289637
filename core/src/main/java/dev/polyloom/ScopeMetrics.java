package dev.polyloom;

import java.time.Duration;

/**
 * What a scope has done so far; a snapshot, approximate while tasks run.
 *
 * @param workers workers alive
 * @param active workers that run a task
 * @param queued tasks waiting for a worker
 * @param submitted tasks taken
 * @param succeeded tasks that returned
 * @param failed tasks that threw, timed out, or whose worker died
 * @param cancelled tasks that were cancelled
 * @param replaced workers that died unexpectedly and were replaced
 * @param recycled workers replaced because of age, memory or number of tasks
 * @param waited total time from submission to start of the tasks that were timed
 * @param ran total time from start to end of the tasks that were timed
 * @param timed how many tasks were timed: all that completed while the scope was traced
 */
public record ScopeMetrics(
        int workers,
        int active,
        long queued,
        long submitted,
        long succeeded,
        long failed,
        long cancelled,
        long replaced,
        long recycled,
        Duration waited,
        Duration ran,
        long timed) {

    /**
     * Returns how many tasks have completed in any way.
     *
     * @return succeeded, failed and cancelled tasks
     */
    public long completed() {
        return succeeded + failed + cancelled;
    }
}
