package dev.polyloom.process.named;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
public final class NearNames {
    private static final int MOST = 5;

    /** Whoever writes more does not mean a name; looking costs as much as it is long. */
    private static final int LONGEST = 200;

    private NearNames() {}

    /**
     * Returns the names near to one.
     *
     * @param wanted the name that was written
     * @param names the names there are
     * @return the nearest, at most five, the nearest first; none for a very long name
     */
    public static List<String> of(String wanted, Collection<String> names) {
        if (wanted.length() > LONGEST) {
            return List.of();
        }
        int limit = Math.max(2, wanted.length() / 3);
        return names.stream()
                .distinct()
                .filter(name -> isNear(wanted, name, limit))
                .sorted(
                        Comparator.comparingInt((String name) -> distance(wanted, name))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

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

    private static boolean isNear(String wanted, String name, int limit) {
        String a = wanted.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        return distance(a, b) <= limit || b.contains(a) || (b.length() > 3 && a.contains(b));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int replaced = previous[j - 1] + change;
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
