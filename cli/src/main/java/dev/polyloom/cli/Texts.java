package dev.polyloom.cli;

import dev.polyloom.process.child.CauseText;
import java.time.Duration;

/** Texts for people, each fit for one line. */
final class Texts {
    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_CAUSE = 2000;

    private Texts() {}

    /** Returns a text without line breaks and other control characters, cut to a length. */
    static String oneLine(String text, int longest) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), longest) + 8);
        for (int i = 0; i < text.length() && line.length() < longest; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(Character.isISOControl(c) ? '\uFFFD' : c);
            }
            if (line.length() >= longest && i + 1 < text.length()) {
                line.append('…');
            }
        }
        return line.toString();
    }

    static String item(String item) {
        return "'" + oneLine(item, LONGEST_ITEM) + "'";
    }

    /** Returns what went wrong, in one line. */
    static String cause(Throwable failure) {
        return oneLine(CauseText.of(failure), LONGEST_CAUSE);
    }

    /** Returns a duration as a clock shows it, such as {@code 0:07} or {@code 1:02:03}. */
    static String clock(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
