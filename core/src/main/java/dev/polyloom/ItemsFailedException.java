package dev.polyloom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a parallel map with {@link FailurePolicy#COLLECT} failed; every item was run. The
 * cause is the exception of the first of them. Failures and results stay in this JVM: an exception
 * that crossed to another process has only its message and cause.
 */
public final class ItemsFailedException extends PolyloomException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 3;

    private final transient @Nullable List<ItemResult<?, ?>> failures;
    private final transient @Nullable List<@Nullable Object> results;

    /**
     * Makes an exception.
     *
     * @param failures the items that failed, at least one, in the order of the input
     * @param results all results in the order of the input, null in place of those that failed;
     *     empty if they were handed out before
     * @param total how many items there were
     */
    public ItemsFailedException(
            List<? extends ItemResult<?, ?>> failures,
            List<? extends @Nullable Object> results,
            long total) {
        super(message(failures, total), failures.getFirst().failure());
        this.failures = List.copyOf(failures);
        this.results = Collections.unmodifiableList(new ArrayList<@Nullable Object>(results));
    }

    private static String message(List<? extends ItemResult<?, ?>> failures, long total) {
        StringBuilder text = new StringBuilder();
        text.append(failures.size()).append(" of ").append(total).append(" items failed: ");
        for (ItemResult<?, ?> failure : failures.subList(0, Math.min(NAMED, failures.size()))) {
            text.append(
                            "item at index %d, %s"
                                    .formatted(failure.index(), ItemText.of(failure.item())))
                    .append(": ")
                    .append(failure.failure())
                    .append("; ");
        }
        text.setLength(text.length() - 2);
        return failures.size() > NAMED ? text.append("; and others").toString() : text.toString();
    }

    /**
     * Returns the items that failed, in the order of the input.
     *
     * @return the failures
     */
    public List<ItemResult<?, ?>> failures() {
        return failures == null ? List.of() : failures;
    }

    /**
     * Returns the results of all items in the order of the input, null in place of those that
     * failed.
     *
     * @return the results; empty if the map was lazy and had handed them out before
     */
    public List<@Nullable Object> results() {
        return results == null ? List.of() : results;
    }
}
