package dev.polyloom.spi;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What it takes to stop a task that runs here: its thread, its stage, its alarm. */
final class TaskControl {
    private final boolean async;
    private final @Nullable Duration timeout;
    private @Nullable Thread runner;
    private @Nullable CompletionStage<?> stage;
    private @Nullable Future<?> alarm;

    TaskControl(boolean async, @Nullable Duration timeout) {
        this.async = async;
        this.timeout = timeout;
    }

    boolean async() {
        return async;
    }

    @Nullable Duration timeout() {
        return timeout;
    }

    synchronized void alarm(Future<?> started) {
        alarm = started;
    }

    synchronized void stopAlarm() {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    synchronized void enter(Thread thread) {
        runner = thread;
    }

    synchronized void leave() {
        runner = null;
    }

    synchronized void open(CompletionStage<?> opened) {
        stage = opened;
    }

    private synchronized @Nullable CompletionStage<?> stage() {
        return stage;
    }

    void interrupt() {
        synchronized (this) {
            if (runner != null) {
                runner.interrupt();
            }
        }
        cancelStage(true);
    }

    void cancelStage(boolean mayInterrupt) {
        CompletionStage<?> open = stage();
        if (open != null) {
            open.toCompletableFuture().cancel(mayInterrupt);
        }
    }
}
