package dev.polyloom.cli;

import dev.polyloom.Flavor;
import dev.polyloom.ProcessScopeBuilder;
import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.ScopeBuilder;
import dev.polyloom.cli.function.MethodCall;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that say on what kind of worker, and on how many, work is to run. */
@Command
final class ScopeOptions {
    /** The names of the flavors, for completion. */
    static final class FlavorNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Flavor.values()).map(Flavor::id).iterator();
        }
    }

    @Option(
            names = {"-f", "--flavor"},
            paramLabel = "FLAVOR",
            converter = Converters.OfFlavor.class,
            completionCandidates = FlavorNames.class,
            order = 1,
            description = "The kind of worker: ${COMPLETION-CANDIDATES}. Default: auto.")
    private Flavor flavor = Flavor.AUTO;

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            converter = Converters.AtLeastOne.class,
            order = 2,
            description = "How many items run at once. Default: what suits this machine.")
    private @Nullable Integer workers;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Converters.OfMemory.class,
            order = 9,
            description = "The largest heap of each worker process, such as 256m or 1g.")
    private @Nullable Long memory;

    Flavor flavor() {
        return flavor;
    }

    /** Returns a builder for a scope as the options say. */
    ScopeBuilder builder() {
        return builder(flavor);
    }

    /** Returns a builder for a scope of a flavor, with the other options as they are. */
    ScopeBuilder builder(Flavor chosen) {
        ScopeBuilder builder = Run.of(chosen);
        if (workers != null) {
            builder.workers(workers);
        }
        if (memory != null && builder instanceof ProcessScopeBuilder processes) {
            processes.maxHeap(memory);
        }
        return builder;
    }

    /** Opens a scope in whose isolates the classes of a function are found. */
    static Scope open(ScopeBuilder builder, MethodCall call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = call.owner().getClassLoader();
        thread.setContextClassLoader(own == null ? before : own);
        try {
            return builder.open();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Refuses options that do not go together. */
    void check() {
        if (memory != null && flavor != Flavor.PROCESSES) {
            throw new Misuse("--memory bounds worker processes; add --flavor processes");
        }
    }
}
