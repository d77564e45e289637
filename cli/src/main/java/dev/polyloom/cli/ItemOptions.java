package dev.polyloom.cli;

import dev.polyloom.ParallelOptions;
import dev.polyloom.Scope;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that say how items are gone through. */
@Command
final class ItemOptions {
    /** What happens when an item has failed. */
    enum OnError {
        /** No further item is started. */
        FAIL,
        /** The others go on. */
        SKIP
    }

    /** When progress is shown. */
    enum ProgressMode {
        /** On a terminal. */
        AUTO,
        /** Always: a bar on a terminal, lines elsewhere. */
        ALWAYS,
        /** Never. */
        NEVER
    }

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Converters.OfDuration.class,
            order = 3,
            description = "How long an item may take, such as 500ms, 5s or 2m. Default: no limit.")
    @Nullable Duration timeout;

    @Option(
            names = "--retries",
            paramLabel = "N",
            converter = Converters.NotNegative.class,
            order = 4,
            description =
                    "How often an item is tried again after its worker process died."
                            + " Default: ${DEFAULT-VALUE}.")
    int retries;

    @Option(
            names = "--on-error",
            paramLabel = "fail|skip",
            converter = OfOnError.class,
            completionCandidates = OnErrorNames.class,
            order = 5,
            description =
                    "Whether the first failed item ends the run, or is named and passed over."
                            + " Default: skip.")
    OnError onError = OnError.SKIP;

    @Option(
            names = "--unordered",
            order = 6,
            description = "Prints results as they come, not in the order of the items.")
    boolean unordered;

    @Option(
            names = "--chunk",
            paramLabel = "N",
            converter = Converters.AtLeastOne.class,
            order = 7,
            description = "How many items a worker gets at once. Default: adapts to their times.")
    @Nullable Integer chunk;

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            order = 8,
            description = "Where classes are found: jars and folders, separated as Java does.")
    String classPath = "";

    @Option(
            names = "--progress",
            paramLabel = "auto|always|never",
            converter = OfProgress.class,
            completionCandidates = ProgressNames.class,
            order = 10,
            description = "Shows progress on standard error. Default: auto, if it is a terminal.")
    ProgressMode progress = ProgressMode.AUTO;

    @Option(
            names = "--timeline",
            paramLabel = "OUT.html",
            order = 11,
            description = "Writes a page that shows what ran when on which worker.")
    @Nullable Path timeline;

    @Option(
            names = "--explain",
            order = 12,
            description = "Says on standard error why this kind of worker was chosen.")
    boolean explain;

    static final class OfOnError extends NamedChoice<OnError> {
        OfOnError() {
            super(OnError.class);
        }
    }

    static final class OfProgress extends NamedChoice<ProgressMode> {
        OfProgress() {
            super(ProgressMode.class);
        }
    }

    static final class OnErrorNames extends NamedChoice.Names<OnError> {
        OnErrorNames() {
            super(OnError.class);
        }
    }

    static final class ProgressNames extends NamedChoice.Names<ProgressMode> {
        ProgressNames() {
            super(ProgressMode.class);
        }
    }

    /** Returns options for a map over a scope. */
    ParallelOptions over(Scope scope) {
        ParallelOptions options = ParallelOptions.over(scope).retries(retries).unordered(unordered);
        if (chunk != null) {
            options = options.chunk(chunk);
        }
        return timeout == null ? options : options.timeout(timeout);
    }
}
