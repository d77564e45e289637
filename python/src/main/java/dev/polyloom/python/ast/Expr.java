package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. Its parts have the names and the order of Python's own syntax tree. */
public sealed interface Expr extends Node {
    /** {@code a and b and c}, or the same with {@code or}. */
    record BoolOp(Span span, BoolOperator op, List<Expr> values) implements Expr {
        public BoolOp {
            values = List.copyOf(values);
        }

        @Override
        public List<Node> children() {
            return Children.of(values);
        }
    }

    /** {@code target := value}; the target is a {@link Name}. */
    record NamedExpr(Span span, Expr target, Expr value) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(target, value);
        }
    }

    /** {@code left op right}. */
    record BinOp(Span span, Expr left, BinaryOperator op, Expr right) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(left, right);
        }
    }

    /** {@code op operand}. */
    record UnaryOp(Span span, UnaryOperator op, Expr operand) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(operand);
        }
    }

    /** {@code lambda args: body}. */
    record Lambda(Span span, Arguments args, Expr body) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(args, body);
        }
    }

    /** {@code body if test else orelse}. */
    record IfExp(Span span, Expr test, Expr body, Expr orelse) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(test, body, orelse);
        }
    }

    /** {@code {key: value}}; a null key stands for {@code **value}. */
    record DictDisplay(Span span, List<@Nullable Expr> keys, List<Expr> values) implements Expr {
        public DictDisplay {
            values = List.copyOf(values);
        }

        @Override
        public List<Node> children() {
            return Children.of(keys, values);
        }
    }

    /** {@code {a, b}}. */
    record SetDisplay(Span span, List<Expr> elts) implements Expr {
        public SetDisplay {
            elts = List.copyOf(elts);
        }

        @Override
        public List<Node> children() {
            return Children.of(elts);
        }
    }

    /** {@code [elt for …]}. */
    record ListComp(Span span, Expr elt, List<Comprehension> generators) implements Expr {
        public ListComp {
            generators = List.copyOf(generators);
        }

        @Override
        public List<Node> children() {
            return Children.of(elt, generators);
        }
    }

    /** {@code {elt for …}}. */
    record SetComp(Span span, Expr elt, List<Comprehension> generators) implements Expr {
        public SetComp {
            generators = List.copyOf(generators);
        }

        @Override
        public List<Node> children() {
            return Children.of(elt, generators);
        }
    }

    /** {@code {key: value for …}}. */
    record DictComp(Span span, Expr key, Expr value, List<Comprehension> generators)
            implements Expr {
        public DictComp {
            generators = List.copyOf(generators);
        }

        @Override
        public List<Node> children() {
            return Children.of(key, value, generators);
        }
    }

    /** {@code (elt for …)}. */
    record GeneratorExp(Span span, Expr elt, List<Comprehension> generators) implements Expr {
        public GeneratorExp {
            generators = List.copyOf(generators);
        }

        @Override
        public List<Node> children() {
            return Children.of(elt, generators);
        }
    }

    /** {@code await value}. */
    record Await(Span span, Expr value) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(value);
        }
    }

    /** {@code yield value}. */
    record Yield(Span span, @Nullable Expr value) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(value);
        }
    }

    /** {@code yield from value}. */
    record YieldFrom(Span span, Expr value) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(value);
        }
    }

    /** {@code left < a <= b}: as many operators as comparators. */
    record Compare(Span span, Expr left, List<CompareOperator> ops, List<Expr> comparators)
            implements Expr {
        public Compare {
            ops = List.copyOf(ops);
            comparators = List.copyOf(comparators);
        }

        @Override
        public List<Node> children() {
            return Children.of(left, comparators);
        }
    }

    /** {@code func(args, keywords)}. */
    record Call(Span span, Expr func, List<Expr> args, List<Keyword> keywords) implements Expr {
        public Call {
            args = List.copyOf(args);
            keywords = List.copyOf(keywords);
        }

        @Override
        public List<Node> children() {
            return Children.of(func, args, keywords);
        }
    }

    /** {@code {value!r:spec}} in an f-string; the conversion is a character, or -1 for none. */
    record FormattedValue(Span span, Expr value, int conversion, @Nullable Expr formatSpec)
            implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(value, formatSpec);
        }
    }

    /** An f-string: constants and formatted values. */
    record JoinedStr(Span span, List<Expr> values) implements Expr {
        public JoinedStr {
            values = List.copyOf(values);
        }

        @Override
        public List<Node> children() {
            return Children.of(values);
        }
    }

    /** A literal. */
    record ConstantExpr(Span span, Constant value, boolean unicodePrefix) implements Expr {}

    /** {@code value.attr}. */
    record Attribute(Span span, Expr value, String attr, ExprContext ctx) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(value);
        }
    }

    /** {@code value[slice]}. */
    record Subscript(Span span, Expr value, Expr slice, ExprContext ctx) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(value, slice);
        }
    }

    /** {@code *value}. */
    record Starred(Span span, Expr value, ExprContext ctx) implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(value);
        }
    }

    /** An identifier. */
    record Name(Span span, String id, ExprContext ctx) implements Expr {}

    /** {@code [a, b]}, or such a target. */
    record ListDisplay(Span span, List<Expr> elts, ExprContext ctx) implements Expr {
        public ListDisplay {
            elts = List.copyOf(elts);
        }

        @Override
        public List<Node> children() {
            return Children.of(elts);
        }
    }

    /** {@code a, b}, or such a target. */
    record TupleDisplay(Span span, List<Expr> elts, ExprContext ctx) implements Expr {
        public TupleDisplay {
            elts = List.copyOf(elts);
        }

        @Override
        public List<Node> children() {
            return Children.of(elts);
        }
    }

    /** {@code lower:upper:step} within brackets. */
    record Slice(Span span, @Nullable Expr lower, @Nullable Expr upper, @Nullable Expr step)
            implements Expr {
        @Override
        public List<Node> children() {
            return Children.of(lower, upper, step);
        }
    }
}
