package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lazy maps over very many items. */
@Timeout(120)
class ParallelVolumeTest {
    private static final int ITEMS = 10_000_000;
    private static final int EVERY = 250_000;

    /** Makes items one by one and watches some of them, to see whether they are let go. */
    private static final class Watched implements Iterator<int[]> {
        private final List<WeakReference<int[]>> watched = new ArrayList<>();
        private int made;

        @Override
        public boolean hasNext() {
            return made < ITEMS;
        }

        @Override
        public int[] next() {
            int[] item = {made};
            if (made++ % EVERY == 0) {
                watched.add(new WeakReference<>(item));
            }
            return item;
        }

        long alive() {
            return watched.stream().filter(item -> item.get() != null).count();
        }
    }

    @Test
    void imap_tenMillionItems_eachOnceInOrderAndNoneIsKept() {
        Watched items = new Watched();
        int expected = 0;
        try (Scope scope = Run.threads().workers(2).open();
                Stream<Integer> stream =
                        Parallel.imap((int[] item) -> item[0], ParallelOptions.over(scope))
                                .apply(items)) {
            Iterator<Integer> results = stream.iterator();
            while (expected < ITEMS) {
                if (results.next() != expected) {
                    break;
                }
                expected++;
            }
            assertThat(expected).isEqualTo(ITEMS);
            assertThat(items.watched).hasSize(ITEMS / EVERY);
            Awaitility.await("items that are through are let go")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        System.gc();
                        return items.alive() <= 1;
                    });
            assertThat(results.hasNext()).isFalse();
        }
    }
}
