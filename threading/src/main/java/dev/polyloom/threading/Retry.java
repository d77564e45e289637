package dev.polyloom.threading;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tries something again when it fails. Immutable.
 *
 * <pre>{@code
 * String page = Retry.times(4)
 *         .backoff(Duration.ofMillis(10), Duration.ofSeconds(1))
 *         .when(IOException.class::isInstance)
 *         .call(() -> fetch());
 * }</pre>
 *
 * @param attempts how often it is tried at most
 * @param first the wait after the first failure; each further one is twice as long
 * @param longest the longest wait
 * @param which which failures are worth another attempt
 */
public record Retry(
        int attempts, Duration first, Duration longest, Predicate<? super Exception> which) {
    private static final int MOST_KEPT = 8;

    /**
     * Describes attempts.
     *
     * @throws IllegalArgumentException if there is less than one attempt, or a wait is negative
     */
    public Retry {
        Objects.requireNonNull(which, "which");
        if (attempts < 1) {
            throw new IllegalArgumentException("at least 1 attempt is needed, not " + attempts);
        }
        if (first.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException(
                    "a wait is not negative, unlike %s or %s".formatted(first, longest));
        }
    }

    /**
     * Describes attempts one right after the other, whatever the failure.
     *
     * @param attempts how often it is tried at most, at least 1
     * @return the description
     */
    public static Retry times(int attempts) {
        return new Retry(attempts, Duration.ZERO, Duration.ZERO, _ -> true);
    }

    /**
     * Adds waits between the attempts.
     *
     * @param shortest the wait after the first failure; each further one is twice as long
     * @param most the longest wait
     * @return the description
     */
    public Retry backoff(Duration shortest, Duration most) {
        return new Retry(attempts, shortest, most, which);
    }

    /**
     * Says which failures are worth another attempt. An error or an interrupt never is.
     *
     * @param failures tells whether to try again
     * @return the description
     */
    public Retry when(Predicate<? super Exception> failures) {
        return new Retry(attempts, first, longest, failures);
    }

    /**
     * Does it, again if it fails.
     *
     * @param body what is done
     * @param <T> the type of its result
     * @return its result
     * @throws InterruptedException if the thread is interrupted between two attempts; what the last
     *     attempts threw is suppressed in it
     * @throws Exception what the last attempt threw; what those before threw is suppressed in it,
     *     the earliest first, and no more than the last 8
     */
    public <T extends @Nullable Object> T call(Callable<T> body) throws Exception {
        return call(body, Threads::sleep);
    }

    /** Does what {@link #call(Callable)} does, with a way to wait. */
    <T extends @Nullable Object> T call(Callable<T> body, Pause pause) throws Exception {
        Objects.requireNonNull(body, "body");
        Deque<Exception> before = new ArrayDeque<>();
        Duration wait = first.compareTo(longest) < 0 ? first : longest;
        for (int attempt = 1; ; attempt++) {
            try {
                return body.call();
            } catch (InterruptedException e) {
                throw withSuppressed(e, before);
            } catch (Exception e) {
                if (attempt == attempts || !which.test(e)) {
                    throw withSuppressed(e, before);
                }
                keep(before, e);
            }
            sleep(pause, wait, before);
            wait = wait.compareTo(longest.dividedBy(2)) < 0 ? wait.multipliedBy(2) : longest;
        }
    }

    private static void sleep(Pause pause, Duration wait, Deque<Exception> before)
            throws InterruptedException {
        try {
            pause.sleep(wait);
        } catch (InterruptedException e) {
            throw withSuppressed(e, before);
        }
    }

    private static void keep(Deque<Exception> before, Exception failure) {
        before.add(failure);
        if (before.size() > MOST_KEPT) {
            before.remove();
        }
    }

    /** Adds each failure once, since some bodies throw the same exception again and again. */
    @SuppressWarnings("ReferenceEquality") // equal failures may say different things
    private static <E extends Exception> E withSuppressed(E last, Deque<Exception> before) {
        Exception[] failures = before.toArray(new Exception[0]);
        for (int i = 0; i < failures.length; i++) {
            if (failures[i] != last && indexOf(failures, failures[i]) == i) {
                last.addSuppressed(failures[i]);
            }
        }
        return last;
    }

    @SuppressWarnings("ReferenceEquality") // equal failures may say different things
    private static int indexOf(Exception[] failures, Exception one) {
        int index = 0;
        while (failures[index] != one) {
            index++;
        }
        return index;
    }

    /** A way to wait. */
    @FunctionalInterface
    interface Pause {
        /** Waits so long. */
        void sleep(Duration time) throws InterruptedException;
    }
}
