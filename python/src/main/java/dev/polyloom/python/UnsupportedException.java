package dev.polyloom.python;

import java.util.List;
import java.util.stream.Collectors;

/** Says what of a program cannot be translated, all of it. Instances are immutable. */
public final class UnsupportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was found. */
    private final transient List<Finding> findings;

    /**
     * Makes one.
     *
     * @param findings what cannot be translated
     * @throws NullPointerException if the list is null
     */
    public UnsupportedException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /**
     * Returns what was found.
     *
     * @return the findings by file, line and column
     */
    public List<Finding> findings() {
        return findings;
    }
}
