package dev.polyloom.cli.timeline;

import dev.polyloom.ItemResult;
import dev.polyloom.Progress;
import dev.polyloom.ScopeEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a run with bounded memory, and writes it as one self-contained page. Safe for use by
 * several threads.
 */
public final class Timeline {
    private static final int MOST_BARS = 200_000;
    private static final int MOST_FAILED = 20_000;
    private static final int MOST_MARKS = 10_000;
    private static final int LONGEST_ITEM = 160;
    private static final int LONGEST_FAILURE = 400;

    private final String title;
    private final Instant started = Instant.now();
    private final Sampler bars;
    private final List<Mark> marks = new ArrayList<>();
    private long items;
    private long failed;
    private long retried;
    private long busyMicros;
    private boolean written;

    /**
     * Starts to record.
     *
     * @param title what is run
     */
    public Timeline(String title) {
        this(title, MOST_BARS, MOST_FAILED);
    }

    Timeline(String title, int mostBars, int mostFailed) {
        this.title = title;
        this.bars = new Sampler(mostBars, mostFailed);
    }

    /**
     * Records an item.
     *
     * @param result what became of it
     * @param progress how far the run is
     */
    public synchronized void item(ItemResult<?, ?> result, Progress progress) {
        items++;
        retried = progress.retried();
        if (result.failure() != null) {
            failed++;
        }
        if (result.worker().isEmpty()) {
            return;
        }
        Bar bar = bar(result);
        busyMicros += bar.duration();
        bars.add(bar);
    }

    private Bar bar(ItemResult<?, ?> result) {
        Throwable failure = result.failure();
        return new Bar(
                result.index(),
                cut(String.valueOf(result.item()), LONGEST_ITEM),
                result.worker(),
                sinceStart(result.started()),
                result.ran().dividedBy(ChronoUnit.MICROS.getDuration()),
                failure == null ? null : cut(failure.toString(), LONGEST_FAILURE));
    }

    /**
     * Records a worker that came or went; other events are passed over.
     *
     * @param event what happened
     */
    public synchronized void scopeEvent(ScopeEvent event) {
        if (marks.size() >= MOST_MARKS) {
            return;
        }
        switch (event) {
            case ScopeEvent.WorkerStarted up ->
                    mark(up.worker(), up.at(), Mark.Kind.STARTED, "started, pid " + up.pid());
            case ScopeEvent.WorkerEnded down -> {
                Mark.Kind kind = down.expected() ? Mark.Kind.ENDED : Mark.Kind.DIED;
                mark(down.worker(), down.at(), kind, down.reason());
            }
            case ScopeEvent.TaskEnded task -> {}
        }
    }

    private void mark(String worker, Instant at, Mark.Kind kind, String text) {
        marks.add(new Mark(worker, sinceStart(at), kind, cut(text, LONGEST_FAILURE)));
    }

    private long sinceStart(Instant at) {
        return Math.max(0, started.until(at, ChronoUnit.MICROS));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    /**
     * Writes the page, the first time this is called.
     *
     * @param page the file, which is replaced in one step
     * @param flavor the kind of worker
     * @param workers how many could run at once, {@link Integer#MAX_VALUE} for no bound
     * @throws IOException if it cannot be written
     */
    public synchronized void write(Path page, String flavor, int workers) throws IOException {
        if (written) {
            return;
        }
        written = true;
        Duration wall = Duration.between(started, Instant.now());
        Summary summary =
                new Summary(
                        title, flavor, workers, started, wall, items, failed, retried, busyMicros);
        new TimelinePage(summary, bars, marks).write(page);
    }
}
