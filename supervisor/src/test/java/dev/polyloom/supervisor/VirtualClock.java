package dev.polyloom.supervisor;

import dev.polyloom.supervisor.internal.HostClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it. */
final class VirtualClock implements HostClock {
    private final AtomicLong now = new AtomicLong();
    private volatile Runnable wake = () -> {};

    void advance(Duration time) {
        now.addAndGet(time.toNanos());
        wake.run();
    }

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public long untilNanos(long time) {
        return Long.MAX_VALUE;
    }

    @Override
    public void onLeap(Runnable action) {
        wake = action;
    }
}
