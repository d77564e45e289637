package dev.polyloom.contract;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A thread of the test that makes one call which may wait, and can be interrupted in it. */
public final class Caller {
    private final FutureTask<@Nullable Object> outcome;
    private final Thread thread;
    private volatile boolean interruptedAtEnd;

    private Caller(Callable<?> call) {
        outcome =
                new FutureTask<@Nullable Object>(() -> {
                    try {
                        return call.call();
                    } finally {
                        interruptedAtEnd = Thread.currentThread().isInterrupted();
                    }
                });
        thread = Thread.ofPlatform().name("contract-caller").daemon().unstarted(outcome);
    }

    /**
     * Starts a call.
     *
     * @param call the call
     * @return the thread that makes it
     */
    public static Caller of(Callable<?> call) {
        Caller caller = new Caller(call);
        caller.thread.start();
        return caller;
    }

    /**
     * Starts a call that returns nothing.
     *
     * @param call the call
     * @return the thread that makes it
     */
    public static Caller running(Runnable call) {
        return of(() -> {
            call.run();
            return "returned";
        });
    }

    /**
     * Waits until the call waits.
     *
     * @return this
     */
    public Caller expectWaiting() {
        Awaitility.await("the call waits")
                .atMost(Duration.ofSeconds(30))
                .dontCatchUncaughtExceptions()
                .pollInterval(Duration.ofMillis(2))
                .until(() ->
                        thread.getState() == Thread.State.WAITING
                                || thread.getState() == Thread.State.TIMED_WAITING);
        return this;
    }

    /** Interrupts the call. */
    public void interrupt() {
        thread.interrupt();
    }

    /**
     * Tells whether the call has not returned.
     *
     * @return whether it is still being made
     */
    public boolean isCalling() {
        return !outcome.isDone();
    }

    /**
     * Waits for the end of the call.
     *
     * @return what it returned
     * @throws Exception what it threw
     */
    public @Nullable Object result() throws Exception {
        try {
            return outcome.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "the call did not return; it is at "
                            + java.util.Arrays.toString(thread.getStackTrace()),
                    e);
        }
    }

    /**
     * Tells whether the thread had its interrupt status set when the call ended.
     *
     * @return whether it was
     */
    public boolean interruptedAtEnd() {
        return interruptedAtEnd;
    }
}
