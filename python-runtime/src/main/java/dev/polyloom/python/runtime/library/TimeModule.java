package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.PyObject;
import dev.polyloom.python.runtime.object.PyTuple;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.ThreadState;
import dev.polyloom.python.runtime.object.Types;
import dev.polyloom.python.runtime.time.BrokenTime;
import dev.polyloom.python.runtime.time.Clock;
import dev.polyloom.python.runtime.time.Date;
import dev.polyloom.python.runtime.time.DateTime;
import dev.polyloom.python.runtime.time.FixedZone;
import dev.polyloom.python.runtime.time.TimeReader;
import java.time.Instant;
import java.util.TimeZone;

/** The module {@code time}. */
final class TimeModule {
    private static final double NANOS = 1e9;
    private static final int FIELDS = 9;
    private static final String ASCII = "%a %b %d %H:%M:%S %Y";

    /** {@code time.struct_time}. */
    static final StructSequence STRUCT_TIME =
            StructSequence.of(
                    "time",
                    "struct_time",
                    FIELDS,
                    "tm_year",
                    "tm_mon",
                    "tm_mday",
                    "tm_hour",
                    "tm_min",
                    "tm_sec",
                    "tm_wday",
                    "tm_yday",
                    "tm_isdst",
                    "tm_zone",
                    "tm_gmtoff");

    private TimeModule() {}

    static Module make() {
        Module module = new Module("time");
        module.function("sleep", 1, 1, a -> sleep(a[0]));
        module.function("time", 0, 0, a -> now() / NANOS);
        module.function("time_ns", 0, 0, a -> now());
        for (String name :
                new String[] {"perf_counter", "monotonic", "process_time", "thread_time"}) {
            module.function(name, 0, 0, a -> System.nanoTime() / NANOS);
            module.function(name + "_ns", 0, 0, a -> System.nanoTime());
        }
        addCalendar(module);
        return module;
    }

    @SuppressWarnings("JavaUtilDate") // browsers have it
    private static void addCalendar(Module module) {
        TimeZone zone = TimeZone.getDefault();
        module.put("struct_time", STRUCT_TIME.type());
        module.put("timezone", (long) -zone.getRawOffset() / 1000);
        module.put("altzone", (long) -(zone.getRawOffset() + zone.getDSTSavings()) / 1000);
        module.put("daylight", zone.useDaylightTime() ? 1L : (Object) 0L);
        module.put(
                "tzname",
                PyTuple.of(
                        zone.getDisplayName(false, TimeZone.SHORT, java.util.Locale.ROOT),
                        zone.getDisplayName(true, TimeZone.SHORT, java.util.Locale.ROOT)));
        module.function("gmtime", 0, 1, a -> struct(BrokenTime.utc(seconds(a)), true));
        module.function("localtime", 0, 1, a -> struct(BrokenTime.local(seconds(a)), false));
        module.function("mktime", 1, 1, a -> seconds(checked(a[0], "mktime")));
        module.function("ctime", 0, 1, a -> BrokenTime.local(seconds(a)).ascii());
        module.function("asctime", 0, 1, a -> broken(a, 0).ascii());
        module.function(
                "strftime",
                1,
                2,
                a -> broken(a, 1).format(Values.text(a[0], "strftime() argument 1")));
        module.function("strptime", 1, 2, a -> read(a[0], a.length > 1 ? a[1] : (Object) ASCII));
        module.function("tzset", 0, 0, a -> None.NONE);
        module.function("get_clock_info", 1, 1, a -> clockInfo(a[0]));
    }

    /** Returns the nanoseconds since 1970. */
    static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    private static double seconds(Object[] a) {
        return a.length == 0 || Values.isNone(a[0]) ? now() / NANOS : Numbers.toDouble(a[0]);
    }

    private static Object struct(BrokenTime time, boolean utc) {
        Object[] values = new Object[FIELDS + 2];
        int[] fields = time.fields();
        for (int i = 0; i < FIELDS; i++) {
            values[i] = (long) fields[i];
        }
        values[FIELDS] = utc ? "GMT" : time.zoneName();
        double local = time.seconds();
        values[FIELDS + 1] =
                utc ? 0L : (long) (TimeZone.getDefault().getOffset(((long) local) * 1000) / 1000);
        return STRUCT_TIME.tuple(values);
    }

    private static PyTuple checked(Object value, String function) {
        if (value instanceof PyTuple fields && fields.size() >= FIELDS) {
            return fields;
        }
        throw Errors.type(
                value instanceof PyTuple
                        ? function + "(): illegal time tuple argument"
                        : "Tuple or struct_time argument required");
    }

    private static long field(PyTuple tuple, int place) {
        return Numbers.index(tuple.get(place));
    }

    /** Returns what {@code mktime} makes of a tuple, whose fields need not be in their ranges. */
    private static Object seconds(PyTuple tuple) {
        long months = field(tuple, 0) * 12 + field(tuple, 1) - 1;
        long time = (field(tuple, 3) * 60 + field(tuple, 4)) * 60 + field(tuple, 5);
        Date month = Date.of(Math.floorDiv(months, 12L), Math.floorMod(months, 12L) + 1, 1);
        Date day = month.plusDays(field(tuple, 2) - 1 + Math.floorDiv(time, 86400L));
        long rest = Math.floorMod(time, 86400L);
        Clock clock = Clock.of(rest / 3600, rest / 60 % 60, rest % 60, 0, null);
        return new DateTime(day, clock).timestamp();
    }

    private static BrokenTime broken(Object[] a, int place) {
        if (a.length <= place) {
            return BrokenTime.local(now() / NANOS);
        }
        PyTuple tuple = checked(a[place], place == 0 ? "asctime" : "strftime");
        Date date =
                Date.of(
                        field(tuple, 0),
                        Math.max(1, field(tuple, 1)),
                        Math.max(1, field(tuple, 2)));
        Clock clock =
                Clock.of(field(tuple, 3), field(tuple, 4), Math.min(59, field(tuple, 5)), 0, null);
        String zone =
                tuple.own("tm_zone") instanceof String name ? name : BrokenTime.local(0).zoneName();
        return new BrokenTime(new DateTime(date, clock), (int) field(tuple, 8), zone);
    }

    private static Object read(Object text, Object format) {
        DateTime moment =
                TimeReader.read(
                        Values.text(text, "strptime() argument 0"),
                        Values.text(format, "strptime() argument 1"));
        PyTuple struct = (PyTuple) struct(new BrokenTime(moment.withoutZone(), -1, "GMT"), true);
        Object[] values = new Object[FIELDS + 2];
        for (int i = 0; i < FIELDS; i++) {
            values[i] = struct.get(i);
        }
        values[FIELDS] = None.NONE;
        values[FIELDS + 1] = None.NONE;
        return STRUCT_TIME.tuple(values);
    }

    /** Makes the module {@code _time}, which reads moments for {@code datetime}. */
    static Module makeHidden() {
        Module module = new Module("_time");
        module.function("parse_moment", 2, 2, a -> moment(Text.str(a[0]), Text.str(a[1])));
        return module;
    }

    private static Object moment(String text, String format) {
        DateTime moment = TimeReader.read(text, format);
        Date date = moment.date();
        Clock clock = moment.clock();
        FixedZone zone = clock.zone();
        return PyTuple.of(
                (long) date.year(),
                (long) date.month(),
                (long) date.day(),
                (long) clock.hour(),
                (long) clock.minute(),
                (long) clock.second(),
                (long) clock.microsecond(),
                zone == null ? None.NONE : (Object) Math.round(zone.offset().totalSeconds() * 1e6),
                Values.orNone(zone == null ? null : zone.name()));
    }

    private static Object clockInfo(Object name) {
        PyObject info = new PyObject(PyType.user("namespace", java.util.List.of(Types.OBJECT)));
        boolean wall = "time".equals(name);
        info.setOwn("implementation", "clock_gettime");
        info.setOwn("monotonic", !wall);
        info.setOwn("adjustable", wall);
        info.setOwn("resolution", 1e-09);
        return info;
    }

    private static Object sleep(Object seconds) {
        if (!Numbers.isInt(seconds) && !(Numbers.plain(seconds) instanceof Double)) {
            throw Fault.type(
                    "'%s' object cannot be interpreted as an integer"
                            .formatted(Values.typeName(seconds)));
        }
        double time = Numbers.toDouble(seconds);
        if (time < 0) {
            throw Errors.value("sleep length must be non-negative");
        }
        long nanos = (long) (time * NANOS);
        Waiting.sleepUntil(System.nanoTime() + nanos);
        ThreadState.get().addSleep(nanos);
        return None.NONE;
    }
}
