package dev.polyloom.python.runtime.object;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a value of a wrong type that a function of the library was given. */
final class TypeMismatch {
    private static final Pattern CAST =
            Pattern.compile("class (\\S+) cannot be cast to class (\\S+).*");

    private TypeMismatch() {}

    /** Returns the message of the {@code TypeError}. */
    static String of(ClassCastException wrong) {
        String text = wrong.getMessage();
        Matcher parts = CAST.matcher(text == null ? "" : text);
        return parts.matches()
                ? "expected %s, got %s".formatted(name(parts.group(2)), name(parts.group(1)))
                : "an argument is of a wrong type";
    }

    private static String name(String javaClass) {
        String last =
                javaClass.substring(
                        Math.max(javaClass.lastIndexOf('.'), javaClass.lastIndexOf('$')) + 1);
        return switch (last) {
            case "Long", "BigInteger" -> "int";
            case "Boolean" -> "bool";
            case "Double" -> "float";
            case "String" -> "str";
            case "None" -> "NoneType";
            default ->
                    last.startsWith("Py")
                            ? last.substring(2).toLowerCase(java.util.Locale.ROOT)
                            : last.toLowerCase(java.util.Locale.ROOT);
        };
    }
}
