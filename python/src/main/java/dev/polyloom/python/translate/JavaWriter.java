package dev.polyloom.python.translate;

import dev.polyloom.python.runtime.object.Position;
import java.util.ArrayList;
import java.util.List;

/** Lines of Java, each with the place of Python that it comes from. */
final class JavaWriter {
    private final List<String> lines = new ArrayList<>();
    private final List<Position> origins = new ArrayList<>();
    private int depth;
    private Position origin = Position.NONE;

    /** Says from where in Python the next lines come. */
    void at(Position position) {
        origin = position;
    }

    /** Says from which line of Python the next lines come. */
    void at(int line) {
        at(Position.at(line));
    }

    /** Returns the place of Python that the next lines come from. */
    Position origin() {
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
        return Positions.plain(String.join("\n", lines) + "\n");
    }

    /** Breaks the lines at their marks, and notes for each where it comes from. */
    void layOut(Positions positions, List<String> broken, List<Position> places) {
        for (int i = 0; i < lines.size(); i++) {
            positions.layOut(lines.get(i), origins.get(i), broken, places);
        }
    }
}
