package dev.polyloom.process.codec;

import java.lang.invoke.SerializedLambda;
import java.util.List;

/** How the parts of a path to a culprit are written. */
final class PathNames {
    private static final int MAX_STEPS = 24;

    private PathNames() {}

    /** Names a field; those that a user never wrote, such as a list's array, are left out. */
    static String field(String type, String field) {
        if (type.equals(SerializedLambda.class.getName())) {
            return field.equals("capturedArgs") ? ".arg" : "";
        }
        return type.startsWith("java.util.") || isOwn(type) ? "" : "." + field;
    }

    /** Names the objects that a class writes by itself. */
    static String written(String type) {
        return type.startsWith("java.util.") ? "" : ".written";
    }

    static boolean isMap(String type) {
        return type.startsWith("java.util.")
                && (type.endsWith("Map") || type.endsWith("Hashtable"));
    }

    static boolean isOwn(String type) {
        int dot = type.lastIndexOf('.');
        String pack = dot < 0 ? "" : type.substring(0, dot);
        return pack.equals("dev.polyloom")
                || pack.equals("dev.polyloom.spi")
                || pack.equals("dev.polyloom.internal");
    }

    /** Joins the steps, with the middle of a long way left out. */
    static String join(String root, List<StreamPath.Step> steps) {
        List<String> texts =
                steps.stream().map(StreamPath.Step::text).filter(t -> !t.isEmpty()).toList();
        StringBuilder path = new StringBuilder(root);
        int left = texts.size() - MAX_STEPS;
        for (int i = 0; i < texts.size(); i++) {
            if (left > 0 && i == MAX_STEPS / 2) {
                path.append("...(").append(left).append(" more)...");
                i += left;
            }
            path.append(texts.get(i));
        }
        return path.toString();
    }
}
