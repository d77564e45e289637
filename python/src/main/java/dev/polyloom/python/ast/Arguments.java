package dev.polyloom.python.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function. The defaults belong to the last positional ones; a keyword-only one
 * without default has null there.
 */
public record Arguments(
        Span span,
        List<Arg> posonlyargs,
        List<Arg> args,
        @Nullable Arg vararg,
        List<Arg> kwonlyargs,
        List<@Nullable Expr> kwDefaults,
        @Nullable Arg kwarg,
        List<Expr> defaults)
        implements Node {
    /** Copies the lists. */
    public Arguments {
        posonlyargs = List.copyOf(posonlyargs);
        args = List.copyOf(args);
        kwonlyargs = List.copyOf(kwonlyargs);
        defaults = List.copyOf(defaults);
    }

    @Override
    public List<Node> children() {
        return Children.of(posonlyargs, args, vararg, kwonlyargs, kwDefaults, kwarg, defaults);
    }
}
