package dev.polyloom.python.translate;

import dev.polyloom.python.ast.BinaryOperator;
import dev.polyloom.python.ast.Expr;
import java.util.Set;

/**
 * Writes {@code x += y} and {@code x = x + y} where other threads may see {@code x} and {@code y}
 * changes nothing, so that reading and writing can be one step.
 */
record Updating(Frame frame, Expressions expressions) {
    private static final Set<String> HARMLESS =
            Set.of("abs", "bool", "chr", "float", "int", "len", "ord", "round", "str");

    /** Writes an assignment with an operator, and tells whether it could. */
    boolean augment(Expr target, BinaryOperator operator, Expr right) {
        return isHarmless(right) && write(target, "augment", operator, right, target);
    }

    /** Writes an assignment of a value made of the old one, and tells whether it could. */
    boolean combine(Expr target, Expr value) {
        return value instanceof Expr.BinOp op
                && !(target instanceof Expr.Subscript)
                && isSame(target, op.left())
                && isHarmless(op.right())
                && write(target, "combine", op.op(), op.right(), value);
    }

    private boolean write(
            Expr target, String method, BinaryOperator operator, Expr right, Expr marked) {
        String update = "Binary.%s, %s);".formatted(Targets.constant(operator), value(right));
        switch (target) {
            case Expr.Name name when isShared(name.id()) ->
                    line("%s.%s(%s".formatted(variable(name.id()), method, update), marked);
            case Expr.Attribute attribute ->
                    line(
                            "%s.%s(%s, %s"
                                    .formatted(
                                            frame.unit.attribute(frame.mangled(attribute.attr())),
                                            method,
                                            value(attribute.value()),
                                            update),
                            marked);
            case Expr.Subscript item -> {
                Code key = expressions.code(item.slice());
                String at = key.kind() == Code.Kind.LONG ? "At" : "";
                line(
                        "Items.%s%s(%s, %s, %s"
                                .formatted(method, at, value(item.value()), key.bare(), update),
                        marked);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void line(String code, Expr marked) {
        frame.line(frame.mark(code, marked));
    }

    private String value(Expr e) {
        return expressions.value(e);
    }

    private boolean isShared(String id) {
        Frame.Place place = frame.place(id);
        return place == Frame.Place.CELL || place == Frame.Place.GLOBAL;
    }

    private String variable(String id) {
        return frame.place(id) == Frame.Place.CELL
                ? frame.java(id)
                : frame.global(frame.mangled(id));
    }

    private boolean isHarmless(Expr e) {
        return Targets.isSimple(e)
                || (e instanceof Expr.Call call
                        && call.func() instanceof Expr.Name name
                        && HARMLESS.contains(name.id())
                        && frame.place(name.id()) == Frame.Place.GLOBAL
                        && frame.unit.isBuiltin(name.id())
                        && call.keywords().isEmpty()
                        && call.args().stream().allMatch(Targets::isSimple));
    }

    private static boolean isSame(Expr a, Expr b) {
        return switch (a) {
            case Expr.Name name -> b instanceof Expr.Name other && name.id().equals(other.id());
            case Expr.Attribute attribute ->
                    b instanceof Expr.Attribute other
                            && attribute.attr().equals(other.attr())
                            && attribute.value() instanceof Expr.Name
                            && isSame(attribute.value(), other.value());
            default -> false;
        };
    }
}
