package dev.polyloom.threading;

import java.time.Duration;
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
     * @throws InterruptedException if the thread is interrupted between two attempts
     * @throws Exception what the last attempt threw; what those before threw is suppressed in it
     */
    public <T extends @Nullable Object> T call(Callable<T> body) throws Exception {
        Duration wait = first.compareTo(longest) < 0 ? first : longest;
        Exception before = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return body.call();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (before != null && !before.equals(e)) {
                    e.addSuppressed(before);
                }
                if (attempt == attempts || !which.test(e)) {
                    throw e;
                }
                before = e;
            }
            Threads.sleep(wait);
            wait = wait.compareTo(longest.dividedBy(2)) < 0 ? wait.multipliedBy(2) : longest;
        }
    }
}
