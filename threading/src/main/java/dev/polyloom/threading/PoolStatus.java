package dev.polyloom.threading;

/**
 * What a pool does and has done; a snapshot, approximate while tasks run. What a {@link
 * ThreadPool#map} does counts as running, not as tasks.
 *
 * @param name the name of the pool
 * @param workers how many workers there may be
 * @param running how many threads run something
 * @param pending how many tasks nobody has begun
 * @param succeeded how many tasks returned
 * @param failed how many tasks threw
 * @param cancelled how many tasks were cancelled
 * @param rejected how many tasks were refused for want of room
 * @param dropped how many tasks were given up for newer ones
 * @param stolen how often a worker took work from another; 0 if they share a queue
 */
public record PoolStatus(
        String name,
        int workers,
        int running,
        long pending,
        long succeeded,
        long failed,
        long cancelled,
        long rejected,
        long dropped,
        long stolen) {
    /**
     * Returns how many tasks have ended in any way.
     *
     * @return those that succeeded, failed, or were cancelled or dropped
     */
    public long completed() {
        return succeeded + failed + cancelled + dropped;
    }
}
