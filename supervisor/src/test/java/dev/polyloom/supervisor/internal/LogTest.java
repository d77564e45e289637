package dev.polyloom.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.PolyloomException;
import dev.polyloom.supervisor.ServiceEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Log lines, which show the depth in the tree. */
@Timeout(60)
class LogTest {
    private static String line(String path) {
        return Log.line(new ServiceEvent.Ready(path, Instant.EPOCH, 1));
    }

    @Test
    void line_hasABarForEachNameBeforeTheLast() {
        assertThat(line("host")).isEqualTo("host: ready");
        assertThat(line("host/web")).isEqualTo("| web: ready");
        assertThat(line("host/web/listener")).isEqualTo("| | listener: ready");
    }

    @Test
    void stack_isThatOfWhatAServiceThrew() {
        IllegalStateException thrown = new IllegalStateException("no luck");
        PolyloomException ours = new PolyloomException("it is killed");
        Instant at = Instant.EPOCH;
        assertThat(Log.stack(new ServiceEvent.Crashed("h/a", at, thrown))).isSameAs(thrown);
        assertThat(Log.stack(new ServiceEvent.Stopped("h/a", at, thrown))).isSameAs(thrown);
        assertThat(Log.stack(new ServiceEvent.Crashed("h/a", at, ours))).isNull();
        assertThat(Log.stack(new ServiceEvent.Stopped("h/a", at, null))).isNull();
    }

    @Test
    void line_tellsTheEventInWords() {
        IllegalStateException cause = new IllegalStateException("no luck");
        Instant at = Instant.EPOCH;
        assertThat(Log.line(new ServiceEvent.Crashed("h/a", at, cause)))
                .isEqualTo("| a: crashed: java.lang.IllegalStateException: no luck");
        assertThat(Log.line(new ServiceEvent.Restarting("h/a", at, Duration.ofSeconds(5), 2)))
                .isEqualTo("| a: restarting in 5s, restart 2");
        assertThat(Log.line(new ServiceEvent.Restarting("h/a", at, Duration.ZERO, 2)))
                .isEqualTo("| a: restarting at once, restart 2");
    }
}
