package dev.polyloom.cli;

import dev.polyloom.Progress;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Shows how far a run has come: a bar on a terminal, else a line now and then. */
final class ProgressPrinter {
    private static final long BAR_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int BAR_WIDTH = 24;

    private final boolean shown;
    private final boolean bar;
    private final StatusLine status;
    private final OptionalLong total;
    private final long started = System.nanoTime();
    private long next;
    private @Nullable Progress last;

    ProgressPrinter(boolean shown, boolean bar, StatusLine status, OptionalLong total) {
        this.shown = shown;
        this.bar = bar;
        this.status = status;
        this.total = total;
        this.next = started + (bar ? BAR_NANOS : LINE_NANOS);
    }

    static ProgressPrinter of(
            ItemOptions.ProgressMode mode,
            Terminal terminal,
            StatusLine status,
            OptionalLong total) {
        boolean shown =
                switch (mode) {
                    case AUTO -> terminal.errIsScreen();
                    case ALWAYS -> true;
                    case NEVER -> false;
                };
        return new ProgressPrinter(shown, terminal.errIsScreen(), status, total);
    }

    /** Takes how far it is; called for every item. */
    synchronized void onItem(Progress progress) {
        if (!shown) {
            return;
        }
        last = progress;
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + (bar ? BAR_NANOS : LINE_NANOS);
        if (bar) {
            status.show(text(progress));
        } else {
            status.note(text(progress));
        }
    }

    /** Takes the bar away, or says how far it came. */
    synchronized void end() {
        status.hide();
        if (shown && !bar && last != null) {
            status.note(text(last));
        }
    }

    private String text(Progress progress) {
        StringBuilder text = new StringBuilder();
        text.append(share(progress.done()))
                .append(", ")
                .append(rate(progress.rate()))
                .append("/s, ")
                .append(clock(progress));
        if (progress.failed() > 0) {
            text.append(", ").append(progress.failed()).append(" failed");
        }
        if (progress.retried() > 0) {
            text.append(", ").append(progress.retried()).append(" retried");
        }
        return text.toString();
    }

    private String share(long done) {
        if (total.isEmpty()) {
            return done + " done";
        }
        long all = total.getAsLong();
        long parts = Math.max(1, all);
        String figures = "%d/%d (%d %%)".formatted(done, all, done * 100 / parts);
        int full = (int) (done * BAR_WIDTH / parts);
        return bar
                ? "[" + "█".repeat(full) + "·".repeat(BAR_WIDTH - full) + "] " + figures
                : figures;
    }

    /** Returns how long it will still take if that can be told, else how long it has taken. */
    private String clock(Progress progress) {
        long left = total.orElse(0) - progress.done();
        return left > 0 && progress.done() > 0
                ? "ETA " + Texts.clock(Duration.ofMillis((long) (left / progress.rate() * 1000)))
                : Texts.clock(progress.elapsed());
    }

    private static String rate(double perSecond) {
        return perSecond >= 100 ? "%.0f".formatted(perSecond) : "%.1f".formatted(perSecond);
    }
}
