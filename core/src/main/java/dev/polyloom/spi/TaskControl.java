package dev.polyloom.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
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

    /** Calls a body that gives a stage, and keeps the stage; the call may be interrupted. */
    CompletionStage<?> call(Callable<?> body) throws Exception {
        enter(Thread.currentThread());
        try {
            CompletionStage<?> opened =
                    (CompletionStage<?>) Objects.requireNonNull(body.call(), "stage");
            open(opened);
            return opened;
        } finally {
            leave();
        }
    }

    private synchronized void open(CompletionStage<?> opened) {
        stage = opened;
    }

    private synchronized @Nullable CompletionStage<?> stage() {
        return stage;
    }

    /** Interrupts the body if it runs here, and cancels its stage. */
    void interrupt() {
        interruptRunner();
        cancelOpen(true);
    }

    /** Cancels an asynchronous body; that of another task is interrupted by its future. */
    void cancelStage(boolean mayInterrupt) {
        if (async && mayInterrupt) {
            interruptRunner();
        }
        cancelOpen(mayInterrupt);
    }

    private synchronized void interruptRunner() {
        if (runner != null) {
            runner.interrupt();
        }
    }

    private void cancelOpen(boolean mayInterrupt) {
        CompletionStage<?> open = stage();
        if (open != null) {
            open.toCompletableFuture().cancel(mayInterrupt);
        }
    }
}
