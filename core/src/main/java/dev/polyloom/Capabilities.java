package dev.polyloom;

import java.util.Map;

/**
 * What this machine and JVM can do.
 *
 * @param jdk version of the JDK, such as {@code 25.0.3}
 * @param feature its feature number, such as 25
 * @param os the system's name and architecture, such as {@code Linux amd64}
 * @param processors processors this process may use, cgroup limits included
 * @param cpuQuota the cgroup's limit in processors, 0 for none
 * @param memoryBytes memory this process may use, cgroup limits included
 * @param maxHeapBytes largest heap of this JVM
 * @param virtualThreads what holds for virtual threads, such as what pins them
 * @param childProcesses whether child JVMs can be started
 * @param nativeAccess whether native calls are allowed without a warning
 * @param sharedMemory whether files can be mapped as memory shared by processes
 * @param cpuWorkers suggested workers for CPU-bound work
 * @param blockingWorkers suggested platform threads for blocking work
 * @param unavailable why flavors cannot be had here; those not in the map can
 * @param manners how flavors work here, of those that know more than one way
 */
public record Capabilities(
        String jdk,
        int feature,
        String os,
        int processors,
        double cpuQuota,
        long memoryBytes,
        long maxHeapBytes,
        String virtualThreads,
        boolean childProcesses,
        boolean nativeAccess,
        boolean sharedMemory,
        int cpuWorkers,
        int blockingWorkers,
        Map<Flavor, String> unavailable,
        Map<Flavor, String> manners) {

    /** Makes capabilities with unmodifiable maps. */
    public Capabilities {
        unavailable = Map.copyOf(unavailable);
        manners = Map.copyOf(manners);
    }

    /**
     * Tells whether a flavor can be had here.
     *
     * @param flavor the flavor
     * @return whether it can be opened
     */
    public boolean has(Flavor flavor) {
        return !unavailable.containsKey(flavor);
    }
}
