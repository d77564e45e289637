package dev.polyloom.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When services are restarted by schedule, and that they are. */
@Timeout(60)
class RestartScheduleTest {
    private static final Service IDLE = context -> context.token().await();

    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    30 3 * * *      | 2026-03-10T03:29:59Z | 2026-03-10T03:30:00Z
                    30 3 * * *      | 2026-03-10T03:30:00Z    | 2026-03-11T03:30:00Z
                    */15 * * * *    | 2026-03-10T10:01:00Z    | 2026-03-10T10:15:00Z
                    5-59/20 8 * * * | 2026-03-10T08:26:00Z    | 2026-03-10T08:45:00Z
                    0 0 29 2 *      | 2096-03-01T00:00:00Z    | 2104-02-29T00:00:00Z
                    0 12 * * mon-fri| 2026-03-13T12:00:00Z    | 2026-03-16T12:00:00Z
                    0 12 * * 7      | 2026-03-10T12:00:00Z    | 2026-03-15T12:00:00Z
                    0 12 1 * sun    | 2026-03-10T12:00:00Z    | 2026-03-15T12:00:00Z
                    0 0 1 JAN,jul * | 2026-03-10T12:00:00Z    | 2026-07-01T00:00:00Z
                    59 23 31 12 *   | 2026-12-31T23:58:00Z    | 2026-12-31T23:59:00Z
                    """)
    void cron_findsTheNextTime(String expression, Instant started, Instant next) {
        assertThat(RestartSchedule.cron(expression, ZoneId.of("UTC")).next(started))
                .isEqualTo(next);
    }

    @Test
    void cron_knowsSummerTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        RestartSchedule schedule = RestartSchedule.cron("30 2 * * *", berlin);
        List<Instant> times = new ArrayList<>();
        for (String day : List.of("2026-03-29", "2026-10-25")) {
            Instant time = ZonedDateTime.parse(day + "T00:00+01:00[Europe/Berlin]").toInstant();
            for (int i = 0; i < 2; i++) {
                time = schedule.next(time);
                times.add(time);
            }
        }
        assertThat(times)
                .containsExactly(
                        Instant.parse("2026-03-29T01:30:00Z"),
                        Instant.parse("2026-03-30T00:30:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-26T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    * * * *      | must be minute, hour, day, month and day of the week
                    60 * * * *   | '60' is no minute
                    * 24 * * *   | '24' is no hour
                    * * 0 * *    | '0' is no day
                    * * * foo *  | 'foo' is no month
                    * * * * 8    | '8' is no day of the week
                    */0 * * * *  | '*/0' is no minute
                    5-1 * * * *  | '5-1' is no minute
                    1-2-3 * * * *| '1-2-3' is no minute
                    -1 * * * *   | '-1' is no minute
                    1,, * * * *  | '' is no minute
                    0 0 30 2 *   | no day is ever as '0 0 30 2 *' says
                    """)
    void cron_thatMakesNoSense_isRefused(String expression, String message) {
        assertThatThrownBy(() -> RestartSchedule.cron(expression, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void service_isRestartedWhenItHasRunSoLong_andThatIsNoCrash() {
        Service crashesOnce =
                context -> {
                    if (context.incarnation() == 2) {
                        throw new IllegalStateException("once");
                    }
                    context.token().await();
                };
        Duration hours = Duration.ofHours(6);
        try (Host host = start(crashesOnce, RestartSchedule.every(hours))) {
            events.await(ServiceEvent.Ready.class, "host/top/a", 1);
            clock.advance(hours.minusSeconds(1));
            assertThat(host.status().find("host/top/a").orElseThrow().state())
                    .isEqualTo(ServiceState.RUNNING);
            assertThat(events.of(ServiceEvent.RestartDue.class, "host/top/a")).isEmpty();

            clock.advance(Duration.ofSeconds(1));

            events.await(ServiceEvent.Ready.class, "host/top/a", 3);
            assertThat(host.status().find("host/top/a").orElseThrow().restarts()).isEqualTo(1);
            clock.advance(hours);
            events.await(ServiceEvent.Ready.class, "host/top/a", 4);
            assertThat(events.of(ServiceEvent.RestartDue.class, "host/top/a")).hasSize(2);
            assertThat(host.status().find("host/top/a").orElseThrow().restarts()).isEqualTo(1);
        }
    }

    @Test
    void service_thatSomebodyStopped_isLeftAloneByItsSchedule() {
        RestartSchedule nightly = RestartSchedule.cron("0 3 * * *", ZoneId.of("UTC"));
        try (Host host = start(IDLE, nightly)) {
            events.await(ServiceEvent.Ready.class, "host/top/a", 1);
            host.stopChild("host/top/a");
            events.await(ServiceEvent.Stopped.class, "host/top/a", 1);

            clock.advance(Duration.ofDays(3));

            assertThat(host.status().find("host/top/a").orElseThrow().state())
                    .isEqualTo(ServiceState.STOPPED);
            host.startChild("host/top/a");
            events.await(ServiceEvent.Ready.class, "host/top/a", 2);
            clock.advance(Duration.ofDays(1));
            await().until(() -> events.of(ServiceEvent.Ready.class, "host/top/a").size() >= 3);
        }
    }

    private Host start(Service service, RestartSchedule schedule) {
        ServiceSpec spec = ServiceSpec.named("a", service).restartAt(schedule).build();
        return Host.named("host")
                .listener(events)
                .clock(clock)
                .supervisor(SupervisorSpec.named("top").child(spec).build())
                .start();
    }
}
