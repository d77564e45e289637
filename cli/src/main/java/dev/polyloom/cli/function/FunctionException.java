package dev.polyloom.cli.function;

import java.util.List;

/** The function asked for cannot be had; the lines say why and what would be right. */
public final class FunctionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    /**
     * Makes an exception of one line.
     *
     * @param line what was wrong and what would be right
     */
    public FunctionException(String line) {
        this(List.of(line));
    }

    /**
     * Makes an exception of several lines, as a compiler has them.
     *
     * @param lines what was wrong, the most telling line first
     */
    public FunctionException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /**
     * Returns what was wrong.
     *
     * @return the lines
     */
    public List<String> lines() {
        return lines;
    }
}
