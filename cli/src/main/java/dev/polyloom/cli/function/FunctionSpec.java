package dev.polyloom.cli.function;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function as it was written on the command line.
 *
 * @param owner the class name, or the path of the source file
 * @param method the method's name
 * @param parameters the names of its parameter types if they were written, else null
 */
record FunctionSpec(String owner, String method, @Nullable List<String> parameters) {
    static final String FORMS = "write package.Class::method or File.java::method";

    static FunctionSpec parse(String text) {
        int at = text.lastIndexOf("::");
        if (at < 0) {
            throw new FunctionException("'%s' is not a function; %s".formatted(text, FORMS));
        }
        String owner = text.substring(0, at).strip();
        String method = text.substring(at + 2).strip();
        int open = method.indexOf('(');
        boolean bracketed = open >= 0 && method.endsWith(")");
        String name = bracketed ? method.substring(0, open).strip() : method;
        if (owner.isEmpty() || !isIdentifier(name)) {
            throw new FunctionException("'%s' is not a function; %s".formatted(text, FORMS));
        }
        return new FunctionSpec(
                owner,
                name,
                bracketed ? names(method.substring(open + 1, method.length() - 1)) : null);
    }

    private static List<String> names(String listed) {
        return listed.isBlank()
                ? List.of()
                : Arrays.stream(listed.split(",", -1)).map(String::strip).toList();
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().skip(1).allMatch(Character::isJavaIdentifierPart);
    }

    boolean isSource() {
        return owner.endsWith(".java");
    }
}
