package dev.polyloom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens a scope over worker processes; made by {@link Run#processes()}. */
public final class ProcessScopeBuilder extends ScopeBuilder {
    private int concurrency = ProcessOptions.DEFAULTS.concurrency();
    private @Nullable SerializableRunnable initializer;
    private Duration cancelGrace = ProcessOptions.DEFAULTS.cancelGrace();
    private Duration heartbeatTimeout = ProcessOptions.DEFAULTS.heartbeatTimeout();
    private Duration startTimeout = ProcessOptions.DEFAULTS.startTimeout();
    private long maxHeapBytes;
    private long maxResidentBytes;
    private long recycleResidentBytes;
    private long maxTasksPerWorker;
    private @Nullable Duration maxWorkerAge;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> systemProperties = new LinkedHashMap<>();
    private final List<String> jvmArguments = new ArrayList<>();
    private @Nullable Path workingDirectory;
    private Set<Integer> processors = Set.of();
    private int niceness;
    private final List<String> allowedClasses = new ArrayList<>();
    private @Nullable HeadSettings heads;

    ProcessScopeBuilder() {
        super(Flavor.PROCESSES);
    }

    @Override
    public ProcessScopeBuilder name(String name) {
        super.name(name);
        return this;
    }

    @Override
    public ProcessScopeBuilder workers(int workers) {
        super.workers(workers);
        return this;
    }

    @Override
    public ProcessScopeBuilder config(RuntimeConfig config) {
        super.config(config);
        return this;
    }

    @Override
    public ProcessScopeBuilder trace(boolean trace) {
        super.trace(trace);
        return this;
    }

    @Override
    public ProcessScopeBuilder taskTimeout(Duration taskTimeout) {
        super.taskTimeout(taskTimeout);
        return this;
    }

    @Override
    public ProcessScopeBuilder carry(Carrier... more) {
        super.carry(more);
        return this;
    }

    @Override
    public ProcessScopeBuilder listener(ScopeListener listener) {
        super.listener(listener);
        return this;
    }

    /**
     * Sets how many tasks may run at once in each worker.
     *
     * @param concurrency the number, at least 1
     * @return this builder
     * @throws IllegalArgumentException if the number is less than 1
     */
    public ProcessScopeBuilder concurrency(int concurrency) {
        this.concurrency = Checks.atLeastOne("concurrency", concurrency);
        return this;
    }

    /**
     * Sets what runs in each worker before its first task. A worker whose initializer fails is
     * replaced; when it fails again and again, the tasks fail with its exception.
     *
     * @param initializer the initializer, with its arguments captured
     * @return this builder
     */
    public ProcessScopeBuilder initializer(SerializableRunnable initializer) {
        this.initializer = initializer;
        return this;
    }

    /**
     * Sets how long a task may go on after {@code cancel(true)} has interrupted it, before its
     * worker is killed.
     *
     * @param grace the time, more than zero
     * @return this builder
     */
    public ProcessScopeBuilder cancelGrace(Duration grace) {
        this.cancelGrace = Checks.positive("cancelGrace", grace);
        return this;
    }

    /**
     * Sets how long a worker may be silent before it is taken for stopped or stuck, and killed.
     *
     * @param timeout the time, more than zero
     * @return this builder
     */
    public ProcessScopeBuilder heartbeatTimeout(Duration timeout) {
        this.heartbeatTimeout = Checks.positive("heartbeatTimeout", timeout);
        return this;
    }

    /**
     * Sets how long a worker may take from its start until it is ready.
     *
     * @param timeout the time, more than zero
     * @return this builder
     */
    public ProcessScopeBuilder startTimeout(Duration timeout) {
        this.startTimeout = Checks.positive("startTimeout", timeout);
        return this;
    }

    /**
     * Sets the largest heap of a worker. A worker that needs more ends with exit code 3.
     *
     * @param bytes the size in bytes; 0 leaves it to the JVM
     * @return this builder
     */
    public ProcessScopeBuilder maxHeap(long bytes) {
        this.maxHeapBytes = Checks.notNegative("maxHeap", bytes);
        return this;
    }

    /**
     * Sets the resident size above which a worker is killed, whatever it runs.
     *
     * @param bytes the size in bytes; 0 for no limit
     * @return this builder
     */
    public ProcessScopeBuilder maxResident(long bytes) {
        this.maxResidentBytes = Checks.notNegative("maxResident", bytes);
        return this;
    }

    /**
     * Sets the resident size above which a worker is recycled between two tasks.
     *
     * @param bytes the size in bytes; 0 for no limit
     * @return this builder
     */
    public ProcessScopeBuilder recycleResident(long bytes) {
        this.recycleResidentBytes = Checks.notNegative("recycleResident", bytes);
        return this;
    }

    /**
     * Sets after how many tasks a worker is recycled.
     *
     * @param tasks the number; 0 for no limit
     * @return this builder
     */
    public ProcessScopeBuilder maxTasksPerWorker(long tasks) {
        this.maxTasksPerWorker = Checks.notNegative("maxTasksPerWorker", tasks);
        return this;
    }

    /**
     * Sets after which age a worker is recycled between two tasks.
     *
     * @param age the age, more than zero
     * @return this builder
     */
    public ProcessScopeBuilder maxWorkerAge(Duration age) {
        this.maxWorkerAge = Checks.positive("maxWorkerAge", age);
        return this;
    }

    /**
     * Adds a variable to the environment of the workers.
     *
     * @param variable its name
     * @param value its value
     * @return this builder
     */
    public ProcessScopeBuilder environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /**
     * Sets a system property in the workers.
     *
     * @param key its key
     * @param value its value
     * @return this builder
     */
    public ProcessScopeBuilder systemProperty(String key, String value) {
        systemProperties.put(key, value);
        return this;
    }

    /**
     * Adds options for the workers' JVM.
     *
     * @param arguments the options, such as {@code -XX:+UseZGC}
     * @return this builder
     */
    public ProcessScopeBuilder jvmArguments(String... arguments) {
        jvmArguments.addAll(List.of(arguments));
        return this;
    }

    /**
     * Sets the working folder of the workers.
     *
     * @param directory the folder
     * @return this builder
     */
    public ProcessScopeBuilder workingDirectory(Path directory) {
        this.workingDirectory = directory;
        return this;
    }

    /**
     * Sets the processors that the workers may run on; on systems other than Linux it has no effect
     * beyond a warning.
     *
     * @param processors their numbers, from 0
     * @return this builder
     * @throws IllegalArgumentException if a number is negative
     */
    public ProcessScopeBuilder affinity(int... processors) {
        Set<Integer> set = new java.util.TreeSet<>();
        for (int processor : processors) {
            set.add((int) Checks.notNegative("processor", processor));
        }
        this.processors = Set.copyOf(set);
        return this;
    }

    /**
     * Sets the niceness of the workers; on systems other than Linux it has no effect beyond a
     * warning.
     *
     * @param niceness from 0, as this JVM, to 19, the lowest priority
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ProcessScopeBuilder niceness(int niceness) {
        if (niceness < 0 || niceness > 19) {
            throw new IllegalArgumentException(
                    "niceness must be from 0 to 19, not %d".formatted(niceness));
        }
        this.niceness = niceness;
        return this;
    }

    /**
     * Allows further classes to come back from workers in results and exceptions.
     *
     * @param patterns patterns in the syntax of {@link java.io.ObjectInputFilter.Config}, such as
     *     {@code com.acme.*}
     * @return this builder
     */
    public ProcessScopeBuilder allow(String... patterns) {
        allowedClasses.addAll(List.of(patterns));
        return this;
    }

    /**
     * Sets what the head of each worker is to know and do.
     *
     * @param heads made by {@code dev.polyloom.process.Heads}
     * @return this builder
     */
    public ProcessScopeBuilder heads(HeadSettings heads) {
        this.heads = heads;
        return this;
    }

    @Override
    ProcessOptions processOptions() {
        return new ProcessOptions(
                concurrency,
                initializer,
                cancelGrace,
                heartbeatTimeout,
                startTimeout,
                maxHeapBytes,
                maxResidentBytes,
                recycleResidentBytes,
                maxTasksPerWorker,
                maxWorkerAge,
                Map.copyOf(environment),
                Map.copyOf(systemProperties),
                List.copyOf(jvmArguments),
                workingDirectory,
                processors,
                niceness,
                List.copyOf(allowedClasses),
                heads);
    }
}
