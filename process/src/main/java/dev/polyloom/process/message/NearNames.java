package dev.polyloom.process.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
public final class NearNames {
    private static final int MOST = 5;

    private NearNames() {}

    /**
     * Returns the end of a message about an unknown name.
     *
     * @param wanted the name that was written
     * @param names the names there are
     * @param what what they are, in the plural
     * @return near names, else all if they are few
     */
    public static String hint(String wanted, Collection<String> names, String what) {
        List<String> near = of(wanted, names);
        if (!near.isEmpty()) {
            return "; did you mean " + String.join(" or ", near) + "?";
        }
        List<String> some = names.stream().sorted().limit(MOST).toList();
        String rest = names.size() > MOST ? " and %d more".formatted(names.size() - MOST) : "";
        return some.isEmpty()
                ? "; there are no " + what
                : "; there are the %s %s%s".formatted(what, String.join(", ", some), rest);
    }

    private static List<String> of(String wanted, Collection<String> names) {
        int limit = Math.max(2, wanted.length() / 3);
        return names.stream()
                .filter(name -> distance(lower(wanted), lower(name)) <= limit)
                .sorted(
                        Comparator.comparingInt((String name) -> distance(wanted, name))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
