package dev.polyloom;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of the scheduler.
 *
 * @param flavor the flavor asked for; one other than auto is insisted on
 * @param workers how many workers, 0 if not said
 * @param parent the scope around, or null
 * @param plain whether nothing was set that the scope around could not offer
 */
public record ScopeRequest(Flavor flavor, int workers, @Nullable Parent parent, boolean plain) {
    /**
     * The scope around.
     *
     * @param flavor its flavor
     * @param workers its workers, {@link Integer#MAX_VALUE} for no bound
     * @param cores its share of the core budget
     * @param inTask whether the request comes from one of its tasks, and so shares its budget
     * @param lends whether a scope inside may use its workers
     */
    public record Parent(Flavor flavor, int workers, int cores, boolean inTask, boolean lends) {
        /**
         * Returns the share of the core budget that each task of this scope may use.
         *
         * @return the number of cores, at least 1
         */
        public int coresPerWorker() {
            return Math.max(1, cores / Math.max(1, Math.min(workers, cores)));
        }
    }
}
