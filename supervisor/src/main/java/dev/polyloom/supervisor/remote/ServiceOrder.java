package dev.polyloom.supervisor.remote;

import dev.polyloom.SerializableCallable;
import dev.polyloom.process.Head;
import dev.polyloom.process.child.Signals;
import dev.polyloom.supervisor.Service;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is to run.
 *
 * @param start the number of this start in the host's JVM
 * @param path the service's path
 * @param incarnation how often it was started, with this time
 * @param arguments its arguments
 * @param heartbeat how long it may go without a sign of life, or null
 * @param blockedAfter how long it may keep its loop
 * @param loop whether it has a loop
 * @param service the service
 */
record ServiceOrder(
        long start,
        String path,
        int incarnation,
        Map<String, String> arguments,
        @Nullable Duration heartbeat,
        Duration blockedAfter,
        boolean loop,
        Service service)
        implements SerializableCallable<@Nullable Void> {
    /** The number of what is no start, but a {@link Rehearsal}. */
    static final long NO_START = 0;

    @Override
    public @Nullable Void call() throws Exception {
        leaveTerminalToHost();
        new WorkerLaunch(this, Head.current()).run();
        return null;
    }

    boolean isRehearsal() {
        return start == NO_START;
    }

    /** A terminal signals a host and all its processes at once; the host stops them in order. */
    private static void leaveTerminalToHost() {
        boolean _ = Signals.on("INT", () -> {});
        boolean _ = Signals.on("HUP", () -> {});
    }
}
