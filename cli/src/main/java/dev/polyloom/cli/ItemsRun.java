package dev.polyloom.cli;

import dev.polyloom.Flavor;
import dev.polyloom.ItemResult;
import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
import dev.polyloom.Progress;
import dev.polyloom.Scope;
import dev.polyloom.ScopeBuilder;
import dev.polyloom.cli.function.MethodCall;
import dev.polyloom.cli.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through items once: opens the scope, prints what comes, names what failed. */
final class ItemsRun {
    private static final long END_SECONDS = 5;

    private final Terminal terminal;
    private final StatusLine status;
    private final ScopeOptions scopeOptions;
    private final ItemOptions options;
    private final MethodCall call;
    private final boolean filter;
    private final @Nullable Timeline timeline;
    private long seen;
    private long failed;

    ItemsRun(
            Terminal terminal,
            StatusLine status,
            ScopeOptions scopeOptions,
            ItemOptions options,
            MethodCall call,
            boolean filter) {
        this.terminal = terminal;
        this.status = status;
        this.scopeOptions = scopeOptions;
        this.options = options;
        this.call = call;
        this.filter = filter;
        this.timeline = options.timeline == null ? null : new Timeline(call.toString());
    }

    static void checkTimeline(@Nullable Path page) {
        if (page == null) {
            return;
        }
        Path folder = page.toAbsolutePath().getParent();
        if (Files.isDirectory(page) || folder == null || !Files.isWritable(folder)) {
            throw new Misuse(
                    "--timeline: cannot write '%s'; name a file in a folder that exists and can be"
                                    .formatted(page)
                            + " written");
        }
    }

    int run(@Nullable List<String> given) throws IOException {
        return given == null ? lines() : goThrough(given.iterator(), OptionalLong.of(given.size()));
    }

    private int lines() throws IOException {
        LineItems lines = new LineItems(terminal.in());
        boolean none = !lines.hasNext();
        if (lines.problem() != null) {
            throw new Misuse(lines.problem() + "; give items as arguments or lines");
        }
        if (none) {
            return ExitCode.OK;
        }
        int code = goThrough(lines, OptionalLong.empty());
        String problem = lines.problem();
        if (problem != null) {
            status.note(problem);
            return ExitCode.FAILED;
        }
        return code;
    }

    private int goThrough(Iterator<String> items, OptionalLong total) throws IOException {
        Scope scope = open();
        ProgressPrinter progress = ProgressPrinter.of(options.progress, terminal, status, total);
        try (var _ = Interruption.onStop(() -> interrupted(scope))) {
            if (options.explain) {
                scope.decision().explain().lines().forEach(status::message);
            }
            apply(scope, items, progress);
        } finally {
            save(scope);
        }
        return verdict();
    }

    private int verdict() {
        if (failed == 0) {
            return ExitCode.OK;
        }
        status.note("%s of %d failed".formatted(Texts.count(failed, "item"), seen));
        return ExitCode.FAILED;
    }

    private Scope open() {
        ScopeBuilder builder = scopeOptions.builder().name("polyloom");
        if (timeline != null) {
            builder.listener(timeline::scopeEvent);
        }
        return ScopeOptions.open(builder, call);
    }

    private void apply(Scope scope, Iterator<String> items, ProgressPrinter progress)
            throws IOException {
        ParallelOptions map =
                options.over(scope).listener((result, now) -> observe(result, now, progress));
        try (Stream<ItemResult<String, @Nullable String>> results =
                Parallel.<String, @Nullable String>results(call, map).apply(items)) {
            print(results.iterator());
        } finally {
            end(scope);
            progress.end();
        }
    }

    private void observe(ItemResult<?, ?> result, Progress now, ProgressPrinter progress) {
        progress.onItem(now);
        if (timeline != null) {
            timeline.item(result, now);
        }
    }

    private void print(Iterator<ItemResult<String, @Nullable String>> results) throws IOException {
        try (ResultWriter out = new ResultWriter(terminal, status)) {
            boolean goOn = true;
            while (goOn && results.hasNext()) {
                ItemResult<String, @Nullable String> result = results.next();
                seen++;
                goOn = print(out, result) || options.onError == ItemOptions.OnError.SKIP;
            }
        }
    }

    /** Prints a result or why there is none, and tells whether there is one. */
    private boolean print(ResultWriter out, ItemResult<String, @Nullable String> result)
            throws IOException {
        Throwable failure = result.failure();
        if (failure != null) {
            failed++;
            report(result.index(), result.item(), failure);
        } else {
            printValue(out, result);
        }
        return failure == null;
    }

    private void report(long index, String item, Throwable failure) {
        status.note(
                "item %d %s failed: %s"
                        .formatted(index + 1, Texts.item(item), Texts.cause(failure)));
    }

    private void printValue(ResultWriter out, ItemResult<String, @Nullable String> result)
            throws IOException {
        String value = result.value();
        if (filter) {
            if ("true".equals(value)) {
                out.line(result.item());
            }
        } else if (value != null) {
            out.line(value);
        }
    }

    private static void end(Scope scope) {
        scope.shutdown();
        try {
            if (!scope.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                scope.shutdownNow();
            }
        } catch (InterruptedException e) {
            scope.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the run, and tells whether no worker process is left that its pool must end. */
    private boolean interrupted(Scope scope) {
        status.mute();
        scope.shutdownNow();
        try {
            save(scope);
        } catch (IOException e) {
            // nobody is left to be told
        }
        return scope.flavor() != Flavor.PROCESSES;
    }

    private void save(Scope scope) throws IOException {
        if (timeline != null && options.timeline != null) {
            timeline.write(options.timeline, scope.flavor().id(), scope.workers());
        }
    }
}
