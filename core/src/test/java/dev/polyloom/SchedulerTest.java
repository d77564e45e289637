package dev.polyloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scheduler as a table: what is asked, what is configured, what can be had, what comes of it.
 */
class SchedulerTest {
    private static final int CORES = 8;
    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final ScopeRequest.@Nullable Parent NO_PARENT = null;

    private static ScopeRequest asked(Flavor flavor) {
        return new ScopeRequest(flavor, 0, NO_PARENT, true);
    }

    private static ScopeRequest inside(Flavor flavor, Flavor parent, boolean plain) {
        return new ScopeRequest(
                flavor, 0, new ScopeRequest.Parent(parent, 4, 8, true, true), plain);
    }

    private static RuntimeConfig.Builder config() {
        return RuntimeConfig.builder();
    }

    private static Capabilities without(Flavor... missing) {
        Map<Flavor, String> unavailable = new EnumMap<>(Flavor.class);
        for (Flavor flavor : missing) {
            unavailable.put(flavor, "no " + flavor.id() + " here");
        }
        return new Capabilities(
                "25",
                25,
                "Test",
                CORES,
                0,
                1,
                1,
                "",
                true,
                false,
                true,
                CORES,
                64,
                unavailable,
                Map.of(Flavor.PROCESSES, "by pigeon"));
    }

    /** A row of the table. */
    record Row(
            String name,
            ScopeRequest request,
            RuntimeConfig config,
            Capabilities capabilities,
            Flavor flavor,
            ReasonCode reason,
            int workers) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(
            String name,
            ScopeRequest request,
            RuntimeConfig.Builder config,
            Flavor flavor,
            ReasonCode reason,
            int workers) {
        return new Row(name, request, config.build(), without(), flavor, reason, workers);
    }

    private static final ScopeRequest AUTO = asked(Flavor.AUTO);

    static Stream<Row> asked() {
        RuntimeConfig.Builder all =
                config().mode(Flavor.PROCESSES).cpuBound(true).forceThreads(true).auto(false);
        return Stream.of(
                row(
                        "threads",
                        asked(Flavor.THREADS),
                        config(),
                        Flavor.THREADS,
                        ReasonCode.REQUESTED,
                        CORES),
                row(
                        "virtual",
                        asked(Flavor.VIRTUAL),
                        config(),
                        Flavor.VIRTUAL,
                        ReasonCode.REQUESTED,
                        UNBOUNDED),
                row("none", asked(Flavor.NONE), config(), Flavor.NONE, ReasonCode.REQUESTED, 1),
                row(
                        "processes",
                        asked(Flavor.PROCESSES),
                        config(),
                        Flavor.PROCESSES,
                        ReasonCode.REQUESTED,
                        CORES),
                row(
                        "isolates",
                        asked(Flavor.ISOLATES),
                        config(),
                        Flavor.ISOLATES,
                        ReasonCode.REQUESTED,
                        CORES),
                row(
                        "named beats all configuration",
                        asked(Flavor.VIRTUAL),
                        all,
                        Flavor.VIRTUAL,
                        ReasonCode.REQUESTED,
                        UNBOUNDED),
                row(
                        "workers in code",
                        new ScopeRequest(Flavor.THREADS, 3, NO_PARENT, false),
                        config().workers(5),
                        Flavor.THREADS,
                        ReasonCode.REQUESTED,
                        3),
                row(
                        "workers configured",
                        asked(Flavor.THREADS),
                        config().workers(5),
                        Flavor.THREADS,
                        ReasonCode.REQUESTED,
                        5),
                row(
                        "workers bound virtual threads",
                        asked(Flavor.VIRTUAL),
                        config().workers(5),
                        Flavor.VIRTUAL,
                        ReasonCode.REQUESTED,
                        5),
                row(
                        "none has one worker whatever is said",
                        new ScopeRequest(Flavor.NONE, 3, NO_PARENT, false),
                        config().workers(5),
                        Flavor.NONE,
                        ReasonCode.REQUESTED,
                        1));
    }

    static Stream<Row> auto() {
        return Stream.of(
                row("nothing known", AUTO, config(), Flavor.VIRTUAL, ReasonCode.DEFAULT, UNBOUNDED),
                row(
                        "cpu-bound",
                        AUTO,
                        config().cpuBound(true),
                        Flavor.THREADS,
                        ReasonCode.CPU_BOUND,
                        CORES),
                row(
                        "io-bound",
                        AUTO,
                        config().ioBound(true),
                        Flavor.VIRTUAL,
                        ReasonCode.IO_BOUND,
                        UNBOUNDED),
                row(
                        "mixed",
                        AUTO,
                        config().ioBound(true).cpuBound(true),
                        Flavor.VIRTUAL,
                        ReasonCode.DEFAULT,
                        UNBOUNDED),
                row(
                        "known not to be either",
                        AUTO,
                        config().ioBound(false).cpuBound(false),
                        Flavor.VIRTUAL,
                        ReasonCode.DEFAULT,
                        UNBOUNDED),
                row(
                        "prefers isolates",
                        AUTO,
                        config().preferIsolates(true).cpuBound(true),
                        Flavor.ISOLATES,
                        ReasonCode.PREFERS_ISOLATES,
                        CORES),
                row(
                        "mode",
                        AUTO,
                        config().mode(Flavor.PROCESSES).preferIsolates(true),
                        Flavor.PROCESSES,
                        ReasonCode.CONFIG_MODE,
                        CORES),
                row(
                        "mode auto says nothing",
                        AUTO,
                        config().mode(Flavor.AUTO).cpuBound(true),
                        Flavor.THREADS,
                        ReasonCode.CPU_BOUND,
                        CORES),
                row(
                        "forced threads",
                        AUTO,
                        config().forceThreads(true).mode(Flavor.PROCESSES),
                        Flavor.THREADS,
                        ReasonCode.FORCED_THREADS,
                        CORES),
                row(
                        "forced processes",
                        AUTO,
                        config().forceProcesses(true).mode(Flavor.NONE),
                        Flavor.PROCESSES,
                        ReasonCode.FORCED_PROCESSES,
                        CORES),
                row(
                        "not forced",
                        AUTO,
                        config().forceThreads(false).forceProcesses(false),
                        Flavor.VIRTUAL,
                        ReasonCode.DEFAULT,
                        UNBOUNDED),
                row(
                        "auto off",
                        AUTO,
                        config().auto(false).forceThreads(true).mode(Flavor.THREADS),
                        Flavor.NONE,
                        ReasonCode.AUTO_OFF,
                        1),
                row(
                        "auto on",
                        AUTO,
                        config().auto(true),
                        Flavor.VIRTUAL,
                        ReasonCode.DEFAULT,
                        UNBOUNDED));
    }

    static Stream<Row> nested() {
        return Stream.of(
                row(
                        "auto in any",
                        inside(Flavor.AUTO, Flavor.THREADS, true),
                        config(),
                        Flavor.THREADS,
                        ReasonCode.PARENT_REUSED,
                        4),
                row(
                        "same flavor",
                        inside(Flavor.VIRTUAL, Flavor.VIRTUAL, true),
                        config(),
                        Flavor.VIRTUAL,
                        ReasonCode.PARENT_REUSED,
                        4),
                row(
                        "hints do not part them",
                        inside(Flavor.AUTO, Flavor.VIRTUAL, true),
                        config().cpuBound(true),
                        Flavor.VIRTUAL,
                        ReasonCode.PARENT_REUSED,
                        4),
                row(
                        "other flavor",
                        inside(Flavor.THREADS, Flavor.VIRTUAL, true),
                        config(),
                        Flavor.THREADS,
                        ReasonCode.REQUESTED,
                        2),
                row(
                        "auto with options",
                        inside(Flavor.AUTO, Flavor.THREADS, false),
                        config(),
                        Flavor.VIRTUAL,
                        ReasonCode.DEFAULT,
                        UNBOUNDED),
                row(
                        "same flavor with options",
                        inside(Flavor.THREADS, Flavor.THREADS, false),
                        config(),
                        Flavor.THREADS,
                        ReasonCode.REQUESTED,
                        2),
                row(
                        "auto off in threads",
                        inside(Flavor.AUTO, Flavor.THREADS, true),
                        config().auto(false),
                        Flavor.NONE,
                        ReasonCode.AUTO_OFF,
                        1),
                row(
                        "auto off in none",
                        inside(Flavor.AUTO, Flavor.NONE, true),
                        config().auto(false),
                        Flavor.NONE,
                        ReasonCode.PARENT_REUSED,
                        4),
                row(
                        "forced threads in virtual",
                        inside(Flavor.AUTO, Flavor.VIRTUAL, true),
                        config().forceThreads(true),
                        Flavor.THREADS,
                        ReasonCode.FORCED_THREADS,
                        2),
                row(
                        "forced threads in threads",
                        inside(Flavor.AUTO, Flavor.THREADS, true),
                        config().forceThreads(true),
                        Flavor.THREADS,
                        ReasonCode.PARENT_REUSED,
                        4));
    }

    static Stream<Row> fallbacks() {
        RuntimeConfig processes = config().mode(Flavor.PROCESSES).build();
        RuntimeConfig isolates = config().preferIsolates(true).build();
        return Stream.of(
                new Row(
                        "mode",
                        AUTO,
                        processes,
                        without(Flavor.PROCESSES),
                        Flavor.VIRTUAL,
                        ReasonCode.FALLBACK,
                        UNBOUNDED),
                new Row(
                        "isolates",
                        AUTO,
                        isolates,
                        without(Flavor.ISOLATES),
                        Flavor.VIRTUAL,
                        ReasonCode.FALLBACK,
                        UNBOUNDED),
                new Row(
                        "second choice",
                        AUTO,
                        isolates,
                        without(Flavor.ISOLATES, Flavor.VIRTUAL),
                        Flavor.THREADS,
                        ReasonCode.FALLBACK,
                        CORES),
                new Row(
                        "last choice",
                        AUTO,
                        config().build(),
                        without(Flavor.VIRTUAL, Flavor.THREADS),
                        Flavor.NONE,
                        ReasonCode.FALLBACK,
                        1));
    }

    @ParameterizedTest
    @MethodSource({"asked", "auto", "nested", "fallbacks"})
    void decide_aRowOfTheTable_givesItsOutcome(Row row) {
        Decision decision = Scheduler.decide(row.request, row.config, row.capabilities);
        assertThat(decision.flavor()).isEqualTo(row.flavor);
        assertThat(decision.reason()).isEqualTo(row.reason);
        assertThat(decision.workers()).isEqualTo(row.workers);
        assertThat(decision.request()).isEqualTo(row.request);
        assertThat(decision.detail()).isNotBlank();
        assertThat(decision.reusesParent()).isEqualTo(row.reason == ReasonCode.PARENT_REUSED);
        assertThat(decision.fellBack()).isEqualTo(row.reason == ReasonCode.FALLBACK);
    }

    @ParameterizedTest
    @MethodSource({"asked", "auto", "nested", "fallbacks"})
    void decide_anything_passesOverEveryOtherFlavorWithAReason(Row row) {
        Decision decision = Scheduler.decide(row.request, row.config, row.capabilities);
        List<Flavor> expected = new ArrayList<>(List.of(Flavor.values()));
        expected.remove(Flavor.AUTO);
        expected.remove(row.flavor);
        assertThat(decision.passedOver())
                .extracting(Decision.Candidate::flavor)
                .containsExactlyElementsOf(expected);
        assertThat(decision.passedOver())
                .allSatisfy(other -> assertThat(other.detail()).isNotBlank());
    }

    @Test
    void decide_withMissingFlavors_saysWhyTheyArePassedOver() {
        Decision decision =
                Scheduler.decide(asked(Flavor.THREADS), config().build(), without(Flavor.CLUSTER));
        assertThat(decision.passedOver())
                .contains(
                        new Decision.Candidate(
                                Flavor.CLUSTER, ReasonCode.UNAVAILABLE, "no cluster here"),
                        new Decision.Candidate(
                                Flavor.VIRTUAL, ReasonCode.NOT_REQUESTED, "threads was asked for"));
    }

    @Test
    void decide_aFallback_namesWhatWasWantedAndWhyNot() {
        Decision decision =
                Scheduler.decide(
                        AUTO, config().mode(Flavor.PROCESSES).build(), without(Flavor.PROCESSES));
        assertThat(decision.detail()).contains("processes", "no processes here");
    }

    @Test
    void decide_aNamedFlavorThatIsMissing_throws() {
        for (Flavor flavor : List.of(Flavor.PROCESSES, Flavor.ISOLATES, Flavor.THREADS)) {
            assertThatExceptionOfType(FlavorUnavailableException.class)
                    .isThrownBy(() ->
                            Scheduler.decide(asked(flavor), config().build(), without(flavor)))
                    .withMessageContaining(flavor.id())
                    .withMessageContaining("no " + flavor.id() + " here")
                    .satisfies(thrown -> assertThat(thrown.flavor()).isEqualTo(flavor));
        }
    }

    @Test
    void decide_aForcedFlavorThatIsMissing_throws() {
        assertThatExceptionOfType(FlavorUnavailableException.class)
                .isThrownBy(() ->
                        Scheduler.decide(
                                AUTO,
                                config().forceProcesses(true).build(),
                                without(Flavor.PROCESSES)));
        assertThatExceptionOfType(FlavorUnavailableException.class)
                .isThrownBy(() ->
                        Scheduler.decide(
                                AUTO,
                                config().forceThreads(true).build(),
                                without(Flavor.THREADS)));
    }

    @Test
    void decide_withoutAnyFallback_throws() {
        assertThatExceptionOfType(FlavorUnavailableException.class)
                .isThrownBy(() ->
                        Scheduler.decide(
                                AUTO,
                                config().build(),
                                without(Flavor.VIRTUAL, Flavor.THREADS, Flavor.NONE)));
    }

    @Test
    void decide_insideATask_sharesTheCoreBudgetOut() {
        int[][] table = { // parent's workers, parent's cores, share
            {1, 8, 8}, {2, 8, 4}, {3, 8, 2}, {8, 8, 1}, {16, 8, 1}, {UNBOUNDED, 8, 1}, {4, 1, 1}
        };
        for (int[] row : table) {
            ScopeRequest.Parent parent =
                    new ScopeRequest.Parent(Flavor.VIRTUAL, row[0], row[1], true, true);
            Decision decision =
                    Scheduler.decide(
                            new ScopeRequest(Flavor.THREADS, 0, parent, true),
                            config().build(),
                            without());
            assertThat(decision.cores())
                    .as("%d workers, %d cores", row[0], row[1])
                    .isEqualTo(row[2]);
            assertThat(decision.workers()).isEqualTo(row[2]);
        }
    }

    @Test
    void decide_besideTheTasksOfTheScopeAround_keepsItsCores() {
        ScopeRequest.Parent parent = new ScopeRequest.Parent(Flavor.VIRTUAL, 4, 6, false, true);
        Decision decision =
                Scheduler.decide(
                        new ScopeRequest(Flavor.THREADS, 0, parent, true),
                        config().build(),
                        without());
        assertThat(decision.cores()).isEqualTo(6);
    }

    @Test
    void mannerOfTheFlavorChosen_standsBesideTheReason() {
        ScopeRequest processes = new ScopeRequest(Flavor.PROCESSES, 0, null, true);
        ScopeRequest threads = new ScopeRequest(Flavor.THREADS, 0, null, true);
        RuntimeConfig config = config().build();
        assertThat(Scheduler.decide(processes, config, without()).detail())
                .isEqualTo("asked for by name; by pigeon");
        assertThat(Scheduler.decide(threads, config, without()).detail())
                .isEqualTo("asked for by name");
    }

    @Test
    void decide_everyCombination_isPureAndSound() {
        int decisions = 0;
        for (Flavor flavor : Flavor.values()) {
            for (ScopeRequest request :
                    List.of(
                            asked(flavor),
                            inside(flavor, Flavor.THREADS, true),
                            inside(flavor, Flavor.NONE, false))) {
                for (RuntimeConfig config : someConfigs()) {
                    for (Capabilities capabilities :
                            List.of(
                                    without(),
                                    without(Flavor.PROCESSES, Flavor.ISOLATES, Flavor.CLUSTER),
                                    without(Flavor.VIRTUAL))) {
                        decisions += assertSound(request, config, capabilities);
                    }
                }
            }
        }
        assertThat(decisions).isGreaterThan(500);
    }

    private static List<RuntimeConfig> someConfigs() {
        List<RuntimeConfig> configs = new ArrayList<>();
        for (Boolean flag : new Boolean[] {true, false}) {
            configs.add(config().cpuBound(flag).build());
            configs.add(config().ioBound(flag).workers(3).build());
            configs.add(config().auto(flag).build());
            configs.add(config().preferIsolates(flag).build());
            configs.add(config().forceThreads(flag).build());
            configs.add(config().forceProcesses(flag).build());
        }
        for (Flavor mode : Flavor.values()) {
            configs.add(config().mode(mode).build());
        }
        return configs;
    }

    private static int assertSound(
            ScopeRequest request, RuntimeConfig config, Capabilities capabilities) {
        Decision decision;
        try {
            decision = Scheduler.decide(request, config, capabilities);
        } catch (FlavorUnavailableException e) {
            assertThat(capabilities.has(e.flavor())).isFalse();
            assertThatExceptionOfType(FlavorUnavailableException.class)
                    .isThrownBy(() -> Scheduler.decide(request, config, capabilities))
                    .withMessage(e.getMessage());
            return 0;
        }
        assertThat(Scheduler.decide(request, config, capabilities)).isEqualTo(decision);
        assertThat(decision.flavor()).isNotEqualTo(Flavor.AUTO);
        assertThat(decision.workers()).isPositive();
        assertThat(decision.cores()).isPositive();
        assertThat(decision.reusesParent() || capabilities.has(decision.flavor())).isTrue();
        if (request.flavor() != Flavor.AUTO) {
            assertThat(decision.flavor()).isEqualTo(request.flavor());
        }
        return 1;
    }

    @Test
    void parentThatLendsNoWorkers_sharesItsBudgetAndIsNotReused() {
        ScopeRequest.Parent parent = new ScopeRequest.Parent(Flavor.THREADS, 2, 8, true, false);
        Decision decision =
                Scheduler.decide(
                        new ScopeRequest(Flavor.THREADS, 0, parent, true),
                        config().build(),
                        without());
        assertThat(decision.reusesParent()).isFalse();
        assertThat(decision.cores()).isEqualTo(4);
    }
}
