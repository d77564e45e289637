package dev.polyloom.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/**
 * What a gate does with tasks for which no thread can be had; who has it tells the begin and end.
 */
class AdmissionGateTest {
    private static final String NO_THREAD = "unable to create native thread";

    /** Notes what it is asked for. */
    private static final class Notes implements AdmissionGate.Owner<String> {
        final List<String> launched = new ArrayList<>();
        final List<String> failed = new ArrayList<>();
        boolean threads = true;
        int emptied;

        @Override
        public void launch(String task) {
            if (!threads) {
                throw new OutOfMemoryError(NO_THREAD);
            }
            launched.add(task);
        }

        @Override
        public void failed(String task, Throwable cause) {
            assertThat(cause).isInstanceOf(OutOfMemoryError.class).hasMessage(NO_THREAD);
            failed.add(task);
        }

        @Override
        public void emptied() {
            emptied++;
        }
    }

    private final Notes notes = new Notes();
    private final AdmissionGate<String> gate = new AdmissionGate<>(2, notes);

    @Test
    void taskWithoutAThread_waitsForTheEndOfAnother() {
        gate.submit("first");
        notes.threads = false;
        gate.submit("second");
        gate.submit("third");
        assertThat(notes.launched).containsExactly("first");
        assertThat(gate.queued()).isEqualTo(2);
        notes.threads = true;
        gate.ends();
        assertThat(notes.launched).containsExactly("first", "second", "third");
        assertThat(notes.failed).isEmpty();
    }

    @Test
    void taskWithoutAThread_isTriedAgainWhenMoreMayRun() {
        gate.submit("first");
        notes.threads = false;
        gate.submit("second");
        notes.threads = true;
        gate.addForStall(1);
        assertThat(notes.launched).containsExactly("first", "second");
    }

    @Test
    void taskWithoutAThread_failsIfNoOtherRuns() {
        notes.threads = false;
        gate.submit("alone");
        assertThat(notes.failed).containsExactly("alone");
        notes.threads = true;
        gate.submit("next");
        assertThat(notes.launched).containsExactly("next");
    }

    @Test
    void tasksWithoutThreads_failOneAfterTheOther_andTheGateEmpties() {
        gate.submit("first");
        gate.submit("second");
        notes.threads = false;
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            waiting.add("task " + i);
            gate.submit(waiting.getLast());
        }
        gate.shutdown();
        gate.ends();
        assertThat(notes.failed).isEmpty();
        assertThat(notes.emptied).isZero();
        gate.ends();
        assertThat(notes.failed).isEqualTo(waiting);
        assertThat(notes.emptied).isEqualTo(1);
        assertThat(gate.progress()).isEqualTo(10_002);
    }

    @Test
    void shutGate_takesNothing_andGivesBackWhatWaits() {
        gate.submit("first");
        gate.submit("second");
        gate.submit("third");
        assertThat(gate.shutdownNow()).containsExactly("third");
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> gate.submit("fourth"));
        gate.ends();
        assertThat(notes.emptied).isZero();
        gate.ends();
        assertThat(notes.emptied).isEqualTo(1);
        assertThat(notes.launched).containsExactly("first", "second");
    }
}
