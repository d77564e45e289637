package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Text;
import java.util.ArrayList;
import java.util.List;

/** Takes long texts apart for {@link PrettyPrinter}: at the ends of lines, then behind spaces. */
final class PrettyText {
    private PrettyText() {}

    /** Returns the literals whose sum is the text, none wider than asked if that can be. */
    static List<String> chunks(String text, int width, int allowance) {
        List<String> chunks = new ArrayList<>();
        List<String> lines = lines(text);
        int most = width;
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            most -= last ? allowance : 0;
            String shown = Text.repr(lines.get(i));
            if (shown.length() <= most) {
                chunks.add(shown);
            } else {
                words(lines.get(i), width, last ? allowance : 0, chunks);
            }
        }
        return chunks;
    }

    private static void words(String line, int width, int allowance, List<String> chunks) {
        List<String> parts = parts(line);
        int most = width;
        String current = "";
        for (int j = 0; j < parts.size(); j++) {
            String candidate = current + parts.get(j);
            most -= j == parts.size() - 1 ? allowance : 0;
            if (Text.repr(candidate).length() > most) {
                if (!current.isEmpty()) {
                    chunks.add(Text.repr(current));
                }
                current = parts.get(j);
            } else {
                current = candidate;
            }
        }
        if (!current.isEmpty()) {
            chunks.add(Text.repr(current));
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            lines.add(text.substring(from, at + 1));
            from = at + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    /** Returns the words, each with the spaces behind it. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < line.length()) {
            while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            parts.add(line.substring(from, at));
            from = at;
        }
        return parts;
    }
}
