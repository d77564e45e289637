package dev.polyloom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the realms of a scope over isolates are made of; made by {@link IsolateScopeBuilder}.
 *
 * @param classPath jars and folders that come before the application's own class path
 * @param shared packages that realms do not load themselves, but share with the application, each
 *     with the packages below it; empty for none
 * @param keepWarm how long realms of a closed scope wait to be taken by the next one that wants the
 *     same, static state and all, or null if they end with their scope
 */
public record IsolateOptions(
        List<Path> classPath, List<String> shared, @Nullable Duration keepWarm) {

    /** The options of a builder on which nothing was set. */
    static final IsolateOptions DEFAULTS = new IsolateOptions(List.of(), List.of(), null);
}
