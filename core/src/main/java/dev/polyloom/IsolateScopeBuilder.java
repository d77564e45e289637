package dev.polyloom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens a scope over class-loader realms in this JVM; made by {@link Run#isolates()}. */
public final class IsolateScopeBuilder extends ScopeBuilder {
    private static final Pattern PACKAGE = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.]*");

    private final List<Path> classPath = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private @Nullable Duration keepWarm;

    IsolateScopeBuilder() {
        super(Flavor.ISOLATES);
    }

    @Override
    public IsolateScopeBuilder name(String name) {
        super.name(name);
        return this;
    }

    @Override
    public IsolateScopeBuilder workers(int workers) {
        super.workers(workers);
        return this;
    }

    @Override
    public IsolateScopeBuilder config(RuntimeConfig config) {
        super.config(config);
        return this;
    }

    @Override
    public IsolateScopeBuilder trace(boolean trace) {
        super.trace(trace);
        return this;
    }

    @Override
    public IsolateScopeBuilder taskTimeout(Duration taskTimeout) {
        super.taskTimeout(taskTimeout);
        return this;
    }

    @Override
    public IsolateScopeBuilder carry(Carrier... more) {
        super.carry(more);
        return this;
    }

    @Override
    public IsolateScopeBuilder listener(ScopeListener listener) {
        super.listener(listener);
        return this;
    }

    /**
     * Adds jars and folders in which realms look before the application's own class path, such as
     * another version of a library.
     *
     * @param entries jars, or folders of classes
     * @return this builder
     * @throws IllegalArgumentException if there is no such file
     */
    public IsolateScopeBuilder classPath(Path... entries) {
        for (Path entry : entries) {
            if (!Files.isReadable(entry)) {
                throw new IllegalArgumentException(
                        "the class path of an isolate takes jars and folders; there is no %s"
                                .formatted(entry.toAbsolutePath()));
            }
            classPath.add(entry.toAbsolutePath().normalize());
        }
        return this;
    }

    /**
     * Names packages that realms share with the application instead of loading them themselves: one
     * set of classes and one static state for all. What is of such a class crosses without a copy
     * being made of its class, but is copied all the same.
     *
     * @param packages names such as {@code com.example.api}; packages below them are shared too
     * @return this builder
     * @throws IllegalArgumentException if a name is none of a package
     */
    public IsolateScopeBuilder shared(String... packages) {
        for (String name : packages) {
            if (!PACKAGE.matcher(name).matches() || name.endsWith(".")) {
                throw new IllegalArgumentException(
                        "shared takes names of packages such as com.example.api, not '%s'"
                                .formatted(name));
            }
            shared.add(name);
        }
        return this;
    }

    /**
     * Lets realms outlive their scope for a while, to be taken, with the static state they have by
     * then, by the next scope with the same class path and shared packages.
     *
     * @param time how long a realm waits to be taken
     * @return this builder
     */
    public IsolateScopeBuilder keepWarm(Duration time) {
        keepWarm = Checks.positive("keepWarm", time);
        return this;
    }

    @Override
    IsolateOptions isolateOptions() {
        return new IsolateOptions(List.copyOf(classPath), List.copyOf(shared), keepWarm);
    }
}
