package dev.polyloom.python.runtime.object;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for calls whose arguments do not fit. */
final class SignatureErrors {
    private SignatureErrors() {}

    static PyException tooMany(
            Signature signature, String function, int given, @Nullable Object[] values) {
        int most = signature.positional();
        int least = most;
        while (least > 0 && signature.defaultOf(least - 1) != null) {
            least--;
        }
        int keywordOnly = 0;
        for (int i = most; i < signature.fixed(); i++) {
            keywordOnly += values[i] == null ? 0 : 1;
        }
        String range = least == most ? "" + most : "from %d to %d".formatted(least, most);
        String also =
                keywordOnly == 0
                        ? ""
                        : " positional argument%s (and %d keyword-only argument%s)"
                                .formatted(
                                        given == 1 ? "" : "s",
                                        keywordOnly,
                                        keywordOnly == 1 ? "" : "s");
        return Errors.type(
                "%s() takes %s positional argument%s but %d%s %s given"
                        .formatted(
                                function,
                                range,
                                least == most && most == 1 ? "" : "s",
                                given,
                                also,
                                given == 1 && keywordOnly == 0 ? "was" : "were"));
    }

    static PyException unexpected(Signature signature, String function, String name) {
        for (int i = 0; i < signature.positionalOnly(); i++) {
            if (signature.name(i).equals(name)) {
                return Errors.type(
                        "%s() got some positional-only arguments passed as keyword arguments: '%s'"
                                .formatted(function, name));
            }
        }
        return Errors.type(
                "%s() got an unexpected keyword argument '%s'".formatted(function, name));
    }

    static PyException missing(Signature signature, String function, @Nullable Object[] values) {
        List<String> missing = new ArrayList<>();
        String kind = "positional";
        for (int i = 0; i < signature.positional(); i++) {
            if (values[i] == null) {
                missing.add("'" + signature.name(i) + "'");
            }
        }
        if (missing.isEmpty()) {
            kind = "keyword-only";
            for (int i = signature.positional(); i < signature.fixed(); i++) {
                if (values[i] == null) {
                    missing.add("'" + signature.name(i) + "'");
                }
            }
        }
        int count = missing.size();
        return Errors.type(
                "%s() missing %d required %s argument%s: %s"
                        .formatted(function, count, kind, count == 1 ? "" : "s", listed(missing)));
    }

    private static String listed(List<String> names) {
        int count = names.size();
        return switch (count) {
            case 1 -> names.getFirst();
            case 2 -> names.getFirst() + " and " + names.getLast();
            default -> String.join(", ", names.subList(0, count - 1)) + ", and " + names.getLast();
        };
    }
}
