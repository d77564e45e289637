package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Python's text for exceptions that nobody catches, and for parts of it. */
public final class TracebackText {
    private static final int MOST_REPEATED = 3;
    private static final int MOST_IN_GROUP = 15;
    private static final int DEEPEST_GROUP = 10;
    private static final String CAUSE =
            "\nThe above exception was the direct cause of the following exception:\n\n";
    private static final String CONTEXT =
            "\nDuring handling of the above exception, another exception occurred:\n\n";

    private final boolean chained;
    private final UnaryOperator<List<Traceback.Frame>> limit;
    private final List<String> parts = new ArrayList<>();
    private int depth;
    private boolean open;

    private TracebackText(boolean chained, UnaryOperator<List<Traceback.Frame>> limit) {
        this.chained = chained;
        this.limit = limit;
    }

    /** Returns the whole text for an exception. */
    public static String of(PyException error) {
        return String.join("", parts(error, true, frames -> frames));
    }

    /**
     * Returns the text for an exception, in parts that end with lines.
     *
     * @param chained whether those before it are told of too
     * @param limit chooses the frames that are shown
     */
    public static List<String> parts(
            PyException error, boolean chained, UnaryOperator<List<Traceback.Frame>> limit) {
        TracebackText text = new TracebackText(chained, limit);
        text.append(error);
        return text.parts;
    }

    /** An exception and the words that lead from it to the next. */
    private record Link(PyException error, String words) {}

    private void append(PyException error) {
        List<Link> chain = new ArrayList<>();
        List<PyException> seen = new ArrayList<>();
        PyException each = error;
        String words = "";
        while (each != null && !seen.contains(each)) {
            chain.addFirst(new Link(each, words));
            seen.add(each);
            PyException origin = each.origin();
            words = origin != null ? CAUSE : CONTEXT;
            each =
                    !chained
                            ? null
                            : origin != null || each.isContextHidden() ? origin : each.context();
        }
        for (Link link : chain) {
            one(link.error);
            if (!link.words.isEmpty()) {
                emit(link.words, '|');
            }
        }
    }

    private void one(PyException error) {
        List<Traceback.Frame> frames = limit.apply(error.legs().frames());
        if (!ExceptionGroups.isGroup(error)) {
            if (!frames.isEmpty()) {
                emit("Traceback (most recent call last):\n", '|');
                frames(frames, error).forEach(each -> emit(each, '|'));
            }
            emit(last(error), '|');
        } else if (depth > DEEPEST_GROUP) {
            emit("... (max_group_depth is %d)\n".formatted(DEEPEST_GROUP), '|');
        } else {
            group(error, frames);
        }
    }

    private void group(PyException error, List<Traceback.Frame> frames) {
        boolean top = depth == 0;
        if (top) {
            depth = 1;
        }
        if (!frames.isEmpty()) {
            emit("Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
            frames(frames, error).forEach(each -> emit(each, '|'));
        }
        emit(last(error), '|');
        List<Object> members = ExceptionGroups.members(error).asList();
        int shown = Math.min(members.size(), MOST_IN_GROUP + 1);
        open = false;
        for (int i = 0; i < shown; i++) {
            boolean cut = i == MOST_IN_GROUP;
            open |= i == shown - 1;
            parts.add(
                    "%s%s+---------------- %s ----------------\n"
                            .formatted(indent(), i == 0 ? "+-" : "  ", cut ? "..." : i + 1));
            depth++;
            if (cut) {
                int rest = members.size() - MOST_IN_GROUP;
                emit("and %d more exception%s\n".formatted(rest, rest > 1 ? "s" : ""), '|');
            } else {
                append((PyException) members.get(i));
            }
            if (i == shown - 1 && open) {
                parts.add(indent() + "+------------------------------------\n");
                open = false;
            }
            depth--;
        }
        if (top) {
            depth = 0;
        }
    }

    private String indent() {
        return "  ".repeat(depth);
    }

    private void emit(String text, char margin) {
        if (depth == 0) {
            parts.add(text);
            return;
        }
        StringBuilder out = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            if (!line.isEmpty()) {
                out.append(indent()).append(margin).append(' ').append(line);
            }
        }
        parts.add(out.toString());
    }

    /** Returns the text of frames, each with its line; those that are repeated are counted. */
    public static List<String> frames(List<Traceback.Frame> frames) {
        List<String> texts = new ArrayList<>();
        Traceback.Frame last = null;
        int count = 0;
        for (Traceback.Frame each : frames) {
            if (last == null || !isSame(last, each)) {
                repeated(count, texts);
                count = 0;
            }
            last = each;
            if (++count <= MOST_REPEATED) {
                texts.add(frame(each));
            }
        }
        repeated(count, texts);
        return texts;
    }

    private static boolean isSame(Traceback.Frame a, Traceback.Frame b) {
        return a.file().equals(b.file())
                && a.line() == b.line()
                && a.function().equals(b.function());
    }

    private static void repeated(int count, List<String> texts) {
        int more = count - MOST_REPEATED;
        if (more > 0) {
            texts.add(
                    "  [Previous line repeated %d more time%s]\n"
                            .formatted(more, more > 1 ? "s" : ""));
        }
    }

    /** A method that is missing is shown without the arguments that it would have been given. */
    private static List<String> frames(List<Traceback.Frame> frames, PyException error) {
        Traceback.Frame last = frames.getLast();
        Position at = last.position();
        if (at.method() >= 0 && error.is(Exceptions.ATTRIBUTE_ERROR)) {
            String line = Traceback.fullLine(last.file(), at.line());
            int end = line.offsetByCodePoints(0, at.method());
            String name = line.substring(0, end).replaceFirst("(?s).*\\.\\s*", "");
            if (Exceptions.text(error).endsWith("attribute '" + name + "'")) {
                List<Traceback.Frame> all = new ArrayList<>(frames);
                all.set(
                        all.size() - 1,
                        new Traceback.Frame(
                                last.module(), last.file(), at.lookup(), last.function()));
                return frames(all);
            }
        }
        return frames(frames);
    }

    /** Returns the text of a frame, with its line and what runs there. */
    public static String frame(Traceback.Frame frame) {
        String text =
                "  File \"%s\", line %d, in %s\n"
                        .formatted(frame.file(), frame.line(), frame.function());
        String full = Traceback.fullLine(frame.file(), frame.line());
        String line = full.strip();
        return line.isEmpty() ? text : text + "    " + line + "\n" + carets(frame.position(), full);
    }

    private static String carets(Position at, String full) {
        String line = full.strip();
        if (at.column() < 0) {
            return "";
        }
        boolean one = at.line() == at.endLine();
        int end = one ? at.endColumn() : points(full.stripTrailing());
        int width = end - at.column();
        boolean pointed = one && at.left() >= 0;
        if (width >= points(line) && !pointed) {
            return "";
        }
        int hidden = points(full) - points(full.stripLeading());
        String gap = " ".repeat(4 + Math.max(0, shown(full, 0, at.column()) - hidden));
        String marks =
                pointed
                        ? "~".repeat(shown(full, at.column(), at.left()))
                                + "^".repeat(shown(full, at.left(), at.right()))
                                + "~".repeat(shown(full, at.right(), end))
                        : "^".repeat(shown(full, at.column(), end));
        return gap + marks + "\n";
    }

    /** Returns how many columns a part of a line takes on a terminal. */
    private static int shown(String line, int from, int to) {
        return line.codePoints()
                .skip(from)
                .limit(Math.max(0, to - from))
                .map(c -> isWide(c) ? 2 : 1)
                .sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the last lines: the type, the message and the notes. */
    public static String last(PyException error) {
        PyType type = error.type();
        String name = type.fullName();
        String shown = name.startsWith("__main__.") ? name.substring(9) : name;
        String text;
        try {
            text = Text.str(error);
        } catch (RuntimeException e) {
            text = "<exception str() failed>";
        }
        StringBuilder out = new StringBuilder(shown);
        out.append(text.isEmpty() ? "" : ": " + text).append(Suggestion.of(error)).append('\n');
        if (error.own("__notes__") instanceof PyList notes) {
            for (Object note : notes.snapshot()) {
                out.append(Text.str(note)).append('\n');
            }
        }
        return out.toString();
    }
}
