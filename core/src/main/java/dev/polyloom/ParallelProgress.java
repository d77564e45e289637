package dev.polyloom;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Counts the items of a parallel map that are through and tells its listener. */
final class ParallelProgress {
    private final @Nullable ProgressListener listener;
    private final OptionalLong total;
    private long began;
    private long done;
    private long failed;
    private long retried;
    private boolean warned;

    ParallelProgress(@Nullable ProgressListener listener, OptionalLong total) {
        this.listener = listener;
        this.total = total;
    }

    void begin() {
        began = System.nanoTime();
    }

    void retried(int items) {
        retried += items;
    }

    void ended(ParallelResults<?, ?> results) {
        if (listener == null && !results.anyFailed()) {
            done += results.size();
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            ended(results.get(i));
        }
    }

    private void ended(ParallelItem<?, ?> item) {
        done++;
        if (item.failed()) {
            failed++;
        }
        if (listener != null) {
            tell(listener, item.result());
        }
    }

    private void tell(ProgressListener to, ItemResult<?, ?> result) {
        try {
            to.onItem(result, new Progress(done, failed, retried, total, elapsed()));
        } catch (RuntimeException | Error e) {
            if (!warned) {
                warned = true;
                Log.warn("a progress listener failed and goes on being called: " + to, e);
            }
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Returns how many items are to come after so many were taken, if that is known. */
    OptionalLong left(long taken) {
        return total.isPresent() ? OptionalLong.of(total.getAsLong() - taken) : total;
    }

    @Override
    public String toString() {
        return "%d items were through, %d of them failed%s"
                .formatted(
                        done,
                        failed,
                        total.isPresent() ? ", of %d in all".formatted(total.getAsLong()) : "");
    }
}
