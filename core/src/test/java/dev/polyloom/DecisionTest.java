package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static Decision decision(int workers) {
        return new Decision(
                new ScopeRequest(Flavor.AUTO, 0, null, true),
                Flavor.THREADS,
                ReasonCode.CPU_BOUND,
                "cpu-bound work",
                workers,
                4,
                List.of(
                        new Decision.Candidate(
                                Flavor.VIRTUAL, ReasonCode.LESS_SUITABLE, "computes"),
                        new Decision.Candidate(
                                Flavor.PROCESSES, ReasonCode.UNAVAILABLE, "no module")));
    }

    @Test
    void explain_isATableWithTheChosenFlavorFirst() {
        assertThat(decision(4).explain())
                .isEqualTo(
                        """
                        flavor     chosen  reason         detail
                        threads    yes     CPU_BOUND      cpu-bound work
                        virtual    no      LESS_SUITABLE  computes
                        processes  no      UNAVAILABLE    no module
                        workers: 4, cores: 4
                        """);
    }

    @Test
    void explain_withoutBound_saysSo() {
        assertThat(decision(Integer.MAX_VALUE).explain()).endsWith("workers: no bound, cores: 4\n");
        assertThat(decision(Integer.MAX_VALUE)).asString().contains("workers no bound");
    }

    @Test
    void toString_isOneLineWithFlavorAndReason() {
        assertThat(decision(4))
                .asString()
                .isEqualTo("threads (CPU_BOUND: cpu-bound work), workers 4, cores 4");
    }

    @Test
    void passedOver_cannotBeChanged() {
        List<Decision.Candidate> given = new ArrayList<>(decision(4).passedOver());
        Decision decision =
                new Decision(
                        decision(4).request(), Flavor.NONE, ReasonCode.REQUESTED, "x", 1, 1, given);
        given.clear();
        assertThat(decision.passedOver()).hasSize(2);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> decision.passedOver().clear());
    }
}
