package dev.polyloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContestantTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Metric FIRST = Metric.report("first", "us", 1e-3);
    private static final Metric SECOND = Metric.report("second", "us", 1e-3);

    private static final String SCRIPT =
            """
            sleep 1000 &
            while read command; do
                case $command in
                    figure) echo 1000 ;;
                    figures) echo 1000 2000 ;;
                    none) echo '! not today' ;;
                    decision) echo 'processes over a ring, 2 workers' ;;
                    hang) wait ;;
                    *) exit 1 ;;
                esac
            done
            """;

    private static Contestant contestant(String decision) {
        return new Contestant(
                new Contestant.Entry(
                        "contender", List.of("/bin/sh", "-c", SCRIPT), Map.of(), decision));
    }

    private static Question question(String command, Metric... metrics) {
        return new Question(command, List.of(metrics), "contender", Set.of("contender"), false);
    }

    @Test
    void figures_areTheMediansOfTheRoundsThatCount_inTheUnitOfTheRows() {
        try (Contestant contestant = contestant("")) {
            contestant.ask(question("figures", FIRST, SECOND), BOUND, false);
            contestant.ask(question("figures", FIRST, SECOND), BOUND, true);
            contestant.keep(FIRST, 3_000);

            assertThat(contestant.figure(FIRST)).isEqualTo(2);
            assertThat(contestant.figure(SECOND)).isEqualTo(2);
            assertThat(contestant.remark(FIRST)).isEmpty();
        }
    }

    @Test
    void contender_thatSaysWhyItHasNoFigure_livesAndIsNotAskedThatAgain() {
        try (Contestant contestant = contestant("")) {
            contestant.ask(question("none", FIRST), BOUND, true);
            contestant.ask(question("figure", FIRST), BOUND, true);
            contestant.ask(question("figure", SECOND), BOUND, true);

            assertThat(contestant.figure(FIRST)).isNaN();
            assertThat(contestant.remark(FIRST)).isEqualTo(" (not today)");
            assertThat(contestant.figure(SECOND)).isEqualTo(1);
        }
    }

    @Test
    void contender_thatDies_saysSoAndIsStartedAgainForOtherQuestions() throws Exception {
        try (Contestant contestant = contestant("")) {
            contestant.ask(question("figure", FIRST), BOUND, true);
            List<ProcessHandle> processes = contestant.running().processes();
            contestant.ask(question("die", FIRST), BOUND, true);
            contestant.ask(question("figure", SECOND), BOUND, true);

            assertThat(contestant.remark(FIRST))
                    .startsWith(" (rounds: 1, then: ")
                    .contains("ended");
            assertThat(contestant.figure(SECOND)).isEqualTo(1);
            assertEnded(processes);
        }
    }

    private static void assertEnded(List<ProcessHandle> processes) throws Exception {
        assertThat(processes).hasSize(2);
        for (ProcessHandle process : processes) {
            process.onExit().get();
        }
    }

    @Test
    void contender_thatDoesNotAnswer_isKilledWithAllItStarted() throws Exception {
        try (Contestant contestant = contestant("")) {
            contestant.ask(question("figure", SECOND), BOUND, true);
            List<ProcessHandle> processes = contestant.running().processes();
            contestant.ask(question("hang", FIRST), Duration.ofMillis(1), true);

            assertThat(contestant.remark(FIRST)).contains("gave no answer to 'hang'");
            assertEnded(processes);
        }
    }

    @Test
    void answer_withAnotherNumberOfFigures_countsAsNone() {
        try (Contestant contestant = contestant("")) {
            contestant.ask(question("figures", FIRST), BOUND, true);

            assertThat(contestant.figure(FIRST)).isNaN();
            assertThat(contestant.remark(FIRST)).isEqualTo(" (gave 2 figures to 'figures', not 1)");
        }
    }

    @Test
    void contender_thatCannotBeStarted_saysSo() {
        try (Contestant contestant =
                new Contestant(
                        new Contestant.Entry(
                                "contender", List.of("/nonexistent/program"), Map.of(), ""))) {
            contestant.ask(question("figure", FIRST), BOUND, true);

            assertThat(contestant.figure(FIRST)).isNaN();
            assertThat(contestant.remark(FIRST)).contains("/nonexistent/program");
        }
    }

    @Test
    void decisionWithoutTheTransportAskedFor_isRemarkedOn() {
        try (Contestant other = contestant("socket");
                Contestant right = contestant("ring")) {
            other.ask(question("figure", FIRST), BOUND, true);
            right.ask(question("figure", FIRST), BOUND, true);

            assertThat(other.remark(FIRST)).contains("not confirmed");
            assertThat(right.remark(FIRST)).isEmpty();
        }
    }

    @Test
    void contender_thatIsNotAmongThoseAsked_isNotStarted() {
        try (Contestant contestant =
                new Contestant(
                        new Contestant.Entry("other", List.of("/nonexistent"), Map.of(), ""))) {
            contestant.ask(question("figure", FIRST), BOUND, true);

            assertThat(contestant.remark(FIRST)).isEmpty();
        }
    }
}
