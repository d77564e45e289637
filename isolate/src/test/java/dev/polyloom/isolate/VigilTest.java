package dev.polyloom.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VigilTest {
    /** Counts how often it is asked, and is done at the last of so many times. */
    private static final class Asked extends CompletableFuture<String> {
        private final int doneAt;
        private int times;

        Asked(int doneAt) {
            this.doneAt = doneAt;
        }

        @Override
        public boolean isDone() {
            return ++times >= doneAt;
        }
    }

    @Test
    void whoeverWaits_looksUntilTheFutureIsDone() {
        Asked soon = new Asked(3);
        new Vigil(new AtomicInteger(), 1).keep(soon);
        assertThat(soon.times).isEqualTo(3);
    }

    @Test
    void vigilThatWasInVain_isSkippedMoreAndMoreOften_untilOneIsWorthIt() {
        Vigil vigil = new Vigil(new AtomicInteger(), 1);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Asked never = new Asked(Integer.MAX_VALUE);
            vigil.keep(never);
            if (never.times > 0) {
                kept.add(i);
            }
        }
        assertThat(kept).containsExactly(0, 3, 8);
        for (int i = 0; i < 2; i++) {
            vigil.keep(new Asked(1));
        }
        Asked soon = new Asked(1);
        vigil.keep(soon);
        assertThat(soon.times).isEqualTo(1);
        Asked next = new Asked(1);
        vigil.keep(next);
        assertThat(next.times).isEqualTo(1);
    }

    @Test
    void noMoreStayAwakeThanThereIsRoomFor() {
        AtomicInteger awake = new AtomicInteger(1);
        Asked never = new Asked(Integer.MAX_VALUE);
        new Vigil(awake, 1).keep(never);
        assertThat(never.times).isZero();
        assertThat(awake).hasValue(1);
    }

    @Test
    void interruptedCaller_looksNoLonger_andStaysInterrupted() {
        Asked never = new Asked(Integer.MAX_VALUE);
        Thread.currentThread().interrupt();
        new Vigil(new AtomicInteger(), 1).keep(never);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(never.times).isEqualTo(1);
    }
}
