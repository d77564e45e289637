package dev.polyloom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How worker processes are started, bounded and stopped; made by {@link ProcessScopeBuilder}.
 *
 * @param concurrency tasks that may run at once in each worker, at least 1
 * @param initializer runs in each worker before its first task, or null
 * @param cancelGrace how long a task may go on after {@code cancel(true)} before its worker is
 *     killed
 * @param heartbeatTimeout how long a worker may be silent, stopped or stuck, before it is killed
 * @param startTimeout how long a worker may take from its start until it is ready
 * @param maxHeapBytes largest heap of a worker in bytes, 0 for the JVM's default
 * @param maxResidentBytes resident size in bytes above which a worker is killed, 0 for none
 * @param recycleResidentBytes resident size in bytes above which an idle worker is recycled, 0 for
 *     none
 * @param maxTasksPerWorker tasks after which a worker is recycled, 0 for no limit
 * @param maxWorkerAge age after which a worker is recycled once idle, or null for no limit
 * @param environment variables added to the environment of the workers
 * @param systemProperties system properties set in the workers, over those handed on
 * @param jvmArguments further options for the workers' JVM
 * @param workingDirectory the workers' working folder, or null for this JVM's
 * @param processors processors the workers may run on, empty for all (Linux)
 * @param niceness the workers' niceness, 0 for this JVM's (Linux)
 * @param allowedClasses patterns in the syntax of {@link java.io.ObjectInputFilter.Config} of
 *     further classes that may come back from workers; with none, those that the tasks' own class
 *     loaders define and the JDK's value types may
 * @param heads what the workers' heads are to know, or null for nothing
 */
public record ProcessOptions(
        int concurrency,
        @Nullable SerializableRunnable initializer,
        Duration cancelGrace,
        Duration heartbeatTimeout,
        Duration startTimeout,
        long maxHeapBytes,
        long maxResidentBytes,
        long recycleResidentBytes,
        long maxTasksPerWorker,
        @Nullable Duration maxWorkerAge,
        Map<String, String> environment,
        Map<String, String> systemProperties,
        List<String> jvmArguments,
        @Nullable Path workingDirectory,
        Set<Integer> processors,
        int niceness,
        List<String> allowedClasses,
        @Nullable HeadSettings heads) {

    /** The options of a builder on which nothing was set. */
    static final ProcessOptions DEFAULTS =
            new ProcessOptions(
                    1,
                    null,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    0,
                    0,
                    0,
                    0,
                    null,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    null,
                    Set.of(),
                    0,
                    List.of(),
                    null);
}
