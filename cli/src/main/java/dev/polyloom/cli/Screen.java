package dev.polyloom.cli;

import dev.polyloom.supervisor.Status;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The size of a terminal, and what fits into it.
 *
 * @param rows how many lines it has
 * @param columns how many characters a line has
 */
record Screen(int rows, int columns) {
    private static final Screen USUAL = new Screen(24, 80);
    private static final int LEAST_ROWS = 4;
    private static final int LEAST_NAME = 12;

    /** Asks the terminal of this process. */
    static Screen ask() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            byte[] bytes = stty.getInputStream().readNBytes(32);
            return of(new String(bytes, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            return USUAL;
        }
    }

    /** Reads what {@code stty size} says; a terminal that does not know its size is a usual one. */
    static Screen of(String size) {
        if (!size.matches("[1-9]\\d{0,4} [1-9]\\d{0,4}")) {
            return USUAL;
        }
        String[] parts = size.split(" ", -1);
        return new Screen(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Returns the lines of a host's tree, of which as many fit as can be, each with its state. */
    List<String> tree(Status status) {
        int name = Math.max(LEAST_NAME, columns * 2 / 5);
        List<String> lines = StatusTree.brief(status, name).lines().map(this::cut).toList();
        int most = Math.max(LEAST_ROWS, rows - 2);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> fitting = new ArrayList<>(lines.subList(0, most - 1));
        fitting.add(
                cut(
                        "... and %d more; polyloom status shows all"
                                .formatted(lines.size() - most + 1)));
        return fitting;
    }

    private String cut(String line) {
        return line.length() <= columns ? line : Texts.oneLine(line, columns - 1);
    }
}
