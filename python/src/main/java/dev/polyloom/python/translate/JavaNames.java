package dev.polyloom.python.translate;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names that Java accepts for those of a program. */
final class JavaNames {
    private static final Set<String> OTHERS =
            Set.of(
                    "Error",
                    "LinkedHashMap",
                    "List",
                    "MODULE",
                    "Map",
                    "Math",
                    "None",
                    "Object",
                    "RuntimeException",
                    "String",
                    "args",
                    "dev",
                    "java",
                    "javax",
                    "org");
    private static final Set<String> METHODS =
            Set.of(
                    "wait",
                    "notify",
                    "notifyAll",
                    "getClass",
                    "hashCode",
                    "toString",
                    "clone",
                    "finalize",
                    "equals",
                    "main");

    private final Set<String> methods = new HashSet<>();

    /** Returns the name of a variable; no two variables share one. */
    static String variable(String id) {
        return id.equals("self_") || isTaken(id.replaceFirst("_+$", "")) ? id + "_" : id;
    }

    private static boolean isTaken(String id) {
        return id.isEmpty()
                || id.equals("self_")
                || SourceVersion.isKeyword(id)
                || OTHERS.contains(id)
                || ClassText.IMPORTS.contains(id);
    }

    /** Returns a name for a method that no other has. */
    String method(String wanted) {
        String base =
                SourceVersion.isKeyword(wanted) || METHODS.contains(wanted) ? wanted + "$" : wanted;
        String name = base;
        for (int i = 2; !methods.add(name); i++) {
            name = base + "$" + i;
        }
        return name;
    }

    /** Returns a text as a literal. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 127 || Character.isSurrogate(c) || c == '\u2028') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
