package dev.polyloom.cli;

import dev.polyloom.Flavor;
import dev.polyloom.ItemResult;
import dev.polyloom.Parallel;
import dev.polyloom.ParallelOptions;
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
    private final boolean filter;
    private long seen;
    private long failed;

    ItemsRun(
            Terminal terminal,
            StatusLine status,
            ScopeOptions scopeOptions,
            ItemOptions options,
            boolean filter) {
        this.terminal = terminal;
        this.status = status;
        this.scopeOptions = scopeOptions;
        this.options = options;
        this.filter = filter;
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

    int run(MethodCall call, @Nullable List<String> given) throws Exception {
        if (given != null) {
            return open(call, given.iterator(), OptionalLong.of(given.size()));
        }
        LineItems lines = new LineItems(terminal.in());
        boolean none = !lines.hasNext();
        if (lines.problem() != null) {
            throw new Misuse(lines.problem() + "; give items as arguments or lines");
        }
        if (none) {
            return ExitCode.OK;
        }
        int code = open(call, lines, OptionalLong.empty());
        String problem = lines.problem();
        if (problem != null) {
            status.note(problem);
            return ExitCode.FAILED;
        }
        return code;
    }

    private int open(MethodCall call, Iterator<String> items, OptionalLong total)
            throws IOException {
        Timeline timeline = options.timeline == null ? null : new Timeline(call.toString());
        ScopeBuilder builder = scopeOptions.builder().name("polyloom");
        if (timeline != null) {
            builder.listener(timeline::scopeEvent);
        }
        Scope scope = builder.open();
        ProgressPrinter progress = ProgressPrinter.of(options.progress, terminal, status, total);
        try (var _ = Interruption.onStop(() -> interrupted(scope, timeline))) {
            if (options.explain) {
                scope.decision().explain().lines().forEach(status::message);
            }
            ParallelOptions map =
                    options.over(scope)
                            .listener((result, now) -> {
                                progress.onItem(now);
                                if (timeline != null) {
                                    timeline.item(result, now);
                                }
                            });
            try (Stream<ItemResult<String, @Nullable String>> results =
                    Parallel.<String, @Nullable String>results(call, map).apply(items)) {
                print(results.iterator());
            } finally {
                end(scope);
                progress.end();
            }
        } finally {
            save(scope, timeline);
        }
        if (failed > 0) {
            status.note("%s of %d failed".formatted(Texts.count(failed, "item"), seen));
        }
        return failed > 0 ? ExitCode.FAILED : ExitCode.OK;
    }

    private void print(Iterator<ItemResult<String, @Nullable String>> results) throws IOException {
        try (ResultWriter out = new ResultWriter(terminal, status)) {
            while (results.hasNext()) {
                ItemResult<String, @Nullable String> result = results.next();
                seen++;
                Throwable failure = result.failure();
                if (failure != null) {
                    failed++;
                    status.note(
                            "item %d %s failed: %s"
                                    .formatted(
                                            result.index() + 1,
                                            Texts.item(result.item()),
                                            Texts.cause(failure)));
                    if (options.onError == ItemOptions.OnError.FAIL) {
                        return;
                    }
                } else {
                    print(out, result);
                }
            }
        }
    }

    private void print(ResultWriter out, ItemResult<String, @Nullable String> result)
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

    private boolean interrupted(Scope scope, @Nullable Timeline timeline) {
        status.mute();
        scope.shutdownNow();
        try {
            save(scope, timeline);
        } catch (IOException e) {
            return scope.flavor() != Flavor.PROCESSES;
        }
        return scope.flavor() != Flavor.PROCESSES;
    }

    private void save(Scope scope, @Nullable Timeline timeline) throws IOException {
        if (timeline != null && options.timeline != null) {
            timeline.write(options.timeline, scope.flavor().id(), scope.workers());
        }
    }
}
