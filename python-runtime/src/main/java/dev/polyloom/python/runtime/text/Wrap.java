package dev.polyloom.python.runtime.text;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.re.Flags;
import dev.polyloom.python.runtime.re.Match;
import dev.polyloom.python.runtime.re.Regex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The module {@code textwrap}. Thread-safe: there is no state. */
public final class Wrap {
    private static final String WHITE = "[\\t\\n\\x0b\\x0c\\r ]";
    private static final String PUNCTUATION = "[\\w!\"'&.,?]";
    private static final String LETTER = "[^\\d\\W]";

    /** Where lines may be broken: at white space, behind hyphens in words, around dashes. */
    private static final Regex WORDS =
            Regex.compile(
                    "("
                            + WHITE
                            + "+|(?<="
                            + PUNCTUATION
                            + ")-{2,}(?=\\w)|[^\\t\\n\\x0b\\x0c\\r ]+?(?:-(?:(?<="
                            + LETTER
                            + "{2}-)|(?<="
                            + LETTER
                            + "-"
                            + LETTER
                            + "-))(?="
                            + LETTER
                            + "-?"
                            + LETTER
                            + ")|(?="
                            + WHITE
                            + "|\\Z)|(?<="
                            + PUNCTUATION
                            + ")(?=-{2,}\\w)))",
                    0);

    private static final Regex SPACES = Regex.compile("(" + WHITE + "+)", 0);
    private static final Regex BLANK_LINES = Regex.compile("^[ \\t]+$", Flags.MULTI_LINE);
    private static final Regex MARGINS =
            Regex.compile("(^[ \\t]*)(?:[^ \\t\\n])", Flags.MULTI_LINE);

    private Wrap() {}

    /**
     * How a text is wrapped.
     *
     * @param width how wide a line may be
     * @param first what the first line begins with
     * @param later what the other lines begin with
     * @param breaksWords whether words that are too long are broken
     * @param breaksHyphens whether words are broken behind hyphens
     * @param mostLines how many lines there are at most, 0 for no limit
     * @param placeholder what stands for the rest where there are more
     */
    public record Options(
            long width,
            String first,
            String later,
            boolean breaksWords,
            boolean breaksHyphens,
            long mostLines,
            String placeholder) {

        /** Returns the options of which only the width is said. */
        public static Options of(long width) {
            return new Options(width, "", "", true, true, 0, " [...]");
        }
    }

    /** Returns {@code fill(text)}. */
    public static String fill(String text, Options options) {
        return String.join("\n", wrap(text, options));
    }

    /**
     * Returns {@code wrap(text)}.
     *
     * @throws RuntimeException ValueError
     */
    public static List<String> wrap(String text, Options options) {
        if (options.width <= 0) {
            throw Fault.value("invalid width " + options.width + " (must be > 0)");
        }
        if (options.mostLines > 0) {
            String indent = options.mostLines > 1 ? options.later : options.first;
            String mark = Strip.left(options.placeholder, null);
            if (Str.length(indent) + Str.length(mark) > options.width) {
                throw Fault.value("placeholder too large for max width");
            }
        }
        String plain =
                SPACES.replace(
                                match -> " ".repeat(match.end(0) - match.start(0)),
                                Pad.expandTabs(text, 8),
                                0)
                        .text();
        Deque<String> chunks = new ArrayDeque<>();
        for (String chunk : (options.breaksHyphens ? WORDS : SPACES).split(plain, 0)) {
            if (chunk != null && !chunk.isEmpty()) {
                chunks.add(chunk);
            }
        }
        return new Lines(options, chunks).all();
    }

    /** Takes chunks line by line. */
    private static final class Lines {
        private final Options options;
        private final Deque<String> chunks;
        private final List<String> lines = new ArrayList<>();

        Lines(Options options, Deque<String> chunks) {
            this.options = options;
            this.chunks = chunks;
        }

        List<String> all() {
            while (!chunks.isEmpty()) {
                String indent = lines.isEmpty() ? options.first : options.later;
                long width = options.width - Str.length(indent);
                if (isBlank(chunks.getFirst()) && !lines.isEmpty()) {
                    chunks.removeFirst();
                }
                List<String> line = take(width);
                if (!line.isEmpty() && !add(line, indent, width)) {
                    break;
                }
            }
            return lines;
        }

        private List<String> take(long width) {
            List<String> line = new ArrayList<>();
            long taken = 0;
            while (!chunks.isEmpty() && taken + Str.length(chunks.getFirst()) <= width) {
                taken += Str.length(chunks.getFirst());
                line.add(chunks.removeFirst());
            }
            if (!chunks.isEmpty() && Str.length(chunks.getFirst()) > width) {
                breakWord(line, width < 1 ? 1 : width - taken);
            }
            if (!line.isEmpty() && isBlank(line.getLast())) {
                line.removeLast();
            }
            return line;
        }

        private void breakWord(List<String> line, long room) {
            if (options.breaksWords) {
                String chunk = chunks.removeFirst();
                int end = (int) Math.min(room, Str.length(chunk));
                if (options.breaksHyphens && Str.length(chunk) > room) {
                    int hyphen = Str.slice(chunk, 0, end).lastIndexOf('-');
                    boolean inside =
                            hyphen > 0 && !chunk.substring(0, hyphen).replace("-", "").isEmpty();
                    end = inside ? Str.length(chunk.substring(0, hyphen + 1)) : end;
                }
                line.add(Str.slice(chunk, 0, end));
                chunks.addFirst(Str.slice(chunk, end, Str.length(chunk)));
            } else if (line.isEmpty()) {
                line.add(chunks.removeFirst());
            }
        }

        /** Adds a line, or what stands for all that is left; returns whether to go on. */
        private boolean add(List<String> line, String indent, long width) {
            boolean last = chunks.isEmpty() || (chunks.size() == 1 && isBlank(chunks.getFirst()));
            long taken = line.stream().mapToInt(Str::length).sum();
            if (options.mostLines == 0
                    || lines.size() + 1 < options.mostLines
                    || (last && taken <= width)) {
                lines.add(indent + String.join("", line));
                return true;
            }
            cut(line, indent, width, taken);
            return false;
        }

        private void cut(List<String> line, String indent, long width, long size) {
            int mark = Str.length(options.placeholder);
            long taken = size;
            while (!line.isEmpty()) {
                if (!isBlank(line.getLast()) && taken + mark <= width) {
                    lines.add(indent + String.join("", line) + options.placeholder);
                    return;
                }
                taken -= Str.length(line.removeLast());
            }
            if (!lines.isEmpty()) {
                String before = Strip.right(lines.getLast(), null);
                if (Str.length(before) + mark <= options.width) {
                    lines.set(lines.size() - 1, before + options.placeholder);
                    return;
                }
            }
            lines.add(indent + Strip.left(options.placeholder, null));
        }

        private static boolean isBlank(String chunk) {
            return Strip.strip(chunk, null).isEmpty();
        }
    }

    /** Returns {@code shorten(text, width, placeholder=placeholder)}. */
    public static String shorten(String text, long width, String placeholder) {
        String words = String.join(" ", Split.split(Strip.strip(text, null), null, -1));
        return fill(words, new Options(width, "", "", true, true, 1, placeholder));
    }

    /** Returns {@code dedent(text)}. */
    public static String dedent(String text) {
        String plain = BLANK_LINES.replace("", text, 0).text();
        String margin = null;
        for (Match match : MARGINS.findAll(plain, 0, Long.MAX_VALUE)) {
            String indent = Objects.requireNonNull(match.group(1));
            margin = margin == null ? indent : common(margin, indent);
        }
        if (margin == null || margin.isEmpty()) {
            return plain;
        }
        Regex begin = Regex.compile("^" + Regex.escape(margin), Flags.MULTI_LINE);
        return begin.replace("", plain, 0).text();
    }

    private static String common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }

    /** Returns {@code indent(text, prefix, wanted)}, where the usual lines are not blank. */
    public static String indent(String text, String prefix, Predicate<String> wanted) {
        StringBuilder out = new StringBuilder();
        for (String line : Split.lines(text, true)) {
            out.append(wanted.test(line) ? prefix : "").append(line);
        }
        return out.toString();
    }
}
