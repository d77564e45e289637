package dev.polyloom.cli;

import java.util.List;

/** The command was not used as it should be; nothing was started. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    /** Makes one that says what was wrong and what would be right. */
    Misuse(String line) {
        this(List.of(line));
    }

    Misuse(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }
}
