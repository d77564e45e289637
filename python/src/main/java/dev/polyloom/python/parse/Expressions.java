package dev.polyloom.python.parse;

import static dev.polyloom.python.parse.Spans.list;

import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Arguments;
import dev.polyloom.python.ast.Comprehension;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Keyword;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the parser's expressions into ours. */
final class Expressions {
    private static final Span NOWHERE = new Span(1, 0, 1, 0);

    private final IdentityHashMap<SSTNode, Node> scopes;

    /**
     * Makes one.
     *
     * @param scopes receives our node for each of the parser's that has a scope of its own
     */
    Expressions(IdentityHashMap<SSTNode, Node> scopes) {
        this.scopes = scopes;
    }

    List<Expr> all(ExprTy @Nullable [] parts) {
        return list(parts, this::of);
    }

    /** Converts parts that may be missing. */
    private List<@Nullable Expr> optional(ExprTy @Nullable [] parts) {
        List<@Nullable Expr> converted = new ArrayList<>();
        if (parts != null) {
            for (ExprTy part : parts) {
                converted.add(orNull(part));
            }
        }
        return Collections.unmodifiableList(converted);
    }

    @Nullable Expr orNull(@Nullable ExprTy expr) {
        return expr == null ? null : of(expr);
    }

    Expr of(ExprTy expr) {
        return switch (expr) {
            case ExprTy.Name e -> new Expr.Name(at(e), e.id, Operators.context(e.context));
            case ExprTy.Constant e ->
                    new Expr.ConstantExpr(at(e), Constants.of(e.value), e.kind != null);
            case ExprTy.Attribute e ->
                    new Expr.Attribute(at(e), of(e.value), e.attr, Operators.context(e.context));
            case ExprTy.Subscript e ->
                    new Expr.Subscript(
                            at(e), of(e.value), of(e.slice), Operators.context(e.context));
            case ExprTy.Slice e ->
                    new Expr.Slice(at(e), orNull(e.lower), orNull(e.upper), orNull(e.step));
            case ExprTy.Starred e ->
                    new Expr.Starred(at(e), of(e.value), Operators.context(e.context));
            case ExprTy.Call e ->
                    new Expr.Call(at(e), of(e.func), all(e.args), list(e.keywords, this::of));
            case ExprTy.NamedExpr e -> new Expr.NamedExpr(at(e), of(e.target), of(e.value));
            case ExprTy.Await e -> new Expr.Await(at(e), of(e.value));
            case ExprTy.Yield e -> new Expr.Yield(at(e), orNull(e.value));
            case ExprTy.YieldFrom e -> new Expr.YieldFrom(at(e), of(e.value));
            default -> operation(expr);
        };
    }

    private Expr operation(ExprTy expr) {
        return switch (expr) {
            case ExprTy.BoolOp e -> new Expr.BoolOp(at(e), Operators.bool(e.op), all(e.values));
            case ExprTy.BinOp e ->
                    new Expr.BinOp(at(e), of(e.left), Operators.binary(e.op), of(e.right));
            case ExprTy.UnaryOp e -> new Expr.UnaryOp(at(e), Operators.unary(e.op), of(e.operand));
            case ExprTy.Compare e ->
                    new Expr.Compare(
                            at(e), of(e.left), list(e.ops, Operators::compare), all(e.comparators));
            case ExprTy.IfExp e -> new Expr.IfExp(at(e), of(e.test), of(e.body), of(e.orElse));
            default -> display(expr);
        };
    }

    private Expr display(ExprTy expr) {
        return switch (expr) {
            case ExprTy.Tuple e ->
                    new Expr.TupleDisplay(at(e), all(e.elements), Operators.context(e.context));
            case ExprTy.List e ->
                    new Expr.ListDisplay(at(e), all(e.elements), Operators.context(e.context));
            case ExprTy.Set e -> new Expr.SetDisplay(at(e), all(e.elements));
            case ExprTy.Dict e -> new Expr.DictDisplay(at(e), optional(e.keys), all(e.values));
            case ExprTy.JoinedStr e -> new Expr.JoinedStr(at(e), all(e.values));
            case ExprTy.FormattedValue e ->
                    new Expr.FormattedValue(at(e), of(e.value), e.conversion, orNull(e.formatSpec));
            default -> scoped(expr);
        };
    }

    private Expr scoped(ExprTy expr) {
        Expr converted =
                switch (expr) {
                    case ExprTy.Lambda e -> new Expr.Lambda(at(e), arguments(e.args), of(e.body));
                    case ExprTy.ListComp e ->
                            new Expr.ListComp(at(e), of(e.element), generators(e.generators));
                    case ExprTy.SetComp e ->
                            new Expr.SetComp(at(e), of(e.element), generators(e.generators));
                    case ExprTy.DictComp e ->
                            new Expr.DictComp(
                                    at(e), of(e.key), of(e.value), generators(e.generators));
                    case ExprTy.GeneratorExp e ->
                            new Expr.GeneratorExp(at(e), of(e.element), generators(e.generators));
                    default ->
                            throw new IllegalStateException("an expression of " + expr.getClass());
                };
        scopes.put(expr, converted);
        return converted;
    }

    private List<Comprehension> generators(ComprehensionTy[] generators) {
        return list(
                generators,
                g -> new Comprehension(at(g), of(g.target), of(g.iter), all(g.ifs), g.isAsync));
    }

    Keyword of(KeywordTy keyword) {
        return new Keyword(at(keyword), keyword.arg, of(keyword.value));
    }

    Arguments arguments(@Nullable ArgumentsTy args) {
        if (args == null) {
            return new Arguments(
                    NOWHERE, List.of(), List.of(), null, List.of(), List.of(), null, List.of());
        }
        return new Arguments(
                at(args),
                list(args.posOnlyArgs, this::arg),
                list(args.args, this::arg),
                args.varArg == null ? null : arg(args.varArg),
                list(args.kwOnlyArgs, this::arg),
                optional(args.kwDefaults),
                args.kwArg == null ? null : arg(args.kwArg),
                all(args.defaults));
    }

    private Arg arg(ArgTy arg) {
        return new Arg(at(arg), arg.arg, orNull(arg.annotation));
    }

    private static Span at(SSTNode node) {
        return Spans.of(node);
    }
}
