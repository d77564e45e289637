package dev.polyloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import java.io.Closeable;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H12: what is longer than a frame may be fails alone. A worker is the primary here. */
@Timeout(120)
class LongFramesTest {
    private static final String LIMIT = Integer.toString(LongFrames.LIMIT);

    private static Scope lab() {
        return Run.processes()
                .name("lab")
                .workers(1)
                .systemProperty("polyloom.process.maxFrame", LIMIT)
                .open();
    }

    private static void assertTooLong(String what, String told) {
        assertThat(told)
                .as(what)
                .containsPattern(
                        "SerializationException: %s: it takes \\d+ bytes, more than the \\d+ that can travel at once"
                                .formatted(what));
    }

    private static void assertTooLongException(String told) {
        assertTooLong("exception", told);
        assertThat(told).contains("LongException", "much to say");
    }

    private static void assertAlone(LongFrames.Along along) {
        assertTooLong("message", along.sent());
        assertTooLong("message", along.tried());
        assertTooLong("message", along.requested());
        assertTooLong("result", along.answered());
        assertTooLongException(along.failed());
        assertThat(along.rejected()).hasSize(6).containsOnly("sent");
        assertThat(along.after()).isEqualTo("short");
        assertTooLong("task", along.called());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "socket"})
    void messagesAndAnswers_amongPrimaryWorkersAndPeers_failAlone(String transport)
            throws Exception {
        try (Scope lab = lab();
                Closeable _ = lab::shutdownNow) {
            List<LongFrames.Along> all = lab.submit(() -> LongFrames.pipes(transport)).get();
            assertThat(all).hasSize(3);
            for (LongFrames.Along each : all) {
                assertAlone(each);
                assertTooLong("result", each.returned());
            }
            LongFrames.Along toPrimary = lab.submit(() -> LongFrames.toPrimary(transport)).get();
            assertAlone(toPrimary);
            assertThat(toPrimary.returned()).contains("tasksInPrimary");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "socket"})
    void tasksResultsAndExceptions_failAlone(String transport) throws Exception {
        try (Scope lab = lab();
                Closeable _ = lab::shutdownNow) {
            List<String> all = lab.submit(() -> LongFrames.tasks(transport)).get();
            for (int way = 0; way < 9; way += 3) {
                assertTooLong("task", all.get(way));
                assertTooLong("result", all.get(way + 1));
                assertTooLongException(all.get(way + 2));
            }
            assertThat(all).hasSize(10).last().isEqualTo("short");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring", "socket"})
    void scopeThatNeedsTooMuchToStart_saysSo(String transport) throws Exception {
        try (Scope lab = lab();
                Closeable _ = lab::shutdownNow) {
            List<String> all = lab.submit(() -> LongFrames.starts(transport)).get();
            assertTooLong("initializer", all.get(0));
            assertTooLongException(all.get(1));
            assertTooLong("heads", all.get(2));
        }
    }
}
