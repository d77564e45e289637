package dev.polyloom.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A thread of a test, of which can be seen that it waits. */
final class Actor<T extends @Nullable Object> {
    private static final Set<Thread.State> WAITS =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.BLOCKED);

    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final ThreadHandle<T> handle;

    private Actor(ThreadBuilder builder, Callable<T> body) {
        handle =
                builder.spawn(() -> {
                    thread.complete(Thread.currentThread());
                    return body.call();
                });
    }

    static <T extends @Nullable Object> Actor<T> start(Callable<T> body) {
        return start(true, body);
    }

    static <T extends @Nullable Object> Actor<T> start(boolean virtual, Callable<T> body) {
        return new Actor<>(virtual ? Threads.builder().virtual() : Threads.builder(), body);
    }

    static <T extends @Nullable Object> Actor<T> start(String name, Callable<T> body) {
        return new Actor<>(Threads.builder().virtual().name(name), body);
    }

    /** Waits until the thread waits. */
    Actor<T> waits() {
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> WAITS.contains(thread.join().getState()));
        return this;
    }

    void interrupt() {
        thread.join().interrupt();
    }

    boolean isFinished() {
        return handle.isFinished();
    }

    T join() throws InterruptedException {
        return handle.join(Duration.ofSeconds(30));
    }

    /** Returns what the body threw. */
    Throwable failure() throws InterruptedException {
        try {
            T result = join();
            assertThat(result).as("a failure was due").isNull();
            return new AssertionError("no failure");
        } catch (JoinException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
