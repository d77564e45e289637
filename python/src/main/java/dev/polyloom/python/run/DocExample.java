package dev.polyloom.python.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An example in a docstring: what is typed after {@code >>>}, and what is to be printed.
 *
 * @param source what is typed
 * @param want what is to be printed, or an empty text
 * @param line its line within the docstring, from 0
 */
record DocExample(String source, String want, int line) {
    private static final Pattern PROMPT = Pattern.compile("( *)>>>(?: (.*)|)");
    private static final int TAB = 8;
    private static final int PROMPT_LENGTH = 4;

    /** Returns the examples in a docstring. */
    static List<DocExample> in(String text) {
        List<String> lines = text.lines().map(DocExample::expanded).toList();
        List<DocExample> all = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Matcher prompt = PROMPT.matcher(lines.get(at));
            if (!prompt.matches()) {
                at++;
                continue;
            }
            int begin = at;
            int indent = prompt.group(1).length();
            List<String> source = new ArrayList<>();
            source.add(prompt.group(2) == null ? "" : prompt.group(2));
            for (at++; at < lines.size() && isMore(lines.get(at)); at++) {
                source.add(cut(lines.get(at), indent + PROMPT_LENGTH));
            }
            List<String> want = new ArrayList<>();
            while (at < lines.size() && isWanted(lines.get(at))) {
                want.add(cut(lines.get(at), indent));
                at++;
            }
            if (!source.stream().allMatch(DocExample::isComment)) {
                all.add(new DocExample(joined(source), want.isEmpty() ? "" : joined(want), begin));
            }
        }
        return all;
    }

    private static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isMore(String line) {
        return line.strip().startsWith("... ") || line.strip().equals("...");
    }

    private static boolean isWanted(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith(">>>");
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static String cut(String line, int width) {
        return line.length() <= width ? "" : line.substring(width);
    }

    private static String expanded(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                out.append(" ".repeat(TAB - out.length() % TAB));
            } else {
                out.append(line.charAt(i));
            }
        }
        return out.toString();
    }
}
