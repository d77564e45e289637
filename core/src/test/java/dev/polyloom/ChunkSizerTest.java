package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many items go to a worker at once, on times that the test makes up. */
@Timeout(20)
class ChunkSizerTest {
    private static final OptionalLong UNKNOWN = OptionalLong.empty();
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private static ChunkSizer automatic(boolean remote) {
        return new ChunkSizer(0, 0, 4, 4, remote);
    }

    /** Measures chunks of the size that is asked for until that changes no more. */
    private static void settle(ChunkSizer sizer, long itemNanos) {
        for (int i = 0; i < 100; i++) {
            int size = sizer.next(UNKNOWN);
            sizer.measured(size, size * itemNanos);
        }
    }

    @Test
    void next_beforeAnyMeasurement_isOne() {
        assertThat(automatic(false).next(UNKNOWN)).isEqualTo(1);
        assertThat(automatic(true).next(UNKNOWN)).isEqualTo(1);
    }

    @Test
    void next_shortItems_atMostDoublesAMeasurement() {
        ChunkSizer sizer = automatic(false);
        int last = sizer.next(UNKNOWN);
        for (int i = 0; i < 20; i++) {
            sizer.measured(last, last);
            int size = sizer.next(UNKNOWN);
            assertThat(size).isBetween(last, 2 * last);
            last = size;
        }
        assertThat(last).isGreaterThan(100);
    }

    @Test
    void next_shortItems_isBounded() {
        ChunkSizer sizer = automatic(false);
        settle(sizer, 1);
        assertThat(sizer.next(UNKNOWN)).isBetween(2, 1024);
    }

    @Test
    void next_longItems_goOneByOne() {
        ChunkSizer sizer = automatic(true);
        settle(sizer, MILLI);
        assertThat(sizer.next(UNKNOWN)).isEqualTo(1);
    }

    @Test
    void next_itemsOfMicroseconds_moreWhereTheHandOverCostsMore() {
        ChunkSizer local = automatic(false);
        ChunkSizer remote = automatic(true);
        settle(local, 5 * MICRO);
        settle(remote, 5 * MICRO);
        assertThat(local.next(UNKNOWN)).isGreaterThan(1);
        assertThat(remote.next(UNKNOWN)).isGreaterThan(local.next(UNKNOWN));
    }

    @Test
    void next_itemsTurnOutLong_fallsAtOnce() {
        ChunkSizer sizer = automatic(false);
        settle(sizer, 100);
        int before = sizer.next(UNKNOWN);
        sizer.measured(before, before * MILLI);
        assertThat(before).isGreaterThan(1);
        assertThat(sizer.next(UNKNOWN)).isEqualTo(1);
    }

    @Test
    void next_oneShortItemAmongLong_growsSlowly() {
        ChunkSizer sizer = automatic(false);
        settle(sizer, MILLI);
        sizer.measured(1, 10);
        assertThat(sizer.next(UNKNOWN)).isEqualTo(1);
    }

    @Test
    void next_fewItemsLeft_leavesSomeForEveryWorker() {
        ChunkSizer sizer = automatic(false);
        settle(sizer, 10);
        assertThat(sizer.next(OptionalLong.of(160))).isEqualTo(10);
        assertThat(sizer.next(OptionalLong.of(15))).isEqualTo(1);
        assertThat(sizer.next(OptionalLong.of(0))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 5000})
    void next_fixed_isKeptWhateverIsMeasured(int chunk) {
        ChunkSizer sizer = new ChunkSizer(chunk, 0, 4, 4, false);
        sizer.measured(chunk, MILLI);
        assertThat(sizer.next(OptionalLong.of(3))).isEqualTo(chunk);
        assertThat(sizer.budgetNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(sizer.lookAhead()).isGreaterThanOrEqualTo(chunk);
    }

    @Test
    void lookAhead_shortChunks_growsWithinBounds() {
        ChunkSizer sizer = new ChunkSizer(1, 0, 4, 4, false);
        int before = sizer.lookAhead();
        settle(sizer, 100);
        assertThat(sizer.lookAhead()).isEqualTo(16 * before);
        sizer.measured(1, MILLI);
        assertThat(sizer.lookAhead()).isEqualTo(before);
    }

    @Test
    void next_fixedAboveLookAhead_isTheLookAhead() {
        assertThat(new ChunkSizer(100, 7, 4, 4, false).next(UNKNOWN)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void next_automaticUnderLookAhead_fitsIntoIt(int lookAhead) {
        ChunkSizer sizer = new ChunkSizer(0, lookAhead, 4, 4, false);
        settle(sizer, 1);
        assertThat(sizer.lookAhead()).isEqualTo(lookAhead);
        assertThat(sizer.next(UNKNOWN)).isBetween(1, lookAhead);
    }

    @Test
    void lookAhead_automatic_givesEveryWorkerSomethingToDo() {
        assertThat(automatic(false).lookAhead()).isGreaterThanOrEqualTo(2 * 4);
        ChunkSizer unbounded = new ChunkSizer(0, 0, Integer.MAX_VALUE, 4, false);
        assertThat(unbounded.lookAhead()).isGreaterThanOrEqualTo(1000);
        settle(unbounded, 1);
        assertThat(unbounded.lookAhead()).isLessThanOrEqualTo(1 << 16);
    }

    @Test
    void budget_automatic_isAFewTimesTheTargetAndLongerForRemoteWorkers() {
        assertThat(automatic(false).budgetNanos()).isBetween(100 * MICRO, MILLI);
        assertThat(automatic(true).budgetNanos())
                .isBetween(automatic(false).budgetNanos(), 2 * MILLI);
    }
}
