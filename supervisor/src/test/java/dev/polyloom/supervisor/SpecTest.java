package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be declared, and what is refused before anything starts. */
@Timeout(60)
class SpecTest {
    private static ServiceSpec service(String name, String... after) {
        return ServiceSpec.named(name, () -> {}).after(after).build();
    }

    private static List<String> order(SupervisorBuilder supervisor) {
        return supervisor.build().children().stream().map(ChildSpec::name).toList();
    }

    @Test
    void children_withDependencies_areSortedAndOtherwiseStay() {
        SupervisorBuilder supervisor =
                SupervisorSpec.named("top")
                        .child(service("a"))
                        .child(service("b", "d"))
                        .child(service("c"))
                        .child(service("d", "e"))
                        .child(service("e"));

        assertThat(order(supervisor)).containsExactly("a", "e", "d", "b", "c");
    }

    @Test
    void children_thatWaitForEachOther_areRefusedWithTheCircle() {
        SupervisorBuilder supervisor =
                SupervisorSpec.named("top")
                        .child(service("x", "a"))
                        .child(service("a", "b"))
                        .child(service("b", "c"))
                        .child(service("c", "a"));

        assertThatThrownBy(supervisor::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("children of top wait for each other: a after b after c after a");
    }

    @Test
    void children_withOneNameOrAnUnknownOne_areRefused() {
        assertThatThrownBy(
                        SupervisorSpec.named("top").child(service("a")).child(service("a"))::build)
                .hasMessage("two children of top are named a");
        assertThatThrownBy(SupervisorSpec.named("top").child(service("a", "b"))::build)
                .hasMessageContaining("a of top shall start after b, but its siblings are [a]");
        assertThatThrownBy(() -> service("a/b")).hasMessageContaining("slash");
    }

    @Test
    void significantChild_thatIsPermanent_isRefused() {
        assertThatThrownBy(ServiceSpec.named("a", () -> {}).significant()::build)
                .hasMessageContaining("must be transient or temporary");
    }

    @Test
    void delays_growAsTheyShall() {
        assertThat(seconds(RestartDelay.immediate(), 0)).containsExactly(0.0, 0.0, 0.0, 0.0);
        assertThat(seconds(RestartDelay.fixed(Duration.ofSeconds(5)), 0))
                .containsExactly(5.0, 5.0, 5.0, 5.0);
        assertThat(seconds(RestartDelay.linear(Duration.ofSeconds(1)), 0))
                .containsExactly(1.0, 2.0, 60.0, 60.0);
        assertThat(seconds(RestartDelay.exponential(Duration.ofSeconds(1)), 0))
                .containsExactly(1.0, 2.0, 60.0, 60.0);
        assertThat(seconds(RestartDelay.exponential(Duration.ofSeconds(1)), 0.5))
                .containsExactly(1.25, 2.5, 62.5, 62.5);
    }

    private static List<Double> seconds(RestartDelay delay, double random) {
        return IntStream.of(0, 1, 61, Integer.MAX_VALUE)
                .mapToObj(attempt -> delay.before(attempt, random).toMillis() / 1000.0)
                .toList();
    }

    @Test
    void difference_isEmptyOnlyIfAllItsListsAre() {
        List<String> none = List.of();
        List<String> one = List.of("host/a");
        assertThat(new HostUpdate(none, none, none).isEmpty()).isTrue();
        assertThat(new HostUpdate(one, none, none).isEmpty()).isFalse();
        assertThat(new HostUpdate(none, one, none).isEmpty()).isFalse();
        assertThat(new HostUpdate(none, none, one).isEmpty()).isFalse();
        assertThat(new HostUpdate(none, one, none).withChanged("host").changed())
                .containsExactly("host", "host/a");
        assertThat(new HostUpdate(none, one, none).withChanged("host/a").changed())
                .containsExactly("host/a");
    }
}
