package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name that a program may have meant by one that is not there. */
final class Suggestion {
    private static final int MOST_NAMES = 750;
    private static final int LONGEST = 40;
    private static final int CHANGE = 2;
    private static final int CHANGE_OF_CASE = 1;

    private Suggestion() {}

    /** Returns what a traceback adds to the message of an error, or an empty text. */
    static String of(PyException error) {
        if (!(error.own("name") instanceof String wrong) || wrong.length() > LONGEST) {
            return "";
        }
        List<String> names = names(error);
        String near = names.size() > MOST_NAMES ? null : nearest(wrong, names);
        return near == null ? "" : ". Did you mean: '%s'?".formatted(near);
    }

    private static List<String> names(PyException error) {
        List<String> names = new ArrayList<>();
        Object owner = error.own("obj");
        if (error.is(Exceptions.ATTRIBUTE_ERROR) && owner != null) {
            try {
                for (Object each : Attributes.names(owner).snapshot()) {
                    names.add(String.valueOf(each));
                }
            } catch (RuntimeException e) {
                return List.of(); // a class may say by itself what it has, and fail
            }
        } else if (error.is(Exceptions.NAME_ERROR)) {
            List<Traceback.Frame> frames = error.legs().frames();
            Module module = frames.isEmpty() ? null : frames.getLast().module();
            if (module != null) {
                names.addAll(module.owned().keySet());
                names.addAll(Builtins.all().keySet());
            }
        }
        return names;
    }

    private static @Nullable String nearest(String wrong, List<String> names) {
        int best = wrong.length();
        String found = null;
        for (String each : names) {
            int most = Math.min((each.length() + wrong.length() + 3) * CHANGE / 6, best - 1);
            if (!each.equals(wrong) && each.length() <= LONGEST) {
                int distance = distance(wrong, each);
                if (distance <= most) {
                    found = each;
                    best = distance;
                }
            }
        }
        return found;
    }

    /** Returns what it costs to make one text of another. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j * CHANGE;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i * CHANGE;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                row[j] =
                        Math.min(
                                Math.min(row[j - 1], above) + CHANGE,
                                diagonal + cost(a.charAt(i - 1), b.charAt(j - 1)));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private static int cost(char a, char b) {
        if (a == b) {
            return 0;
        }
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? CHANGE_OF_CASE : CHANGE;
    }
}
