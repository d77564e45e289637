package dev.polyloom.spi;

/**
 * The state of a pool's workers at one moment; approximate while tasks run.
 *
 * @param workers workers alive
 * @param active workers that run a task
 * @param queued tasks waiting for a worker
 * @param completed tasks that went through the workers, however they ended
 * @param replaced workers that died unexpectedly and were replaced, since the pool opened
 * @param recycled workers that were replaced because of age, memory or number of tasks
 */
public record PoolSnapshot(
        int workers, int active, long queued, long completed, long replaced, long recycled) {}
