package dev.polyloom.threading;

import org.jspecify.annotations.Nullable;

/**
 * What a worker does and has done; a snapshot.
 *
 * @param worker the name of the worker
 * @param task the name of the task it is busy with, or null if it is idle
 * @param done how many tasks it did
 * @param failed how many tasks failed in it, were cancelled in it or took too long
 */
public record WorkerStatus(String worker, @Nullable String task, long done, long failed) {
    /**
     * Tells whether the worker has a task.
     *
     * @return false if it is idle
     */
    public boolean isBusy() {
        return task != null;
    }
}
