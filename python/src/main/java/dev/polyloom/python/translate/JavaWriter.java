package dev.polyloom.python.translate;

import java.util.ArrayList;
import java.util.List;

/** Lines of Java, each with the line of Python that it comes from. */
final class JavaWriter {
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private int depth;
    private int origin;

    /** Says from which line of Python the next lines come. */
    void at(int line) {
        origin = line;
    }

    /** Returns the line of Python that the next lines come from. */
    int origin() {
        return origin;
    }

    void line(String text) {
        lines.add(text.isEmpty() ? "" : "    ".repeat(depth) + text);
        origins.add(origin);
    }

    /** Writes a line that opens a block. */
    void open(String text) {
        line(text + " {");
        depth++;
    }

    /** Closes one block and opens the next. */
    void next(String text) {
        depth--;
        line("} " + text + " {");
        depth++;
    }

    void close() {
        close("");
    }

    void close(String after) {
        depth--;
        line("}" + after);
    }

    /** Adds the lines of another, further in. */
    void add(JavaWriter other) {
        for (int i = 0; i < other.lines.size(); i++) {
            String text = other.lines.get(i);
            lines.add(text.isEmpty() ? "" : "    ".repeat(depth) + text);
            origins.add(other.origins.get(i));
        }
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Returns for each line of Java the line of Python, or 0. */
    List<Integer> origins() {
        return List.copyOf(origins);
    }
}
