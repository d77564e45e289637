package dev.polyloom.threading;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A channel for one value, or one failure, which all who ask receive. Safe for use by several
 * threads.
 *
 * @param <T> the type of the value
 */
public final class Oneshot<T> {
    private final @Nullable String name;
    private final AtomicReference<@Nullable Outcome<T>> outcome = new AtomicReference<>();
    private final Latch sent = new Latch(1);

    private record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {}

    /** Makes a channel without a name. */
    public Oneshot() {
        name = null;
    }

    /**
     * Makes a channel.
     *
     * @param name what messages call it; not null
     */
    public Oneshot(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Sends the value.
     *
     * @param value the value; not null
     * @throws SendException if a value or failure was sent before
     */
    public void send(T value) {
        complete(new Outcome<>(Objects.requireNonNull(value, "value"), null));
    }

    /**
     * Tells that there will be no value.
     *
     * @param failure why; the cause of what receivers get
     * @throws SendException if a value or failure was sent before
     */
    public void fail(Throwable failure) {
        complete(new Outcome<>(null, Objects.requireNonNull(failure, "failure")));
    }

    private void complete(Outcome<T> made) {
        if (!outcome.compareAndSet(null, made)) {
            throw new SendException(
                    "%s takes one value or failure, and has it".formatted(this), null);
        }
        sent.countDown();
    }

    /**
     * Waits for the value.
     *
     * @return the value
     * @throws ReceiveException if a failure was sent in its place
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public T receive() throws InterruptedException {
        sent.await();
        return Objects.requireNonNull(tryReceive());
    }

    /**
     * Waits for the value, but not for ever.
     *
     * @param most the longest wait; does not wait if not positive
     * @return the value, or null if nothing was sent in time
     * @throws ReceiveException if a failure was sent in its place
     * @throws InterruptedException if the thread is interrupted, before or meanwhile
     */
    public @Nullable T receive(Duration most) throws InterruptedException {
        return sent.await(most) ? tryReceive() : null;
    }

    /**
     * Returns the value if there is one.
     *
     * @return the value, or null if nothing was sent yet
     * @throws ReceiveException if a failure was sent in its place
     */
    public @Nullable T tryReceive() {
        Outcome<T> known = outcome.get();
        if (known == null) {
            return null;
        }
        if (known.failure != null) {
            throw new ReceiveException(
                    "%s was sent a failure: %s".formatted(this, known.failure), known.failure);
        }
        return known.value;
    }

    /**
     * Tells whether there is something to receive.
     *
     * @return true once a value or a failure was sent
     */
    public boolean isDone() {
        return outcome.get() != null;
    }

    @Override
    public String toString() {
        return Label.of("oneshot channel", name, this);
    }
}
