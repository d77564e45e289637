package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.time.BrokenTime;
import dev.polyloom.python.runtime.time.Clock;
import dev.polyloom.python.runtime.time.Date;
import dev.polyloom.python.runtime.time.DateTime;
import dev.polyloom.python.runtime.time.FixedZone;
import dev.polyloom.python.runtime.time.TimeDelta;
import dev.polyloom.python.runtime.time.TimeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeTest {
    private static final TimeZone USUAL = TimeZone.getDefault();

    private final Cases cases = new Cases();

    @BeforeAll
    static void useTheZoneOfTheCases() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void useTheUsualZone() {
        TimeZone.setDefault(USUAL);
    }

    @Test
    void datesAndTimes_areAsInPython() {
        deltas();
        dates();
        moments();
        zones();
        cases.check("time", 120);
    }

    private void deltas() {
        cases.on("delta", a -> show(TimeDelta.of(a.toArray())))
                .on(
                        "arithmetic",
                        a -> {
                            TimeDelta x = delta(a.get(0));
                            TimeDelta y = delta(a.get(1));
                            return List.of(
                                    x.plus(y).toString(),
                                    x.minus(y).toString(),
                                    x.negated().toString(),
                                    x.totalSeconds(),
                                    x.compareTo(y) < 0);
                        })
                .on("times", a -> delta(a.get(0)).times(a.get(1)).toString())
                .on("over", a -> delta(a.get(0)).over(a.get(1)).toString())
                .on("floorover", a -> delta(a.get(0)).floorOver(a.get(1)).toString())
                .on(
                        "ratio",
                        a -> {
                            TimeDelta x = delta(a.get(0));
                            TimeDelta y = delta(a.get(1));
                            return List.of(x.over(y), x.floorOver(y), x.modulo(y).toString());
                        });
    }

    private void dates() {
        cases.on("date", a -> show(date(a)))
                .on(
                        "dateparts",
                        a -> {
                            Date date = date(a);
                            List<Integer> week = new ArrayList<>();
                            for (int part : date.isoCalendar()) {
                                week.add(part);
                            }
                            return List.of(
                                    date.ordinal(),
                                    date.weekday(),
                                    week,
                                    date.ctime(),
                                    date.dayOfYear());
                        })
                .on("plusdays", a -> date(a).plusDays(n(a, 3)).toString())
                .on("dateparse", a -> Date.parse((String) a.get(0)).toString())
                .on("time", a -> show(clock(a, 0, null)));
    }

    private void moments() {
        cases.on("datetime", a -> show(moment(a, null)))
                .on("iso", a -> moment(a.get(0)).iso((String) a.get(1), (String) a.get(2)))
                .on("plus", a -> moment(a.get(0)).plus(delta(a.get(1))).toString())
                .on("minus", a -> moment(a.get(0)).minus(moment(a.get(1))).toString())
                .on("parse", a -> show(DateTime.parse((String) a.get(0))))
                .on("strftime", a -> moment(a.get(0)).format((String) a.get(1)))
                .on("strptime", a -> show(TimeReader.read((String) a.get(0), (String) a.get(1))));
    }

    private void zones() {
        cases.on("zone", a -> show(FixedZone.of(seconds(a.get(0)), (String) a.get(1))))
                .on("aware", a -> show(aware(a)))
                .on("inzone", a -> aware(a).inZone(zone(a.get(2))).toString())
                .on("stamp", a -> aware(a).timestamp())
                .on("localstamp", a -> moment(a.get(0)).timestamp())
                .on(
                        "fromstamp",
                        a -> DateTime.ofTimestamp((Double) a.get(0), FixedZone.UTC).toString())
                .on(
                        "gmtime",
                        a -> {
                            BrokenTime time = BrokenTime.utc((Double) a.get(0));
                            List<Integer> fields = new ArrayList<>();
                            for (int field : time.fields()) {
                                fields.add(field);
                            }
                            return List.of(
                                    fields,
                                    time.ascii(),
                                    time.format("%Y-%m-%d %H:%M:%S %Z"),
                                    time.toString());
                        });
    }

    private static DateTime aware(List<Object> arguments) {
        return moment((List<?>) arguments.get(0), zone(arguments.get(1)));
    }

    private static FixedZone zone(Object seconds) {
        return FixedZone.of(seconds(seconds), null);
    }

    private static TimeDelta seconds(Object seconds) {
        return TimeDelta.of(0L, seconds);
    }

    private static TimeDelta delta(Object parts) {
        return TimeDelta.of(((List<?>) parts).toArray());
    }

    private static DateTime moment(Object fields) {
        return moment((List<?>) fields, null);
    }

    private static DateTime moment(List<?> fields, @Nullable FixedZone zone) {
        return new DateTime(date(fields), clock(fields, 3, zone));
    }

    private static Date date(List<?> fields) {
        return Date.of(n(fields, 0), n(fields, 1), n(fields, 2));
    }

    private static Clock clock(List<?> fields, int from, @Nullable FixedZone zone) {
        return Clock.of(
                n(fields, from),
                n(fields, from + 1),
                n(fields, from + 2),
                n(fields, from + 3),
                zone);
    }

    private static long n(List<?> fields, int index) {
        return (Long) java.util.Objects.requireNonNull(fields.get(index));
    }

    private static List<String> show(Object value) {
        String repr =
                switch (value) {
                    case TimeDelta delta -> delta.repr();
                    case Date date -> date.repr();
                    case Clock clock -> clock.repr();
                    case DateTime moment -> moment.repr();
                    case FixedZone zone -> zone.repr();
                    default -> throw new IllegalArgumentException(value.toString());
                };
        return List.of(value.toString(), repr);
    }
}
