package dev.polyloom.python.translate;

import dev.polyloom.python.ast.BoolOperator;
import dev.polyloom.python.ast.CompareOperator;
import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.infer.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes expressions. */
final class Expressions {
    private final Frame frame;
    private final Names names;
    private final Operators operators;

    Expressions(Frame frame) {
        this.frame = frame;
        this.names = new Names(frame);
        this.operators = new Operators();
    }

    /** Returns what is known of the value of an expression. */
    Value known(Expr e) {
        return frame.unit.types.of(e);
    }

    /** Returns an expression with what is known of its value. */
    Operators.Operand operand(Expr e) {
        return new Operators.Operand(code(e), known(e));
    }

    /** Returns an expression that gives a value; what is not an object is boxed by Java. */
    String value(Expr e) {
        return code(e).text();
    }

    /** Returns an expression that gives an annotation: its value, or its text. */
    String annotation(Expr e) {
        return frame.unit.annotationsAreTexts()
                ? JavaNames.literal(frame.unit.parsed.source().part(e.span()))
                : value(e instanceof Expr.Starred star ? star.value() : e);
    }

    /** Returns an expression that gives the truth of a value. */
    String condition(Expr e) {
        return switch (e) {
            case Expr.BoolOp op -> {
                List<String> parts = new ArrayList<>();
                for (Expr each : op.values()) {
                    String part = condition(each);
                    parts.add(
                            each instanceof Expr.BoolOp || isLoose(part) ? "(" + part + ")" : part);
                }
                yield String.join(op.op() == BoolOperator.AND ? " && " : " || ", parts);
            }
            case Expr.UnaryOp op when op.op() == dev.polyloom.python.ast.UnaryOperator.NOT ->
                    negated(condition(op.operand()));
            case Expr.Compare compare -> comparison(compare).text();
            case Expr.ConstantExpr c when c.value() == Constant.Singleton.TRUE -> "true";
            case Expr.ConstantExpr c when c.value() == Constant.Singleton.FALSE -> "false";
            default -> {
                Code code = code(e);
                yield switch (code.kind()) {
                    case BOOL -> code.bare();
                    case LONG ->
                            e instanceof Expr.ConstantExpr
                                    ? "Text.truth(%s)".formatted(code.text())
                                    : code.text() + " != 0";
                    case STRING ->
                            e instanceof Expr.Name
                                    ? "!%s.isEmpty()".formatted(code.text())
                                    : "Text.truth(%s)".formatted(code.text());
                    default ->
                            (frame.unit.needs.ends() && e instanceof Expr.Call
                                            ? "Drops.test(%s)"
                                            : "Text.truth(%s)")
                                    .formatted(code.text());
                };
            }
        };
    }

    static String negated(String condition) {
        boolean simple =
                condition.matches("[\\w.]+(\u0001\\d+\u0002)?\\(.*\\)") && balanced(condition);
        return simple || condition.matches("\\w+") ? "!" + condition : "!(" + condition + ")";
    }

    private static boolean isLoose(String part) {
        return part.contains(" ? ") || part.contains(" || ");
    }

    /** Tells whether a text begins with a bracket that closes at its end. */
    static boolean isBracketed(String text) {
        return text.startsWith("(") && balanced(text);
    }

    /** Tells whether the first bracket of a text closes at its end. */
    private static boolean balanced(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }

    /** Returns the expression, its call marked with where it comes from. */
    Code code(Expr e) {
        Code code = unmarked(e);
        return switch (e) {
            case Expr.ConstantExpr c -> code;
            case Expr.IfExp c -> code;
            case Expr.BoolOp c -> code;
            case Expr.Compare c -> code;
            case Expr.NamedExpr c -> code;
            default -> new Code(frame.mark(code.text(), e), code.kind());
        };
    }

    private Code unmarked(Expr e) {
        return switch (e) {
            case Expr.ConstantExpr c -> constant(c);
            case Expr.Name name -> names.load(name);
            case Expr.BinOp op ->
                    operators.binary(op.op(), operand(op.left()), operand(op.right()), known(op));
            case Expr.UnaryOp op -> unary(op);
            case Expr.BoolOp op -> choice(op);
            case Expr.Compare compare -> compare(compare);
            case Expr.IfExp choice -> {
                String test = condition(choice.test());
                Code body = code(choice.body());
                Code otherwise = code(choice.orelse());
                if (body.kind() == otherwise.kind() && body.kind() != Code.Kind.OBJECT) {
                    yield new Code("(%s ? %s : %s)".formatted(test, body, otherwise), body.kind());
                }
                yield Code.object(
                        "(%s ? %s : %s)".formatted(test, body.asArm(), otherwise.asArm()));
            }
            case Expr.Call call -> new CallWriter(frame, this).call(call);
            case Expr.Attribute attribute ->
                    new Ends(frame)
                            .temporary(
                                    attribute,
                                    "%s.get(%s)"
                                            .formatted(
                                                    frame.unit.attribute(
                                                            frame.mangled(attribute.attr())),
                                                    value(attribute.value())));
            case Expr.Subscript item -> {
                String object = value(item.value());
                Code key = code(item.slice());
                String method = key.kind() == Code.Kind.LONG ? "at" : "get";
                yield Code.object("Items.%s(%s, %s)".formatted(method, object, key.bare()));
            }
            case Expr.Slice slice ->
                    Code.object(
                            "new PySlice(%s, %s, %s)"
                                    .formatted(
                                            orNone(slice.lower()),
                                            orNone(slice.upper()),
                                            orNone(slice.step())));
            case Expr.NamedExpr named ->
                    Code.object(
                            names.assigning(
                                    ((Expr.Name) named.target()).id(), value(named.value())));
            default -> container(e);
        };
    }

    private Code container(Expr e) {
        return switch (e) {
            case Expr.ListDisplay list ->
                    Code.object(display("PyList.of", "PyList.from", list.elts()));
            case Expr.TupleDisplay tuple -> Code.object(display("PyTuple.of", "", tuple.elts()));
            case Expr.SetDisplay set -> Code.object(display("PySet.of", "PySet.from", set.elts()));
            case Expr.DictDisplay dict -> Code.object(dict(dict));
            case Expr.JoinedStr text -> new Code(joined(text), Code.Kind.STRING);
            case Expr.FormattedValue part -> Code.object(formatted(part));
            case Expr.Lambda lambda -> Code.object(new Functions(frame).lambda(lambda));
            case Expr.ListComp c ->
                    Code.object(new Comprehensions(frame).eager(c, "listcomp", c.generators()));
            case Expr.SetComp c ->
                    Code.object(new Comprehensions(frame).eager(c, "setcomp", c.generators()));
            case Expr.DictComp c ->
                    Code.object(new Comprehensions(frame).eager(c, "dictcomp", c.generators()));
            case Expr.GeneratorExp c -> Code.object(new Comprehensions(frame).lazy(c));
            case Expr.Yield y ->
                    Code.object("%s.give(%s)".formatted(frame.generator, orNone(y.value())));
            case Expr.YieldFrom y ->
                    Code.object("%s.yieldFrom(%s)".formatted(frame.generator, value(y.value())));
            case Expr.Await a ->
                    Code.object("%s.await(%s)".formatted(frame.generator, value(a.value())));
            case Expr.Starred s -> refused(s, "a star here");
            default -> refused(e, e.getClass().getSimpleName());
        };
    }

    private Code refused(Expr e, String what) {
        frame.unsupported(e, what);
        return Code.object("None.NONE");
    }

    String orNone(@Nullable Expr e) {
        return e == null ? "None.NONE" : value(e);
    }

    private Code constant(Expr.ConstantExpr e) {
        return switch (e.value()) {
            case Constant.Singleton.NONE -> Code.object("None.NONE");
            case Constant.Singleton.TRUE -> new Code("true", Code.Kind.BOOL);
            case Constant.Singleton.FALSE -> new Code("false", Code.Kind.BOOL);
            case Constant.Singleton.ELLIPSIS -> Code.object("Types.ELLIPSIS");
            case Constant.Int number -> integer(number.value());
            case Constant.Real number -> new Code(real(number.value()), Code.Kind.DOUBLE);
            case Constant.Str text -> new Code(JavaNames.literal(text.text()), Code.Kind.STRING);
            case Constant.Bytes bytes ->
                    Code.object("PyBytes.of(%s)".formatted(JavaNames.literal(bytes.latin1())));
            case Constant.Imaginary number ->
                    Code.object("new PyComplex(0.0, %s)".formatted(real(number.value())));
        };
    }

    private static Code integer(BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? new Code(value + "L", Code.Kind.LONG)
                : Code.object("new java.math.BigInteger(\"%s\")".formatted(value));
    }

    private static String real(double value) {
        if (Double.isInfinite(value)) {
            return "Double.POSITIVE_INFINITY";
        }
        return Double.toString(value);
    }

    private Code unary(Expr.UnaryOp op) {
        return switch (op.op()) {
            case NOT -> Code.bool(negated(condition(op.operand())));
            case USUB -> {
                Code operand = code(op.operand());
                Value whole = known(op);
                if ((whole.isLong() || whole.isFloat())
                        && known(op.operand()).kind() == whole.kind()
                        && !(op.operand() instanceof Expr.ConstantExpr)) {
                    String number = operand.as(whole);
                    yield new Code(
                            (number.startsWith("-") ? "(-(%s))" : "(-%s)").formatted(number),
                            Code.kind(whole));
                }
                boolean literal = op.operand() instanceof Expr.ConstantExpr;
                yield literal
                                && (operand.kind() == Code.Kind.LONG
                                        || operand.kind() == Code.Kind.DOUBLE)
                        ? new Code("-" + operand, operand.kind())
                        : Code.object("Ops.neg(%s)".formatted(operand));
            }
            case UADD -> Code.object("Ops.pos(%s)".formatted(value(op.operand())));
            case INVERT -> Code.object("Ops.invert(%s)".formatted(value(op.operand())));
        };
    }

    private Code choice(Expr.BoolOp op) {
        boolean all = op.values().stream().allMatch(this::isBoolean);
        if (all) {
            return Code.bool("(" + condition(op) + ")");
        }
        int last = op.values().size() - 1;
        List<String> kept = new ArrayList<>();
        List<String> tests = new ArrayList<>();
        for (Expr each : op.values().subList(0, last)) {
            String variable = frame.temporary();
            kept.add(variable);
            tests.add(test(each, variable));
        }
        String result = code(op.values().get(last)).asArm();
        String form = op.op() == BoolOperator.AND ? "(%s ? %2$s : %3$s)" : "(%s ? %3$s : %2$s)";
        for (int i = last - 1; i >= 0; i--) {
            result = form.formatted(tests.get(i), result, kept.get(i));
        }
        return Code.object(result);
    }

    /** Returns the truth of an operand, its value kept; each value in it is asked only once. */
    private String test(Expr e, String kept) {
        if (!(e instanceof Expr.BoolOp op) || isBoolean(e)) {
            return "Text.truth(%s = %s)".formatted(kept, value(e));
        }
        List<String> tests = new ArrayList<>();
        for (Expr each : op.values()) {
            tests.add(test(each, kept));
        }
        return "(%s)".formatted(String.join(op.op() == BoolOperator.AND ? " && " : " || ", tests));
    }

    private boolean isBoolean(Expr e) {
        return switch (e) {
            case Expr.Compare c -> isBoolean(c);
            case Expr.UnaryOp op -> op.op() == dev.polyloom.python.ast.UnaryOperator.NOT;
            case Expr.BoolOp op -> op.values().stream().allMatch(this::isBoolean);
            default -> false;
        };
    }

    private boolean isBoolean(Expr.Compare e) {
        return known(e).kind() == Value.Kind.BOOL
                || (e.left() instanceof Expr.ConstantExpr
                        && e.comparators().stream().allMatch(Expr.ConstantExpr.class::isInstance));
    }

    /** Returns a comparison as a value; classes may give other values than truth values. */
    private Code compare(Expr.Compare e) {
        if (isBoolean(e)) {
            return comparison(e);
        }
        int last = e.ops().size() - 1;
        List<String> tests = new ArrayList<>();
        String left = value(e.left());
        for (int i = 0; i < last; i++) {
            Expr next = e.comparators().get(i);
            String kept = next instanceof Expr.ConstantExpr ? value(next) : frame.temporary();
            String right = next instanceof Expr.ConstantExpr ? kept : kept + " = " + value(next);
            tests.add(valueOf(e, i, left, right));
            left = kept;
        }
        String result = valueOf(e, last, left, value(e.comparators().get(last)));
        for (String test : tests.reversed()) {
            String kept = frame.temporary();
            result = "(Text.truth(%s = %s) ? %s : %s)".formatted(kept, test, result, kept);
        }
        return Code.object(result);
    }

    private String valueOf(Expr.Compare e, int index, String left, String right) {
        CompareOperator op = e.ops().get(index);
        String name =
                switch (op) {
                    case EQ -> "equal";
                    case NOTEQ -> "notEqual";
                    case LT -> "less";
                    case LTE -> "lessOrEqual";
                    case GT -> "greater";
                    case GTE -> "greaterOrEqual";
                    case IS, ISNOT, IN, NOTIN -> "";
                };
        return name.isEmpty()
                ? "(Object) (%s)".formatted(frame.mark(Operators.compared(op, left, right), e))
                : frame.mark("Compare.%s(%s, %s)".formatted(name, left, right), e);
    }

    /** Returns a comparison as a truth value. */
    private Code comparison(Expr.Compare e) {
        if (e.ops().size() == 1) {
            String single =
                    operators.compared(
                            e.ops().getFirst(),
                            Operators.compared(e.left(), known(e.comparators().getFirst()), this),
                            Operators.compared(e.comparators().getFirst(), known(e.left()), this));
            return Code.bool(frame.mark(single, e));
        }
        if (operators.areLongs(e, this)) {
            return longs(e);
        }
        List<String> parts = new ArrayList<>();
        String left = value(e.left());
        for (int i = 0; i < e.ops().size(); i++) {
            Expr next = e.comparators().get(i);
            boolean plain = next instanceof Expr.ConstantExpr || i == e.ops().size() - 1;
            String right = value(next);
            String kept = right;
            if (!plain) {
                kept = frame.temporary();
                right = kept + " = " + right;
            }
            parts.add(frame.mark(Operators.compared(e.ops().get(i), left, right), e));
            left = kept;
        }
        return Code.bool("(" + String.join(" && ", parts) + ")");
    }

    private Code longs(Expr.Compare e) {
        List<String> parts = new ArrayList<>();
        Operators.Operand left = operand(e.left());
        for (int i = 0; i < e.ops().size(); i++) {
            Expr next = e.comparators().get(i);
            Operators.Operand right = operand(next);
            Operators.Operand kept = right;
            boolean last = i == e.ops().size() - 1;
            if (!last && !(next instanceof Expr.ConstantExpr)) {
                Code variable = new Code(frame.temporary("long"), Code.Kind.LONG);
                kept = new Operators.Operand(variable, right.value());
                String set = "(%s = %s)".formatted(variable, right.code().as(right.value()));
                right = new Operators.Operand(new Code(set, Code.Kind.LONG), right.value());
            }
            parts.add(operators.compared(e.ops().get(i), left, right));
            left = kept;
        }
        return Code.bool("(" + String.join(" && ", parts) + ")");
    }

    /** Returns expressions, separated by commas. */
    String list(List<Expr> all) {
        List<String> texts = new ArrayList<>();
        for (Expr each : all) {
            texts.add(value(each));
        }
        return String.join(", ", texts);
    }

    private String display(String plain, String from, List<Expr> parts) {
        if (parts.stream().noneMatch(Expr.Starred.class::isInstance)) {
            return "%s(%s)".formatted(plain, new Parts(frame).items(parts, 1));
        }
        StringBuilder chain = new StringBuilder("Calls.arguments()");
        String all = plain.equals("PySet.of") ? "addEach" : "addAll";
        for (Expr part : parts) {
            chain.append(
                    part instanceof Expr.Starred star
                            ? ".%s(%s)".formatted(all, value(star.value()))
                            : ".add(%s)".formatted(value(part)));
        }
        String tuple = chain.append(".tuple()").toString();
        return from.isEmpty() ? tuple : "%s(%s)".formatted(from, tuple);
    }

    private String dict(Expr.DictDisplay dict) {
        if (dict.keys().stream().allMatch(java.util.Objects::nonNull)) {
            List<Expr> parts = new ArrayList<>();
            for (int i = 0; i < dict.values().size(); i++) {
                parts.add(java.util.Objects.requireNonNull(dict.keys().get(i)));
                parts.add(dict.values().get(i));
            }
            return parts.isEmpty()
                    ? "new PyDict()"
                    : "PyDict.of(%s)".formatted(new Parts(frame).items(parts, 2));
        }
        StringBuilder chain = new StringBuilder("new PyDict()");
        for (int i = 0; i < dict.values().size(); i++) {
            Expr key = dict.keys().get(i);
            String value = value(dict.values().get(i));
            chain.append(
                    key == null
                            ? ".withAll(%s)".formatted(value)
                            : ".with(%s, %s)".formatted(value(key), value));
        }
        return chain.toString();
    }

    private String joined(Expr.JoinedStr text) {
        List<String> parts = new ArrayList<>();
        for (Expr part : text.values()) {
            parts.add(
                    part instanceof Expr.FormattedValue value
                            ? frame.mark(formatted(value), text)
                            : value(part));
        }
        if (parts.isEmpty()) {
            return "\"\"";
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return "(%s)".formatted(String.join(" + ", parts));
    }

    private String formatted(Expr.FormattedValue part) {
        String value = value(part.value());
        String converted =
                switch (part.conversion()) {
                    case 's' -> "Text.str(%s)".formatted(value);
                    case 'r' -> "Text.repr(%s)".formatted(value);
                    case 'a' -> "Text.ascii(%s)".formatted(value);
                    default -> value;
                };
        Expr spec = part.formatSpec();
        if (spec == null) {
            return part.conversion() > 0 ? converted : "Text.format(%s, \"\")".formatted(value);
        }
        return "Text.format(%s, %s)".formatted(converted, value(spec));
    }
}
