package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.supervisor.Health;
import dev.polyloom.supervisor.ServiceState;
import dev.polyloom.supervisor.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScreenTest {
    private static Status status(String path, List<Status> children) {
        return new Status(
                path,
                children.isEmpty() ? "virtual" : "supervisor",
                ServiceState.RUNNING,
                Duration.ofSeconds(7),
                0,
                new IllegalStateException("what went wrong"),
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

    @Test
    void lowScreen_saysHowManyAreLeftOut() {
        List<String> tree = new Screen(10, 80).tree(host(20));

        assertThat(tree).hasSize(8);
        assertThat(tree.getLast()).isEqualTo("... and 14 more; polyloom status shows all");
    }
}
