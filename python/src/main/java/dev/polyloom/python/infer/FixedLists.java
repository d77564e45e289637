package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Comprehension;
import dev.polyloom.python.ast.ExceptHandler;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.ExprContext;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Pattern;
import dev.polyloom.python.ast.Stmt;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists and tuples of which all elements are seen: those written out, and those that are the
 * only value of a name that is never used in a way that may change them.
 */
final class FixedLists {
    private static final Set<String> COPIES = Set.of("list", "tuple", "sorted", "reversed");
    private static final Set<String> READERS =
            Set.of("len", "sum", "min", "max", "enumerate", "zip", "print", "map");

    private final Inference inference;
    private final Map<String, Expr> written = new HashMap<>();
    private final Set<String> bound = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Set<Node> reads = Collections.newSetFromMap(new IdentityHashMap<>());

    FixedLists(Inference inference) {
        this.inference = inference;
        if (inference.closed) {
            names(inference.parsed.program());
            uses(inference.parsed.program(), false);
        }
    }

    private void names(Node node) {
        switch (node) {
            case Expr.Name e when e.ctx() != ExprContext.LOAD -> bound.add(e.id());
            case Arg parameter -> other(parameter.arg());
            case Alias alias -> other(alias.asname() == null ? alias.name() : alias.asname());
            case ExceptHandler handler -> other(handler.name());
            case Stmt.FunctionDef def -> other(def.name());
            case Stmt.ClassDef def -> other(def.name());
            case Pattern.MatchStar star -> other(star.name());
            case Pattern.MatchAs as -> other(as.name());
            case Pattern.MatchMapping mapping -> other(mapping.rest());
            default -> {}
        }
        node.children().forEach(this::names);
    }

    private void other(@Nullable String name) {
        if (name != null) {
            bound.add(name);
            used.add(name);
        }
    }

    private void uses(Node node, boolean inClass) {
        switch (node) {
            case Stmt.Assign s when s.targets().size() == 1 && !inClass ->
                    assigned(s.targets().getFirst(), s.value());
            case Stmt.For s -> reads.add(s.iter());
            case Comprehension s -> reads.add(s.iter());
            case Expr.Subscript e when e.ctx() == ExprContext.LOAD -> reads.add(e.value());
            case Expr.FormattedValue e -> reads.add(e.value());
            case Expr.Call e when isReader(e.func()) -> reads.addAll(e.args());
            case Expr.Name e when !reads.contains(e) -> used.add(e.id());
            default -> {}
        }
        boolean within = inClass || node instanceof Stmt.ClassDef;
        node.children().forEach(each -> uses(each, within));
    }

    private void assigned(Expr target, Expr value) {
        if (target instanceof Expr.Name name && written.putIfAbsent(name.id(), value) == null) {
            reads.add(name);
        }
    }

    private boolean isReader(Expr function) {
        return switch (function) {
            case Expr.Name name ->
                    READERS.contains(name.id()) ? isBuiltin(name.id()) : isCopy(name);
            case Expr.Attribute method ->
                    HandedCall.isMap(method.attr()) && inference.handing.isOfLibrary(method.attr());
            default -> false;
        };
    }

    private boolean isBuiltin(String name) {
        return !bound.contains(name)
                && !inference.changesBuiltins
                && !inference.stars.mayBind(name);
    }

    private boolean isCopy(Expr function) {
        return function instanceof Expr.Name name
                && COPIES.contains(name.id())
                && isBuiltin(name.id());
    }

    /** Returns what surely gives the elements of a list, or the expression itself. */
    Expr source(Expr e) {
        Expr read = copied(e);
        if (!(read instanceof Expr.Name name) || used.contains(name.id())) {
            return read;
        }
        Expr value = written.get(name.id());
        Expr source = value == null ? read : copied(value);
        return source instanceof Expr.Call call && !isConstant(call) ? read : source;
    }

    private Expr copied(Expr e) {
        boolean copy =
                e instanceof Expr.Call call
                        && isCopy(call.func())
                        && call.args().size() == 1
                        && call.keywords().isEmpty();
        return copy ? copied(((Expr.Call) e).args().getFirst()) : e;
    }

    /** Tells whether a call means the same in whatever scope it stands. */
    private static boolean isConstant(Expr.Call call) {
        return call.keywords().isEmpty()
                && call.args().stream().allMatch(Expr.ConstantExpr.class::isInstance);
    }

    /** Returns expressions that give all elements of a source, or null where they are not known. */
    static @Nullable List<Expr> elements(Expr source) {
        return switch (source) {
            case Expr.ListComp list -> List.of(list.elt());
            case Expr.GeneratorExp each -> List.of(each.elt());
            default -> HandedCall.elements(source);
        };
    }
}
