package dev.polyloom.process.message;

import dev.polyloom.process.codec.Codec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something asked through a pipe, and the future of its answer. A future that is cancelled or runs
 * out of time takes the question back.
 *
 * @param <T> the type of the answer
 */
final class Question<T extends @Nullable Object> implements Answer {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Codec codec;
    private final PipeEnd pipe;
    private final String name;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private volatile long number;

    Question(Codec codec, PipeEnd pipe, String name) {
        this.codec = codec;
        this.pipe = pipe;
        this.name = name;
    }

    private static ScheduledThreadPoolExecutor timer() {
        var timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("polyloom-timeouts").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Sends it; whatever goes wrong is told by the future. */
    void send(Kind kind, Supplier<byte[]> body, long nanos) {
        try {
            number = pipe.outgoing().ask(kind, name, body.get(), this, nanos);
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
            return;
        }
        var _ = future.whenComplete((value, failure) -> pipe.outgoing().cancel(number));
    }

    /** Limits how long the answer is waited for. */
    void limit(Duration timeout) {
        String what = name.isEmpty() ? "a request" : "request '" + name + "'";
        String message =
                "%s did not answer %s within %d ms"
                        .formatted(pipe.peer(), what, timeout.toMillis());
        ScheduledFuture<?> timer =
                TIMER.schedule(
                        () ->
                                Thread.ofVirtual()
                                        .name("polyloom-timeout")
                                        .start(() -> expire(message)),
                        timeout.toNanos(),
                        TimeUnit.NANOSECONDS);
        var _ = future.whenComplete((value, failure) -> timer.cancel(false));
    }

    private void expire(String message) {
        future.completeExceptionally(new TimeoutException(message));
    }

    @Override
    @SuppressWarnings("unchecked") // the caller says what it expects
    public void replied(byte[] body) {
        T value;
        try {
            value = (T) codec.decode("result", body);
        } catch (Throwable e) {
            future.completeExceptionally(e);
            return;
        }
        future.complete(value);
    }

    @Override
    public void failed(byte[] body) {
        Throwable failure;
        try {
            failure = codec.decodeFailure(body);
        } catch (Throwable e) {
            failure = e;
        }
        future.completeExceptionally(failure);
    }

    @Override
    public void gone(Throwable why) {
        future.completeExceptionally(why);
    }
}
