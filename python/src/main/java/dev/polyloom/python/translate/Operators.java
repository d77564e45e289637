package dev.polyloom.python.translate;

import dev.polyloom.python.ast.BinaryOperator;
import dev.polyloom.python.ast.CompareOperator;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.infer.Value;
import org.jspecify.annotations.Nullable;

/** Writes operators: as those of Java where types are known, else as calls of the runtime. */
final class Operators {
    private static final long EXACT_IN_FLOAT = 1L << 53;

    /** A side of an operator, with what is known of its value. */
    record Operand(Code code, Value value) {
        String text() {
            return code.text();
        }

        String asLong() {
            return code.as(value);
        }

        String asDouble() {
            return value.isFloat() ? code.as(value) : "(double) " + asLong();
        }

        boolean isNumber() {
            return value.isLong() || value.isFloat();
        }

        boolean isFixed() {
            return value.isLong() && value.low() == value.high();
        }

        boolean isNeverZero() {
            return value.isLong() && (value.low() > 0 || value.high() < 0);
        }
    }

    Code binary(BinaryOperator op, Operand a, Operand b, Value result) {
        Code typed = null;
        if (result.isLong() && a.value().isLong() && b.value().isLong()) {
            typed = longs(op, a, b);
        } else if (result.isLong() && a.value().isInt() && b.value().isLong()) {
            typed = reduced(op, a, b);
        } else if (result.isInt() && a.value().isLong() && b.value().isLong()) {
            typed = grown(op, a, b);
        } else if (result.isFloat() && a.isNumber() && b.isNumber()) {
            typed = floats(op, a, b);
        } else if (result.kind() == Value.Kind.STR
                && op == BinaryOperator.ADD
                && b.value().kind() == Value.Kind.STR) {
            typed = new Code("(%s + %s)".formatted(a.asLong(), b.asLong()), Code.Kind.STRING);
        }
        return typed != null
                ? typed
                : Code.object("Ops.%s(%s, %s)".formatted(operator(op), a.text(), b.text()));
    }

    private static @Nullable Code longs(BinaryOperator op, Operand a, Operand b) {
        boolean truncates = a.value().low() >= 0 && b.value().low() > 0 && b.isFixed();
        String sign =
                switch (op) {
                    case ADD -> "+";
                    case SUB -> "-";
                    case MULT -> "*";
                    case BITAND -> "&";
                    case BITOR -> "|";
                    case BITXOR -> "^";
                    case LSHIFT -> "<<";
                    case RSHIFT -> ">>";
                    case FLOORDIV -> truncates ? "/" : "";
                    case MOD -> truncates ? "%" : "";
                    default -> "";
                };
        if (!sign.isEmpty()) {
            return new Code("(%s %s %s)".formatted(a.asLong(), sign, b.asLong()), Code.Kind.LONG);
        }
        String owner = b.isNeverZero() && b.isFixed() ? "Math" : "Exact";
        return switch (op) {
            case FLOORDIV -> call(owner + ".floorDiv", a, b);
            case MOD -> call(owner + ".floorMod", a, b);
            case POW -> call("Exact.pow", a, b);
            default -> null;
        };
    }

    private static Code call(String method, Operand a, Operand b) {
        return new Code("%s(%s, %s)".formatted(method, a.asLong(), b.asLong()), Code.Kind.LONG);
    }

    /** Writes an operator that makes a small int of one of any size. */
    private static @Nullable Code reduced(BinaryOperator op, Operand a, Operand b) {
        return switch (op) {
            case MOD -> call("Exact.mod", a, b);
            case BITAND -> call("Exact.and", a, b);
            default -> null;
        };
    }

    /** Writes an operator on small ints that may give one of any size. */
    private static @Nullable Code grown(BinaryOperator op, Operand a, Operand b) {
        return switch (op) {
            case ADD -> grown("add", a, b);
            case SUB -> grown("sub", a, b);
            case MULT -> grown("mul", a, b);
            default -> null;
        };
    }

    private static Code grown(String name, Operand a, Operand b) {
        return Code.object("Exact.%s(%s, %s)".formatted(name, a.asLong(), b.asLong()));
    }

    /**
     * Returns one side of a comparison. An operator on small ints need not be exact beside one that
     * fits in a {@code long}: a bound of that type compares alike.
     */
    static Operand compared(Expr e, Value other, Expressions expressions) {
        if (e instanceof Expr.BinOp op
                && expressions.known(op).kind() == Value.Kind.INT
                && expressions.known(op.left()).isLong()
                && expressions.known(op.right()).isLong()
                && other.within(Long.MIN_VALUE + 1, Long.MAX_VALUE - 1)) {
            String name =
                    switch (op.op()) {
                        case ADD, SUB, MULT -> operator(op.op());
                        default -> "";
                    };
            if (!name.isEmpty()) {
                Operand left = expressions.operand(op.left());
                Operand right = expressions.operand(op.right());
                return new Operand(
                        call("Exact." + name + "Clamped", left, right),
                        Value.between(Long.MIN_VALUE, Long.MAX_VALUE));
            }
        }
        return expressions.operand(e);
    }

    private static @Nullable Code floats(BinaryOperator op, Operand a, Operand b) {
        boolean ints = a.value().isLong() && b.value().isLong();
        if (ints && op == BinaryOperator.DIV) {
            boolean plain = b.isNeverZero() && isExact(a.value()) && isExact(b.value());
            return new Code(
                    plain
                            ? "(%s / %s)".formatted(a.asDouble(), b.asDouble())
                            : "Exact.div(%s, %s)".formatted(a.asLong(), b.asLong()),
                    Code.Kind.DOUBLE);
        }
        return switch (op) {
            case ADD -> floats("(%s + %s)", a, b);
            case SUB -> floats("(%s - %s)", a, b);
            case MULT -> floats("(%s * %s)", a, b);
            case DIV -> floats(b.isNeverZero() ? "(%s / %s)" : "Exact.div(%s, %s)", a, b);
            default -> null;
        };
    }

    private static Code floats(String form, Operand a, Operand b) {
        return new Code(form.formatted(a.asDouble(), b.asDouble()), Code.Kind.DOUBLE);
    }

    private static boolean isExact(Value value) {
        return value.within(-EXACT_IN_FLOAT, EXACT_IN_FLOAT);
    }

    boolean areLongs(Expr.Compare e, Expressions expressions) {
        return expressions.known(e.left()).isLong()
                && e.comparators().stream().allMatch(each -> expressions.known(each).isLong())
                && e.ops().stream().allMatch(each -> !sign(each).isEmpty());
    }

    String compared(CompareOperator op, Operand a, Operand b) {
        String sign = sign(op);
        if (!sign.isEmpty() && a.isNumber() && b.isNumber() && areComparable(a, b)) {
            return a.value().isLong() && b.value().isLong()
                    ? "(%s %s %s)".formatted(a.asLong(), sign, b.asLong())
                    : "(%s %s %s)".formatted(a.asDouble(), sign, b.asDouble());
        }
        return compared(op, a.text(), b.text());
    }

    private static boolean areComparable(Operand a, Operand b) {
        return a.value().kind() == b.value().kind()
                || (a.value().isFloat() ? isExact(b.value()) : isExact(a.value()));
    }

    private static String sign(CompareOperator op) {
        return switch (op) {
            case EQ -> "==";
            case NOTEQ -> "!=";
            case LT -> "<";
            case LTE -> "<=";
            case GT -> ">";
            case GTE -> ">=";
            case IS, ISNOT, IN, NOTIN -> "";
        };
    }

    static String compared(CompareOperator op, String left, String right) {
        return switch (op) {
            case NOTEQ -> "Compare.ne(%s, %s)".formatted(left, right);
            case IS -> "Compare.is(%s, %s)".formatted(left, right);
            case ISNOT -> "!Compare.is(%s, %s)".formatted(left, right);
            case IN -> "Items.isIn(%s, %s)".formatted(left, right);
            case NOTIN -> "!Items.isIn(%s, %s)".formatted(left, right);
            case EQ -> "Compare.eq(%s, %s)".formatted(left, right);
            case LT -> "Compare.lt(%s, %s)".formatted(left, right);
            case LTE -> "Compare.le(%s, %s)".formatted(left, right);
            case GT -> "Compare.gt(%s, %s)".formatted(left, right);
            case GTE -> "Compare.ge(%s, %s)".formatted(left, right);
        };
    }

    static String operator(BinaryOperator op) {
        return switch (op) {
            case ADD -> "add";
            case SUB -> "sub";
            case MULT -> "mul";
            case MATMULT -> "matmul";
            case DIV -> "div";
            case MOD -> "mod";
            case POW -> "pow";
            case LSHIFT -> "lshift";
            case RSHIFT -> "rshift";
            case BITOR -> "or";
            case BITXOR -> "xor";
            case BITAND -> "and";
            case FLOORDIV -> "floordiv";
        };
    }
}
