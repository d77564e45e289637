package dev.polyloom.python.infer;

import dev.polyloom.python.ast.BinaryOperator;
import java.math.BigInteger;
import java.util.List;

/** What operators give for values of which something is known. */
final class Arithmetic {
    private static final int MOST_SHIFTED = 62;
    private static final int MOST_POWER = 64;

    private Arithmetic() {}

    static Value binary(BinaryOperator op, Value a, Value b) {
        if (a.kind() == Value.Kind.NOTHING || b.kind() == Value.Kind.NOTHING) {
            return Value.NOTHING;
        }
        if (a.isInt() && b.isInt()) {
            return a.isLong() && b.isLong() ? longs(op, a, b) : ints(op, b);
        }
        boolean numbers = (a.isInt() || a.isFloat()) && (b.isInt() || b.isFloat());
        if (numbers) {
            return switch (op) {
                case ADD, SUB, MULT, DIV, FLOORDIV, MOD -> Value.FLOAT;
                case POW -> b.isInt() || (a.isLong() && a.low() >= 0) ? Value.FLOAT : Value.OBJECT;
                default -> Value.OBJECT;
            };
        }
        boolean joined = a.kind() == Value.Kind.STR && b.kind() == Value.Kind.STR;
        boolean repeated = op == BinaryOperator.MULT && a.kind() == Value.Kind.STR && b.isInt();
        return (joined && op == BinaryOperator.ADD) || repeated ? Value.STR : Value.OBJECT;
    }

    /** Returns what is known where a side may be of any size. */
    private static Value ints(BinaryOperator op, Value b) {
        return switch (op) {
            case DIV -> Value.FLOAT;
            case MOD -> remainder(b);
            case POW -> Value.OBJECT;
            case MATMULT -> Value.OBJECT;
            case BITAND -> b.isLong() && b.low() >= 0 ? Value.between(0, b.high()) : Value.INT;
            default -> Value.INT;
        };
    }

    private static Value remainder(Value b) {
        if (!b.isLong()) {
            return Value.INT;
        }
        long low = b.low() < 0 ? b.low() + 1 : 0;
        long high = b.high() > 0 ? b.high() - 1 : 0;
        return Value.between(low, high);
    }

    private static Value longs(BinaryOperator op, Value a, Value b) {
        return switch (op) {
            case ADD ->
                    Value.between(big(a.low()).add(big(b.low())), big(a.high()).add(big(b.high())));
            case SUB ->
                    Value.between(
                            big(a.low()).subtract(big(b.high())),
                            big(a.high()).subtract(big(b.low())));
            case MULT -> product(a, b);
            case DIV -> Value.FLOAT;
            case FLOORDIV -> quotient(a, b);
            case MOD -> a.low() >= 0 && b.low() > a.high() ? a : modulo(a, b);
            case BITAND, BITOR, BITXOR -> bits(op, a, b);
            case LSHIFT -> shifted(a, b);
            case RSHIFT -> back(a, b);
            case POW -> power(a, b);
            case MATMULT -> Value.OBJECT;
        };
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static Value product(Value a, Value b) {
        List<BigInteger> corners =
                List.of(
                        big(a.low()).multiply(big(b.low())),
                        big(a.low()).multiply(big(b.high())),
                        big(a.high()).multiply(big(b.low())),
                        big(a.high()).multiply(big(b.high())));
        return Value.between(
                corners.stream().reduce(BigInteger::min).orElseThrow(),
                corners.stream().reduce(BigInteger::max).orElseThrow());
    }

    private static Value quotient(Value a, Value b) {
        if (b.low() > 0) {
            return Value.between(
                    Math.min(Math.floorDiv(a.low(), b.low()), Math.floorDiv(a.low(), b.high())),
                    Math.max(Math.floorDiv(a.high(), b.low()), Math.floorDiv(a.high(), b.high())));
        }
        BigInteger most = big(a.low()).abs().max(big(a.high()).abs());
        return Value.between(most.negate().subtract(BigInteger.ONE), most);
    }

    private static Value modulo(Value a, Value b) {
        Value rest = remainder(b);
        return a.low() >= 0 && b.low() >= 0
                ? Value.between(0, Math.min(rest.high(), a.high()))
                : rest;
    }

    private static Value bits(BinaryOperator op, Value a, Value b) {
        if (op == BinaryOperator.BITAND && (a.low() >= 0 || b.low() >= 0)) {
            long most =
                    a.low() >= 0 && b.low() >= 0
                            ? Math.min(a.high(), b.high())
                            : a.low() >= 0 ? a.high() : b.high();
            return Value.between(0, most);
        }
        int room =
                Math.max(
                        Math.max(big(a.low()).bitLength(), big(a.high()).bitLength()),
                        Math.max(big(b.low()).bitLength(), big(b.high()).bitLength()));
        long high = room >= Long.SIZE - 1 ? Long.MAX_VALUE : (1L << room) - 1;
        return Value.between(a.low() >= 0 && b.low() >= 0 ? 0 : -high - 1, high);
    }

    private static Value shifted(Value a, Value b) {
        return b.within(0, MOST_SHIFTED)
                ? Value.between(
                                big(a.low()).shiftLeft((int) b.low()),
                                big(a.high()).shiftLeft((int) b.low()))
                        .or(
                                Value.between(
                                        big(a.low()).shiftLeft((int) b.high()),
                                        big(a.high()).shiftLeft((int) b.high())))
                : Value.INT;
    }

    private static Value back(Value a, Value b) {
        return b.within(0, MOST_SHIFTED)
                ? Value.between(Math.min(0, a.low()), Math.max(0, a.high()))
                : Value.INT;
    }

    private static Value power(Value a, Value b) {
        if (b.low() < 0) {
            return Value.OBJECT;
        }
        if (b.high() > MOST_POWER) {
            return Value.INT;
        }
        BigInteger most = big(a.low()).abs().max(big(a.high()).abs()).pow((int) b.high());
        BigInteger top = most.max(BigInteger.ONE);
        return Value.between(a.low() >= 0 ? BigInteger.ZERO : top.negate(), top);
    }

    static Value negative(Value a) {
        return a.isLong()
                ? Value.between(big(a.high()).negate(), big(a.low()).negate())
                : a.isInt() || a.isFloat() || a.kind() == Value.Kind.NOTHING ? a : Value.OBJECT;
    }

    static Value inverted(Value a) {
        return a.isLong()
                ? Value.between(~a.high(), ~a.low())
                : a.isInt() || a.kind() == Value.Kind.NOTHING ? a : Value.OBJECT;
    }

    static Value absolute(Value a) {
        if (!a.isLong()) {
            return a.isInt() || a.isFloat() ? a : Value.OBJECT;
        }
        BigInteger most = big(a.low()).abs().max(big(a.high()).abs());
        return Value.between(a.low() >= 0 ? big(a.low()) : BigInteger.ZERO, most);
    }
}
