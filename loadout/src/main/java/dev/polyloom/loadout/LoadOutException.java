package dev.polyloom.loadout;

import dev.polyloom.PolyloomException;
import java.util.List;
import java.util.stream.Collectors;

/** A load-out cannot be used; nothing was started. */
public final class LoadOutException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Makes an exception.
     *
     * @param problems all that is wrong, in the order of the load-out
     */
    public LoadOutException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns all that is wrong.
     *
     * @return the problems in the order of the load-out
     */
    public List<Problem> problems() {
        return problems;
    }
}
