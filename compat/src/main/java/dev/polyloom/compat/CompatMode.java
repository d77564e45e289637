package dev.polyloom.compat;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether the classes of this package do more than those of the JDK that they mirror. The system
 * property {@code polyloom.compat.mode} says it, or else the environment variable {@code
 * POLYLOOM_COMPAT_MODE}: {@code managed} or {@code passthrough}.
 */
public enum CompatMode {
    /** Executors are named, known to Polyloom, and share its core budget; the default. */
    MANAGED,
    /** Everything is as in the JDK. */
    PASSTHROUGH;

    private static final System.Logger LOGGER = System.getLogger("dev.polyloom.compat");
    private static final String PROPERTY = "polyloom.compat.mode";
    private static final String VARIABLE = "POLYLOOM_COMPAT_MODE";
    private static final @Nullable String ENVIRONMENT = System.getenv(VARIABLE);
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    /**
     * Returns the mode of executors made now. A value that is neither is warned of once and
     * ignored.
     *
     * @return the mode
     */
    public static CompatMode current() {
        String property = System.getProperty(PROPERTY);
        return property != null
                ? parse(PROPERTY, property)
                : ENVIRONMENT == null ? MANAGED : parse(VARIABLE, ENVIRONMENT);
    }

    private static CompatMode parse(String variable, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "managed" -> MANAGED;
            case "passthrough" -> PASSTHROUGH;
            default -> {
                if (WARNED.add(variable + '=' + text)) {
                    LOGGER.log(
                            System.Logger.Level.WARNING,
                            "{0} is ignored: ''{1}'' is neither managed nor passthrough",
                            variable,
                            text);
                }
                yield MANAGED;
            }
        };
    }
}
