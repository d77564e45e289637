package dev.polyloom.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** When a service is restarted although nothing is wrong with it. Immutable. */
public sealed interface RestartSchedule {
    /**
     * Returns when a restart is due.
     *
     * @param started when the service was started
     * @return the first time after that
     */
    Instant next(Instant started);

    /**
     * Returns a schedule that restarts a service when it has run for a time.
     *
     * @param span how long it runs, more than zero
     * @return the schedule
     */
    static RestartSchedule every(Duration span) {
        return new Every(span);
    }

    /**
     * Returns a schedule of times by the clock on the wall.
     *
     * @param expression the times; see {@link Cron}
     * @param zone where that clock hangs
     * @return the schedule
     * @throws IllegalArgumentException if the expression cannot be understood, or never comes
     */
    static RestartSchedule cron(String expression, ZoneId zone) {
        return new Cron(expression, zone);
    }

    /**
     * A restart when the service has run for a time.
     *
     * @param span how long it runs
     */
    record Every(Duration span) implements RestartSchedule {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Every {
            Checks.positive("every", span);
        }

        @Override
        public Instant next(Instant started) {
            return started.plus(span);
        }
    }

    /**
     * Restarts at times of the clock, as {@code cron} has them: minute, hour, day of the month,
     * month and day of the week (0 or 7 is Sunday), each {@code *} or numbers with commas, ranges
     * and steps such as {@code 1-5} and {@code *}{@code /15}; months and days of the week also by
     * their first three letters in English. If both days are given, either will do. A time that the
     * clock leaves out in spring comes as much later; one that it shows twice in autumn counts
     * once.
     *
     * @param expression the five fields, with blanks between them
     * @param zone where the clock hangs
     */
    record Cron(String expression, ZoneId zone) implements RestartSchedule {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the expression cannot be understood, or never comes
         */
        public Cron {
            Objects.requireNonNull(zone, "zone");
            if (CronTimes.parse(expression).next(Instant.EPOCH.atZone(zone)) == null) {
                throw new IllegalArgumentException(
                        "no day is ever as '%s' says".formatted(expression));
            }
        }

        @Override
        public Instant next(Instant started) {
            var time = CronTimes.parse(expression).next(started.atZone(zone));
            return time == null ? Instant.MAX : time.toInstant();
        }
    }
}
