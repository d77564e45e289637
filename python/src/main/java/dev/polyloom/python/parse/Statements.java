package dev.polyloom.python.parse;

import static dev.polyloom.python.parse.Spans.list;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.MatchCaseTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.TypeParamTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.ExceptHandler;
import dev.polyloom.python.ast.MatchCase;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.ast.TypeParam;
import dev.polyloom.python.ast.WithItem;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the parser's statements into ours. */
final class Statements {
    private final IdentityHashMap<SSTNode, Node> scopes;
    private final Expressions expressions;
    private final Patterns patterns;

    Statements(IdentityHashMap<SSTNode, Node> scopes) {
        this.scopes = scopes;
        expressions = new Expressions(scopes);
        patterns = new Patterns(expressions);
    }

    List<Stmt> all(StmtTy @Nullable [] statements) {
        return list(statements, this::of);
    }

    private Stmt of(StmtTy statement) {
        return switch (statement) {
            case StmtTy.FunctionDef s -> scoped(s, function(s));
            case StmtTy.AsyncFunctionDef s -> scoped(s, function(s));
            case StmtTy.ClassDef s -> scoped(s, type(s));
            case StmtTy.TypeAlias s ->
                    scoped(
                            s,
                            new Stmt.TypeAlias(
                                    at(s),
                                    expressions.of(s.name),
                                    list(s.typeParams, this::of),
                                    expressions.of(s.value)));
            case StmtTy.Import s -> new Stmt.Import(at(s), list(s.names, Statements::of));
            case StmtTy.ImportFrom s ->
                    new Stmt.ImportFrom(at(s), s.module, list(s.names, Statements::of), s.level);
            case StmtTy.Global s -> new Stmt.Global(at(s), Arrays.asList(s.names));
            case StmtTy.Nonlocal s -> new Stmt.Nonlocal(at(s), Arrays.asList(s.names));
            default -> simple(statement);
        };
    }

    private Stmt simple(StmtTy statement) {
        return switch (statement) {
            case StmtTy.Expr s -> new Stmt.ExprStmt(at(s), expressions.of(s.value));
            case StmtTy.Assign s ->
                    new Stmt.Assign(at(s), expressions.all(s.targets), expressions.of(s.value));
            case StmtTy.AugAssign s ->
                    new Stmt.AugAssign(
                            at(s),
                            expressions.of(s.target),
                            Operators.binary(s.op),
                            expressions.of(s.value));
            case StmtTy.AnnAssign s ->
                    new Stmt.AnnAssign(
                            at(s),
                            expressions.of(s.target),
                            expressions.of(s.annotation),
                            expressions.orNull(s.value),
                            s.isSimple);
            case StmtTy.Delete s -> new Stmt.Delete(at(s), expressions.all(s.targets));
            case StmtTy.Return s -> new Stmt.Return(at(s), expressions.orNull(s.value));
            case StmtTy.Raise s ->
                    new Stmt.Raise(at(s), expressions.orNull(s.exc), expressions.orNull(s.cause));
            case StmtTy.Assert s ->
                    new Stmt.Assert(at(s), expressions.of(s.test), expressions.orNull(s.msg));
            case StmtTy.Pass s -> new Stmt.Pass(at(s));
            case StmtTy.Break s -> new Stmt.Break(at(s));
            case StmtTy.Continue s -> new Stmt.Continue(at(s));
            default -> compound(statement);
        };
    }

    private Stmt compound(StmtTy statement) {
        return switch (statement) {
            case StmtTy.If s ->
                    new Stmt.If(at(s), expressions.of(s.test), all(s.body), all(s.orElse));
            case StmtTy.While s ->
                    new Stmt.While(at(s), expressions.of(s.test), all(s.body), all(s.orElse));
            case StmtTy.For s ->
                    new Stmt.For(
                            at(s),
                            false,
                            expressions.of(s.target),
                            expressions.of(s.iter),
                            all(s.body),
                            all(s.orElse));
            case StmtTy.AsyncFor s ->
                    new Stmt.For(
                            at(s),
                            true,
                            expressions.of(s.target),
                            expressions.of(s.iter),
                            all(s.body),
                            all(s.orElse));
            case StmtTy.With s -> new Stmt.With(at(s), false, items(s.items), all(s.body));
            case StmtTy.AsyncWith s -> new Stmt.With(at(s), true, items(s.items), all(s.body));
            case StmtTy.Try s ->
                    new Stmt.Try(
                            at(s),
                            false,
                            all(s.body),
                            list(s.handlers, this::of),
                            all(s.orElse),
                            all(s.finalBody));
            case StmtTy.TryStar s ->
                    new Stmt.Try(
                            at(s),
                            true,
                            all(s.body),
                            list(s.handlers, this::of),
                            all(s.orElse),
                            all(s.finalBody));
            case StmtTy.Match s ->
                    new Stmt.Match(at(s), expressions.of(s.subject), list(s.cases, this::of));
            default -> throw new IllegalStateException("a statement of " + statement.getClass());
        };
    }

    private Stmt function(StmtTy.FunctionDef s) {
        return new Stmt.FunctionDef(
                at(s),
                false,
                s.name,
                expressions.arguments(s.args),
                all(s.body),
                expressions.all(s.decoratorList),
                expressions.orNull(s.returns),
                list(s.typeParams, this::of));
    }

    private Stmt function(StmtTy.AsyncFunctionDef s) {
        return new Stmt.FunctionDef(
                at(s),
                true,
                s.name,
                expressions.arguments(s.args),
                all(s.body),
                expressions.all(s.decoratorList),
                expressions.orNull(s.returns),
                list(s.typeParams, this::of));
    }

    private Stmt type(StmtTy.ClassDef s) {
        return new Stmt.ClassDef(
                at(s),
                s.name,
                expressions.all(s.bases),
                list(s.keywords, expressions::of),
                all(s.body),
                expressions.all(s.decoratorList),
                list(s.typeParams, this::of));
    }

    private Stmt scoped(StmtTy original, Stmt converted) {
        scopes.put(original, converted);
        return converted;
    }

    private List<WithItem> items(WithItemTy[] items) {
        return list(
                items,
                i ->
                        new WithItem(
                                at(i),
                                expressions.of(i.contextExpr),
                                expressions.orNull(i.optionalVars)));
    }

    private ExceptHandler of(ExceptHandlerTy handler) {
        var h = (ExceptHandlerTy.ExceptHandler) handler;
        return new ExceptHandler(at(h), expressions.orNull(h.type), h.name, all(h.body));
    }

    private MatchCase of(MatchCaseTy c) {
        return new MatchCase(
                at(c), patterns.of(c.pattern), expressions.orNull(c.guard), all(c.body));
    }

    private TypeParam of(TypeParamTy parameter) {
        return switch (parameter) {
            case TypeParamTy.TypeVar p ->
                    new TypeParam.TypeVar(at(p), p.name, expressions.orNull(p.bound));
            case TypeParamTy.ParamSpec p -> new TypeParam.ParamSpec(at(p), p.name);
            case TypeParamTy.TypeVarTuple p -> new TypeParam.TypeVarTuple(at(p), p.name);
            default ->
                    throw new IllegalStateException("a type parameter of " + parameter.getClass());
        };
    }

    private static Alias of(AliasTy alias) {
        return new Alias(at(alias), alias.name, alias.asName);
    }

    private static Span at(SSTNode node) {
        return Spans.of(node);
    }
}
