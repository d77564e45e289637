package dev.polyloom.process.start;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where start caches are kept: where the system property {@code polyloom.process.cache} or else the
 * environment variable {@code POLYLOOM_PROCESS_CACHE} says, a folder or {@code off}, and otherwise
 * in the place of the operating system for what a user can do without.
 *
 * @param text the setting as it was made, or null
 * @param folder the folder, or null if start caches are switched off or there is no place for them
 */
record CacheSetting(@Nullable String text, @Nullable Path folder) {
    static final String PROPERTY = "polyloom.process.cache";
    static final String VARIABLE = "POLYLOOM_PROCESS_CACHE";
    private static final String OFF = "off";

    static CacheSetting ofThisJvm() {
        String set = System.getProperty(PROPERTY);
        return of(
                set == null ? System.getenv(VARIABLE) : set,
                System.getProperty("os.name", ""),
                System.getProperty("user.home", ""),
                System.getenv());
    }

    static CacheSetting of(
            @Nullable String set, String system, String home, Map<String, String> environment) {
        if (set != null && !set.isBlank()) {
            boolean off = set.strip().equalsIgnoreCase(OFF);
            return new CacheSetting(set, off ? null : Path.of(set.strip()).toAbsolutePath());
        }
        Path parent = parent(system.toLowerCase(Locale.ROOT), home, environment);
        return new CacheSetting(null, parent == null ? null : parent.resolve("polyloom"));
    }

    private static @Nullable Path parent(
            String system, String home, Map<String, String> environment) {
        if (system.startsWith("windows")) {
            return absolute(environment.get("LOCALAPPDATA"));
        }
        Path user = absolute(home);
        if (system.startsWith("mac")) {
            return user == null ? null : user.resolve("Library").resolve("Caches");
        }
        Path base = absolute(environment.get("XDG_CACHE_HOME"));
        return base != null || user == null ? base : user.resolve(".cache");
    }

    /** Returns an absolute path; others say nothing of where a user keeps files. */
    private static @Nullable Path absolute(@Nullable String path) {
        if (path == null || path.isBlank()) {
            return null;
        }
        Path place = Path.of(path);
        return place.isAbsolute() ? place : null;
    }
}
