package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Numbers;
import dev.polyloom.python.runtime.object.ThreadState;
import dev.polyloom.threading.Threads;
import java.time.Duration;
import java.time.Instant;

/** The module {@code time}. */
final class TimeModule {
    private static final double NANOS = 1e9;

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
        return module;
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    private static Object sleep(Object seconds) {
        double time = Numbers.toDouble(seconds);
        if (time < 0) {
            throw Errors.value("sleep length must be non-negative");
        }
        try {
            long nanos = (long) (time * NANOS);
            Threads.sleep(Duration.ofNanos(nanos));
            ThreadState.get().addSleep(nanos);
        } catch (InterruptedException e) {
            throw Waiting.interrupted();
        }
        return None.NONE;
    }
}
