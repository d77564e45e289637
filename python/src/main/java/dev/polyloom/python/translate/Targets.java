package dev.polyloom.python.translate;

import dev.polyloom.python.ast.BinaryOperator;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.infer.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes assignments. */
record Targets(Frame frame, Expressions expressions) {
    /** Writes an assignment of a value that is given by an expression of Java of any type. */
    void assign(Expr target, String value) {
        assign(target, Code.object(value));
    }

    /** Writes an assignment of a value that is given by an expression of Java. */
    void assign(Expr target, Code given) {
        Names names = new Names(frame);
        String value = given.bare();
        switch (target) {
            case Expr.Name name -> names.store(name.id(), given);
            case Expr.Attribute attribute ->
                    line(
                            target,
                            frame.unit.needs.ends() ? "Drops.set(%s, %s, %s);" : "%s.set(%s, %s);",
                            frame.unit.attribute(frame.mangled(attribute.attr())),
                            expressions.value(attribute.value()),
                            value);
            case Expr.Subscript item -> {
                String object = expressions.value(item.value());
                Code key = expressions.code(item.slice());
                if (frame.unit.needs.ends()) {
                    line(target, "Drops.setItem(%s, %s, %s);", object, key.text(), value);
                    return;
                }
                String method = key.kind() == Code.Kind.LONG ? "setAt" : "set";
                line(target, "Items.%s(%s, %s, %s);", method, object, key.bare(), value);
            }
            case Expr.TupleDisplay tuple -> unpack(target, tuple.elts(), value);
            case Expr.ListDisplay list -> unpack(target, list.elts(), value);
            case Expr.Starred star -> assign(star.value(), value);
            default -> frame.unsupported(target, "assignment to this");
        }
    }

    /** Tells whether evaluating an expression has no effect that order could show. */
    static boolean isSimple(Expr e) {
        return switch (e) {
            case Expr.Name name -> true;
            case Expr.ConstantExpr constant -> true;
            case Expr.Attribute attribute -> isSimple(attribute.value());
            case Expr.UnaryOp op -> isSimple(op.operand());
            case Expr.BinOp op -> isSimple(op.left()) && isSimple(op.right());
            case Expr.Slice slice -> true;
            case Expr.Subscript item -> isSimple(item.value()) && isSimple(item.slice());
            case Expr.TupleDisplay tuple -> tuple.elts().stream().allMatch(Targets::isSimple);
            default -> false;
        };
    }

    /** Tells whether it does not matter that a target is evaluated before the value. */
    private boolean isDirect(Expr target) {
        return switch (target) {
            case Expr.Name name -> true;
            case Expr.Attribute attribute -> isFixed(attribute.value());
            case Expr.Subscript item -> isFixed(item.value()) && isFixed(item.slice());
            default -> false;
        };
    }

    /** Tells whether no call can change what an expression gives. */
    private boolean isFixed(@Nullable Expr e) {
        return switch (e) {
            case Expr.Name name -> frame.place(name.id()) == Frame.Place.LOCAL;
            case Expr.ConstantExpr constant -> true;
            case Expr.Slice slice ->
                    isFixed(slice.lower()) && isFixed(slice.upper()) && isFixed(slice.step());
            case Expr.UnaryOp op -> isFixed(op.operand());
            case Expr.TupleDisplay tuple -> tuple.elts().stream().allMatch(this::isFixed);
            case null -> true;
            default -> false;
        };
    }

    void assign(Stmt.Assign s) {
        Expr first = s.targets().getFirst();
        if (s.targets().size() == 1) {
            List<Expr> left = parts(first);
            List<Expr> right = parts(s.value());
            if (!left.isEmpty()
                    && left.size() == right.size()
                    && !hasStar(left)
                    && !hasStar(right)) {
                swap(left, right);
                return;
            }
            if (new Updating(frame, expressions).combine(first, s.value())) {
                return;
            }
            if (isDirect(first) || !left.isEmpty() || isSimple(s.value())) {
                assign(first, expressions.code(s.value()));
                return;
            }
        }
        Code kept = kept(s.value());
        s.targets().forEach(target -> assign(target, kept));
    }

    /** Writes a value to a new variable, and returns that. */
    private Code kept(Expr e) {
        Code code = expressions.code(e);
        Code name = new Code(frame.temporary(code.type()), code.kind());
        frame.line("%s = %s;".formatted(name, code.bare()));
        return name;
    }

    /** Returns the parts of a tuple or list that is written out. */
    static List<Expr> parts(Expr e) {
        return switch (e) {
            case Expr.TupleDisplay tuple -> tuple.elts();
            case Expr.ListDisplay list -> list.elts();
            default -> List.of();
        };
    }

    private static boolean hasStar(List<Expr> parts) {
        return parts.stream().anyMatch(Expr.Starred.class::isInstance);
    }

    private void swap(List<Expr> left, List<Expr> right) {
        List<Code> kept = new ArrayList<>();
        for (Expr each : right) {
            kept.add(each instanceof Expr.ConstantExpr ? expressions.code(each) : kept(each));
        }
        for (int i = 0; i < left.size(); i++) {
            assign(left.get(i), kept.get(i));
        }
    }

    private void unpack(Expr whole, List<Expr> targets, String value) {
        int star = -1;
        for (int i = 0; i < targets.size(); i++) {
            star = targets.get(i) instanceof Expr.Starred ? i : star;
        }
        String parts = frame.fresh("parts");
        String unpacked =
                star < 0
                        ? "Object[] %s = Iteration.unpack(%s, %d);"
                                .formatted(parts, value, targets.size())
                        : "Object[] %s = Iteration.unpack(%s, %d, %d);"
                                .formatted(parts, value, star, targets.size() - star - 1);
        frame.line(frame.mark(unpacked, whole));
        for (int i = 0; i < targets.size(); i++) {
            assign(targets.get(i), parts + "[" + i + "]");
        }
        new Ends(frame).forget(parts);
    }

    /** Writes an assignment with an operator. */
    void augment(Stmt.AugAssign s) {
        if (s.target() instanceof Expr.Name name
                && frame.isGrowing(name.id())
                && s.op() == BinaryOperator.ADD) {
            grown(name, s.value());
            return;
        }
        if (new Updating(frame, expressions).augment(s.target(), s.op(), s.value())) {
            return;
        }
        switch (s.target()) {
            case Expr.Name name -> augmentName(s, name);
            case Expr.Attribute attribute -> augmentAttribute(s, attribute);
            case Expr.Subscript item -> augmentItem(s, item);
            default -> frame.unsupported(s, "assignment to this");
        }
    }

    private void augmentName(Stmt.AugAssign s, Expr.Name name) {
        Code old = new Names(frame).code(name.id());
        Operators.Operand left = new Operators.Operand(old, frame.unit.types.of(name));
        Operators.Operand right = expressions.operand(s.value());
        Value result = frame.unit.types.of(s);
        new Names(frame)
                .store(
                        name.id(),
                        result.isInt() || result.isPlain()
                                ? marked(new Operators().binary(s.op(), left, right, result), s)
                                : Code.object(combined(s, old.text(), right.text())));
    }

    private void augmentAttribute(Stmt.AugAssign s, Expr.Attribute attribute) {
        String object = frame.temporary();
        String place = frame.unit.attribute(frame.mangled(attribute.attr()));
        String owner = expressions.value(attribute.value());
        String value = expressions.value(s.value());
        String old = frame.mark("%s.get(%s)".formatted(place, object), attribute);
        line(attribute, "%s.set(%s = %s, %s);", place, object, owner, combined(s, old, value));
    }

    private void augmentItem(Stmt.AugAssign s, Expr.Subscript item) {
        String object = frame.temporary();
        String owner = expressions.value(item.value());
        Code place = expressions.code(item.slice());
        String key = frame.temporary(place.type());
        boolean at = place.kind() == Code.Kind.LONG;
        String value = expressions.value(s.value());
        String get = "Items.%s(%s, %s)".formatted(at ? "at" : "get", object, key);
        line(
                item,
                "Items.%s(%s = %s, %s = %s, %s);",
                at ? "setAt" : "set",
                object,
                owner,
                key,
                place.bare(),
                combined(s, frame.mark(get, item), value));
    }

    private void grown(Expr.Name name, Expr added) {
        String java = frame.java(name.id());
        String old = new Names(frame).load(name.id());
        if (old.startsWith("Errors.")) {
            frame.line(old + ";");
        }
        frame.line("%s.add(%s);".formatted(java, expressions.code(added).bare()));
    }

    private Code marked(Code code, Stmt s) {
        return new Code(frame.mark(code.text(), s), code.kind());
    }

    /** Writes a line whose call comes from a target. */
    @SuppressWarnings("AnnotateFormatMethod") // the build has no such annotation
    private void line(Expr target, String form, Object... parts) {
        frame.line(frame.mark(form.formatted(parts), target));
    }

    private String combined(Stmt.AugAssign s, String left, String right) {
        return frame.mark(combined(s.op(), left, right), s);
    }

    private static String combined(BinaryOperator op, String left, String right) {
        return switch (op) {
            case ADD -> "Ops.addTo(%s, %s)".formatted(left, right);
            case SUB -> "Ops.subFrom(%s, %s)".formatted(left, right);
            case MULT -> "Ops.mulBy(%s, %s)".formatted(left, right);
            default -> "Ops.inPlace(Binary.%s, %s, %s)".formatted(constant(op), left, right);
        };
    }

    static String constant(BinaryOperator op) {
        return switch (op) {
            case MULT -> "MUL";
            case MATMULT -> "MATMUL";
            case BITOR -> "OR";
            case BITXOR -> "XOR";
            case BITAND -> "AND";
            default -> op.name();
        };
    }

    /** Writes a deletion. */
    void delete(Expr target) {
        switch (target) {
            case Expr.Name name -> new Names(frame).delete(name.id());
            case Expr.Attribute attribute ->
                    line(
                            target,
                            frame.unit.needs.ends()
                                    ? "Drops.deleteAttribute(%s, \"%s\");"
                                    : "Attributes.delete(%s, \"%s\");",
                            expressions.value(attribute.value()),
                            frame.mangled(attribute.attr()));
            case Expr.Subscript item ->
                    line(
                            target,
                            frame.unit.needs.ends()
                                    ? "Drops.deleteItem(%s, %s);"
                                    : "Items.delete(%s, %s);",
                            expressions.value(item.value()),
                            expressions.value(item.slice()));
            case Expr.TupleDisplay tuple -> tuple.elts().forEach(this::delete);
            case Expr.ListDisplay list -> list.elts().forEach(this::delete);
            default -> frame.unsupported(target, "deletion of this");
        }
    }
}
