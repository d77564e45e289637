package dev.polyloom.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Flavor;
import dev.polyloom.ReasonCode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Placement as a table: what was seen, what comes of it. */
class PlacementTest {
    private static final Flavor VIRTUAL = Flavor.VIRTUAL;
    private static final Flavor THREADS = Flavor.THREADS;

    /** A row of the table; {@code to} is null where the tasks stay. */
    record Row(String name, Placement.Sample seen, @Nullable Flavor to) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Placement.Sample seen(
            Flavor at, int computing, int waiting, int looks, int moves, int held) {
        return new Placement.Sample(at, computing, waiting, looks, moves, held, 2, 30);
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("computes, carriers held", seen(VIRTUAL, 4, 0, 2, 0, 2), THREADS),
                new Row("computes, more held", seen(VIRTUAL, 9, 0, 3, 0, 3), THREADS),
                new Row("computes in three of four", seen(VIRTUAL, 3, 1, 2, 0, 2), THREADS),
                new Row("computes in less", seen(VIRTUAL, 5, 2, 4, 0, 2), null),
                new Row("computes, a carrier free", seen(VIRTUAL, 40, 0, 40, 0, 1), null),
                new Row("computes, one look", seen(VIRTUAL, 16, 0, 1, 0, 2), null),
                new Row("computes, three samples", seen(VIRTUAL, 3, 0, 2, 0, 2), null),
                new Row("nothing seen", seen(VIRTUAL, 0, 0, 2, 0, 2), null),
                new Row("waits on virtual threads", seen(VIRTUAL, 0, 60, 9, 0, 2), null),
                new Row("waits on threads", seen(THREADS, 0, 4, 2, 0, 2), VIRTUAL),
                new Row("waits in more than half", seen(THREADS, 4, 5, 3, 0, 2), VIRTUAL),
                new Row("waits in half", seen(THREADS, 5, 5, 3, 0, 2), null),
                new Row("waits, one thread held", seen(THREADS, 0, 4, 4, 0, 1), VIRTUAL),
                new Row("waits, one look", seen(THREADS, 0, 9, 1, 0, 2), null),
                new Row("computes on threads", seen(THREADS, 60, 0, 30, 0, 2), null),
                new Row("moved once, too little", seen(VIRTUAL, 7, 0, 4, 1, 2), null),
                new Row("moved once, enough", seen(VIRTUAL, 8, 0, 4, 1, 2), THREADS),
                new Row("moved thrice, too little", seen(THREADS, 0, 31, 9, 3, 2), null),
                new Row("moved thrice, enough", seen(THREADS, 0, 32, 9, 3, 2), VIRTUAL),
                new Row("moved often, too little", seen(THREADS, 0, 255, 99, 50, 2), null),
                new Row("moved often, enough", seen(THREADS, 0, 256, 99, 50, 2), VIRTUAL));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void judge_followsTheTable(Row row) {
        Placement.Verdict verdict = Placement.judge(row.seen);
        assertThat(verdict == null ? null : verdict.to()).isEqualTo(row.to);
    }

    @Test
    void verdicts_haveAReasonAndTheNumbersBehindIt() {
        assertThat(Placement.judge(seen(VIRTUAL, 5, 1, 3, 0, 2)))
                .isEqualTo(
                        new Placement.Verdict(
                                THREADS,
                                ReasonCode.HOLDS_CARRIERS,
                                "5 of 6 samples found it computing, and 2 of 2 carriers were held"
                                        + " while 30 tasks were open"));
        assertThat(Placement.judge(seen(THREADS, 1, 5, 3, 0, 1)))
                .isEqualTo(
                        new Placement.Verdict(
                                VIRTUAL,
                                ReasonCode.HOLDS_THREADS,
                                "5 of 6 samples found it waiting, and 1 of 2 platform threads were"
                                        + " held while 30 tasks were open"));
    }

    @ParameterizedTest(name = "size {0}, waiting {1}, queued {2}, stuck {3}: {4}")
    @CsvSource({
        "2, 0, true, 0, 2",
        "2, 0, false, 0, 2",
        "2, 2, true, 0, 4",
        "2, 2, false, 0, 2",
        "4, 3, true, 0, 5",
        "9, 3, true, 0, 8",
        "9, 0, false, 0, 8",
        "3, 0, false, 0, 2",
        "2, 0, true, 49, 2",
        "2, 0, true, 50, 3",
        "3, 0, true, 100, 4",
        "60, 90, true, 0, 64",
        "64, 90, true, 500, 64",
    })
    void threads_growAtOnceAndShrinkByOne(
            int size, int waiting, boolean queued, int stuck, int expected) {
        assertThat(Placement.threads(new Placement.Crew(2, size, waiting, queued, stuck)))
                .isEqualTo(expected);
    }
}
