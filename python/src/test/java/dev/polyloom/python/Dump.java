package dev.polyloom.python;

import dev.polyloom.python.ast.Arguments;
import dev.polyloom.python.ast.Comprehension;
import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.MatchCase;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Program;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.ast.WithItem;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a syntax tree as text, a part a line, as {@code oracle.py} does for CPython's. */
final class Dump {
    private final StringBuilder out = new StringBuilder();
    private final boolean exact;
    private final Set<Node> texts = Collections.newSetFromMap(new IdentityHashMap<>());
    private int hidden;

    private Dump(boolean exact) {
        this.exact = exact;
    }

    /** Returns a tree as text; places in f-strings are left out unless it is to be exact. */
    static String of(Program program, boolean exact) {
        Dump dump = new Dump(exact);
        dump.value(program);
        return dump.out.toString();
    }

    static String sha(String dump) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(dump.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> line("-");
            case List<?> list -> {
                line("[" + list.size());
                list.forEach(this::value);
            }
            case Node node -> node(node);
            case Constant constant -> line(text(constant));
            case String string -> line(json(string));
            default -> line(value.toString());
        }
    }

    private void node(Node node) {
        line(node.getClass().getSimpleName() + " " + (hasPlace(node) ? place(node) : ""));
        int inside = node instanceof Expr.JoinedStr && !exact ? 1 : 0;
        hidden += inside;
        if (node instanceof Expr.JoinedStr formatted) {
            formatted.values().stream()
                    .filter(Expr.ConstantExpr.class::isInstance)
                    .forEach(texts::add);
        }
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getType() != Span.class) {
                try {
                    value(component.getAccessor().invoke(node));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        hidden -= inside;
    }

    private static boolean hasPlace(Node node) {
        return !(node instanceof Program
                || node instanceof Arguments
                || node instanceof Comprehension
                || node instanceof MatchCase
                || node instanceof WithItem);
    }

    private String place(Node node) {
        Span span = node.span();
        return hidden > 0 || texts.contains(node)
                ? ""
                : "%d:%d-%d:%d"
                        .formatted(span.line(), span.column(), span.endLine(), span.endColumn());
    }

    private static String text(Constant constant) {
        return switch (constant) {
            case Constant.Singleton singleton -> singleton.name();
            case Constant.Int(BigInteger value) -> "int " + value.toString(16);
            case Constant.Real(double value) -> "real " + bits(value);
            case Constant.Imaginary(double value) -> "imaginary " + bits(value);
            case Constant.Bytes(String latin1) ->
                    "bytes "
                            + HexFormat.of()
                                    .formatHex(latin1.getBytes(StandardCharsets.ISO_8859_1));
            case Constant.Str str ->
                    "str "
                            + Arrays.stream(str.codePoints())
                                    .mapToObj(Integer::toHexString)
                                    .collect(Collectors.joining(" "));
        };
    }

    private static String bits(double value) {
        return HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars()
                .forEach(c ->
                        json.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return json.append('"').toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
