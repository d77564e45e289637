package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter in the brackets after the name of a generic function, class or type. */
public sealed interface TypeParam extends Node {
    /** {@code T: bound}. */
    record TypeVar(Span span, String name, @Nullable Expr bound) implements TypeParam {
        @Override
        public List<Node> children() {
            return Children.of(bound);
        }
    }

    /** {@code **P}. */
    record ParamSpec(Span span, String name) implements TypeParam {}

    /** {@code *Ts}. */
    record TypeVarTuple(Span span, String name) implements TypeParam {}
}
