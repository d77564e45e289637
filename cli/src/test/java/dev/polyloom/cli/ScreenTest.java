package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.polyloom.PolyloomException;
import dev.polyloom.WorkerDiedException;
import dev.polyloom.supervisor.CommandFailedException;
import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.ServiceStalledException;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class ScreenTest {
    private static Status status(String path, List<Status> children) {
        return status(path, children, new IllegalStateException("what went wrong"));
    }

    private static Status status(String path, List<Status> children, Throwable lastError) {
        return new Status(
                path,
                children.isEmpty() ? "virtual" : "supervisor",
                ServiceState.RUNNING,
                Duration.ofSeconds(7),
                0,
                lastError,
                Health.GOOD,
                0,
                0,
                children);
    }

    private static Status host(int services) {
        return status(
                "demo",
                IntStream.range(0, services)
                        .mapToObj(
                                i -> status("demo/a-name-that-is-too-long-for-it-" + i, List.of()))
                        .toList());
    }

    @Test
    void size_isWhatSttySays_orTheUsualOne() {
        assertThat(Screen.of("50 132")).isEqualTo(new Screen(50, 132));
        assertThat(List.of("", "0 0", "24", "x y", "-1 5"))
                .allSatisfy(said -> assertThat(Screen.of(said)).isEqualTo(new Screen(24, 80)));
    }

    @Test
    void narrowScreen_showsTheStateOfEachService_andNoLineTooLong() {
        assertThat(new Screen(24, 40).tree(host(3)))
                .hasSize(4)
                .allMatch(line -> line.length() <= 40)
                .allMatch(line -> line.contains("running"))
                .element(1)
                .asString()
                .startsWith("  a-name-that-i…  running")
                .endsWith("…");
    }

    @Test
    void wideScreen_cutsNothing() {
        assertThat(new Screen(24, 200).tree(host(1)).get(1))
                .contains("a-name-that-is-too-long-for-it-0 ", "0:07", "what went wrong")
                .doesNotContain("…");
    }

    static Stream<Arguments> failures() {
        List<String> none = List.of();
        return Stream.of(
                arguments(
                        new CommandFailedException(
                                "sh -c something-long", 4711, 137, "was killed by x", none),
                        "was killed by x"),
                arguments(
                        new WorkerDiedException(
                                "service-1", 4711, 3, "exited with code 3", "demo/a", none),
                        "exited with code 3"),
                arguments(new IllegalStateException("boom"), "IllegalStateException: boom"),
                arguments(new ServiceStalledException("demo/a is silent"), "is silent"),
                arguments(new PolyloomException("no more"), "no more"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void screen_showsOfAFailureWhatTellsMost(Throwable failure, String text) {
        assertThat(new Screen(24, 80).tree(status("demo/a", List.of(), failure)).getFirst())
                .isEqualTo("a  running  0:07    last error: " + text);
    }

    @Test
    void lowScreen_saysHowManyAreLeftOut() {
        List<String> tree = new Screen(10, 80).tree(host(20));

        assertThat(tree).hasSize(8);
        assertThat(tree.getLast()).isEqualTo("... and 14 more; polyloom status shows all");
    }
}
