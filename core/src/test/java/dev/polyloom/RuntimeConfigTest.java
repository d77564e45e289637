package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RuntimeConfigTest {
    private final List<String> warnings = new ArrayList<>();

    private RuntimeConfig read(Map<String, String> properties, Map<String, String> environment) {
        return new AmbientConfig(properties::get, environment::get, warnings::add).read();
    }

    @AfterEach
    void clearProperties() {
        System.clearProperty("polyloom.mode");
        System.clearProperty("polyloom.workers");
    }

    @Test
    void builder_leavesEverythingOpen() {
        assertThat(RuntimeConfig.builder().build())
                .isEqualTo(new RuntimeConfig(null, null, null, null, null, null, null, null, null));
    }

    @Test
    void builder_setsWhatItIsTold() {
        assertThat(
                        RuntimeConfig.builder()
                                .mode(Flavor.THREADS)
                                .cpuBound(true)
                                .ioBound(false)
                                .workers(3)
                                .auto(true)
                                .preferIsolates(false)
                                .forceThreads(true)
                                .forceProcesses(false)
                                .trace(true)
                                .build())
                .isEqualTo(
                        new RuntimeConfig(
                                Flavor.THREADS, true, false, 3, true, false, true, false, true));
    }

    @Test
    void builder_withTooFewWorkers_isRefusedAtOnce() {
        for (int workers : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RuntimeConfig.builder().workers(workers))
                    .withMessage("workers must be at least 1, not " + workers);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new RuntimeConfig(
                                    null, null, null, workers, null, null, null, null, null));
        }
    }

    @Test
    void builder_forcingBoth_isRefused() {
        RuntimeConfig.Builder builder =
                RuntimeConfig.builder().forceThreads(true).forceProcesses(true);
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("forceThreads")
                .withMessageContaining("forceProcesses");
    }

    @Test
    void ambient_withNothingSet_leavesEverythingOpen() {
        assertThat(read(Map.of(), Map.of())).isEqualTo(RuntimeConfig.builder().build());
        assertThat(warnings).isEmpty();
    }

    @Test
    void ambient_readsEachVariableOfTheEnvironment() {
        RuntimeConfig config =
                read(
                        Map.of(),
                        Map.of(
                                "POLYLOOM_MODE", " Threads ",
                                "POLYLOOM_CPU_BOUND", "yes",
                                "POLYLOOM_IO_BOUND", "0",
                                "POLYLOOM_WORKERS", "12",
                                "POLYLOOM_AUTO", "off",
                                "POLYLOOM_PREFER_ISOLATES", "ON",
                                "POLYLOOM_FORCE_THREADS", "false",
                                "POLYLOOM_FORCE_PROCESSES", "1",
                                "POLYLOOM_TRACE", "true"));
        assertThat(config)
                .isEqualTo(
                        new RuntimeConfig(
                                Flavor.THREADS, true, false, 12, false, true, false, true, true));
        assertThat(warnings).isEmpty();
    }

    @Test
    void ambient_readsEachProperty() {
        RuntimeConfig config =
                read(
                        Map.of(
                                "polyloom.mode", "none",
                                "polyloom.cpu-bound", "false",
                                "polyloom.io-bound", "true",
                                "polyloom.workers", "2",
                                "polyloom.auto", "true",
                                "polyloom.prefer-isolates", "no",
                                "polyloom.force-threads", "true",
                                "polyloom.force-processes", "false",
                                "polyloom.trace", "off"),
                        Map.of());
        assertThat(config)
                .isEqualTo(
                        new RuntimeConfig(
                                Flavor.NONE, false, true, 2, true, false, true, false, false));
    }

    @Test
    void ambient_withBoth_takesThePropertyOverTheEnvironment() {
        RuntimeConfig config =
                read(
                        Map.of("polyloom.workers", "2", "polyloom.mode", "  "),
                        Map.of("POLYLOOM_WORKERS", "9", "POLYLOOM_MODE", "virtual"));
        assertThat(config.workers()).isEqualTo(2);
        assertThat(config.mode()).isEqualTo(Flavor.VIRTUAL);
    }

    @Test
    void ambient_withBadValues_warnsNamingTheVariableAndGoesOn() {
        RuntimeConfig config =
                read(
                        Map.of("polyloom.workers", "many", "polyloom.trace", "maybe"),
                        Map.of(
                                "POLYLOOM_MODE", "fibres",
                                "POLYLOOM_WORKERS", "4",
                                "POLYLOOM_CPU_BOUND", "2",
                                "POLYLOOM_IO_BOUND", "true"));
        assertThat(config.ioBound()).isTrue();
        assertThat(config.mode()).isNull();
        assertThat(config.cpuBound()).isNull();
        assertThat(config.trace()).isNull();
        assertThat(warnings).hasSize(4);
        assertThat(warnings)
                .anySatisfy(w -> assertThat(w).contains("POLYLOOM_MODE", "fibres", "threads"))
                .anySatisfy(w -> assertThat(w).contains("polyloom.workers", "many"))
                .anySatisfy(w -> assertThat(w).contains("POLYLOOM_CPU_BOUND", "'2'"))
                .anySatisfy(w -> assertThat(w).contains("polyloom.trace", "maybe"));
    }

    @Test
    void ambient_withTooFewWorkers_warns() {
        for (String workers : List.of("0", "-1", "99999999999", "1.5", "0x10")) {
            warnings.clear();
            assertThat(read(Map.of(), Map.of("POLYLOOM_WORKERS", workers)).workers()).isNull();
            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .contains("POLYLOOM_WORKERS", "at least 1");
        }
    }

    @Test
    void ambient_forcingBoth_warnsAndForcesNeither() {
        RuntimeConfig config =
                read(
                        Map.of("polyloom.force-threads", "true"),
                        Map.of("POLYLOOM_FORCE_PROCESSES", "true"));
        assertThat(config.forceThreads()).isNull();
        assertThat(config.forceProcesses()).isNull();
        assertThat(warnings).singleElement().asString().contains("FORCE_THREADS");
    }

    @Test
    void orElse_prefersThisOne() {
        RuntimeConfig code = RuntimeConfig.builder().mode(Flavor.NONE).trace(false).build();
        RuntimeConfig ambient =
                RuntimeConfig.builder().mode(Flavor.THREADS).trace(true).workers(4).build();
        assertThat(code.orElse(ambient))
                .isEqualTo(
                        RuntimeConfig.builder().mode(Flavor.NONE).trace(false).workers(4).build());
    }

    @Test
    void orElse_withOppositeForces_keepsTheOneInCode() {
        RuntimeConfig code = RuntimeConfig.builder().forceThreads(true).build();
        RuntimeConfig ambient = RuntimeConfig.builder().forceProcesses(true).build();
        RuntimeConfig merged = code.orElse(ambient);
        assertThat(merged.forceThreads()).isTrue();
        assertThat(merged.forceProcesses()).isNotEqualTo(true);
    }

    @Test
    void scope_withConfigInCode_overrulesProperties() {
        System.setProperty("polyloom.mode", "threads");
        System.setProperty("polyloom.workers", "3");
        try (Scope ambient = Run.auto().open()) {
            assertThat(ambient.flavor()).isEqualTo(Flavor.THREADS);
            assertThat(ambient.workers()).isEqualTo(3);
            assertThat(ambient.decision().reason()).isEqualTo(ReasonCode.CONFIG_MODE);
        }
        RuntimeConfig code = RuntimeConfig.builder().mode(Flavor.NONE).build();
        try (Scope own = Run.auto().config(code).open();
                Scope counted = Run.threads().workers(2).open()) {
            assertThat(own.flavor()).isEqualTo(Flavor.NONE);
            assertThat(counted.workers()).isEqualTo(2);
        }
    }
}
