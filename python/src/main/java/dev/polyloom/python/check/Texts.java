package dev.polyloom.python.check;

import dev.polyloom.python.ast.Constant;
import java.util.Locale;

/** Values as Python's messages show them. */
final class Texts {
    private Texts() {}

    static String repr(Constant constant) {
        return switch (constant) {
            case Constant.Singleton.ELLIPSIS -> "Ellipsis";
            case Constant.Singleton singleton ->
                    singleton.name().charAt(0)
                            + singleton.name().substring(1).toLowerCase(Locale.ROOT);
            case Constant.Int number -> number.value().toString();
            case Constant.Real number -> String.valueOf(number.value());
            case Constant.Imaginary number -> number.value() + "j";
            case Constant.Str text -> quoted(text.text());
            case Constant.Bytes bytes -> "b" + quoted(bytes.latin1());
        };
    }

    private static String quoted(String text) {
        String quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
        return quote + (quote.equals("'") ? escaped.replace("'", "\\'") : escaped) + quote;
    }
}
