package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScopeBuilderTest {
    @Test
    void name_blank_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.threads().name("  "))
                .withMessageContaining("blank");
    }

    @Test
    void workers_lessThanOne_isRefusedWhenSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.threads().workers(0))
                .withMessage("workers must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.virtual().workers(-1))
                .withMessage("workers must be at least 1, not -1");
    }

    @Test
    void taskTimeout_notPositive_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.auto().taskTimeout(Duration.ZERO))
                .withMessageContaining("taskTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.auto().taskTimeout(Duration.ofSeconds(-1)));
    }

    @Test
    void open_ofAFlavorThatCannotBeHad_saysHowItCould() {
        assertThatExceptionOfType(FlavorUnavailableException.class)
                .isThrownBy(() -> Run.open(Flavor.PROCESSES))
                .withMessageContaining("polyloom-process")
                .satisfies(e -> assertThat(e.flavor()).isEqualTo(Flavor.PROCESSES));
        assertThatExceptionOfType(FlavorUnavailableException.class)
                .isThrownBy(() -> Run.open(Flavor.CLUSTER));
    }

    @Test
    void open_byFlavor_opensThatFlavor() {
        for (Flavor flavor : new Flavor[] {Flavor.THREADS, Flavor.VIRTUAL, Flavor.NONE}) {
            try (Scope scope = Run.open(flavor)) {
                assertThat(scope.flavor()).isEqualTo(flavor);
                assertThat(scope.decision().reason()).isEqualTo(ReasonCode.REQUESTED);
            }
        }
        try (Scope scope = Run.open(Flavor.AUTO)) {
            assertThat(scope.flavor()).isEqualTo(Flavor.VIRTUAL);
        }
    }

    @Test
    void open_withoutWorkers_takesTheProcessors() {
        try (Scope scope = Run.threads().open()) {
            assertThat(scope.workers()).isEqualTo(Run.capabilities().cpuWorkers());
        }
    }

    @Test
    void open_withoutName_givesEachScopeItsOwn() {
        try (Scope one = Run.threads().workers(1).open();
                Scope two = Run.threads().workers(1).open()) {
            assertThat(one.name()).startsWith("threads-").isNotEqualTo(two.name());
        }
    }
}
