package dev.polyloom.hostfile;

import dev.polyloom.PolyloomException;
import dev.polyloom.loadout.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A host file cannot be used; nothing was started or changed. */
public final class HostFileException extends PolyloomException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Makes an exception.
     *
     * @param problems all that is wrong, in the order of the file
     */
    public HostFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns all that is wrong.
     *
     * @return the problems, each with its line and column, in the order of the file
     */
    public List<Problem> problems() {
        return problems;
    }
}
