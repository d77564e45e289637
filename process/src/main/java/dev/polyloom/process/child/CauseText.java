package dev.polyloom.process.child;

import dev.polyloom.PolyloomException;

/** Failures in words. */
public final class CauseText {
    private CauseText() {}

    /**
     * Returns what went wrong; of our own failures, whose message says it all, that alone.
     *
     * @param failure of any class, even one whose message cannot be had
     * @return the text, possibly of several lines
     */
    public static String of(Throwable failure) {
        try {
            String message = failure.getMessage();
            return failure instanceof PolyloomException && message != null
                    ? message
                    : failure.toString();
        } catch (RuntimeException | StackOverflowError e) {
            return "%s, whose message cannot be had: it threw %s"
                    .formatted(failure.getClass().getName(), e.getClass().getName());
        }
    }
}
