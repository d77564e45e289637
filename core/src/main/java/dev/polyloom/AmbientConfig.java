package dev.polyloom;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link RuntimeConfig} from system properties and, where those say nothing, from the
 * environment.
 */
record AmbientConfig(
        Function<String, @Nullable String> properties,
        Function<String, @Nullable String> environment,
        Consumer<String> warnings) {

    static final AmbientConfig SYSTEM =
            new AmbientConfig(System::getProperty, System::getenv, Log::warn);

    /** A setting as it was found: the name of its variable and its text. */
    private record Setting(String variable, String text) {}

    RuntimeConfig read() {
        Boolean forceThreads = flag("force-threads");
        Boolean forceProcesses = flag("force-processes");
        if (RuntimeConfig.is(forceThreads) && RuntimeConfig.is(forceProcesses)) {
            warnings.accept(
                    "POLYLOOM_FORCE_THREADS and POLYLOOM_FORCE_PROCESSES exclude each other; both"
                            + " are ignored");
            forceThreads = null;
            forceProcesses = null;
        }
        return new RuntimeConfig(
                parse("mode", Flavor::of),
                flag("cpu-bound"),
                flag("io-bound"),
                parse("workers", AmbientConfig::workers),
                flag("auto"),
                flag("prefer-isolates"),
                forceThreads,
                forceProcesses,
                flag("trace"));
    }

    private static Integer workers(String text) {
        try {
            return Checks.atLeastOne("workers", Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a whole number of at least 1".formatted(text), e);
        }
    }

    private @Nullable Boolean flag(String key) {
        return parse(key, AmbientConfig::truth);
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "on" -> true;
            case "0", "false", "no", "off" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "'%s' is neither true nor false".formatted(text));
        };
    }

    private <T> @Nullable T parse(String key, Function<String, T> parser) {
        Setting setting = find(key);
        if (setting == null) {
            return null;
        }
        try {
            return parser.apply(setting.text);
        } catch (IllegalArgumentException e) {
            warnings.accept("%s is ignored: %s".formatted(setting.variable, e.getMessage()));
            return null;
        }
    }

    private @Nullable Setting find(String key) {
        UnaryOperator<String> upper = text -> text.toUpperCase(Locale.ROOT).replace('-', '_');
        String property = "polyloom." + key;
        Setting found = setting(property, properties.apply(property));
        String variable = "POLYLOOM_" + upper.apply(key);
        return found != null ? found : setting(variable, environment.apply(variable));
    }

    private static @Nullable Setting setting(String variable, @Nullable String text) {
        return text == null || text.isBlank() ? null : new Setting(variable, text.strip());
    }
}
