package dev.polyloom.python.assess;

import dev.polyloom.python.ast.BinaryOperator;
import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folders that a module adds to {@code sys.path}, as far as its text tells: those that it makes
 * of {@code __file__}, literals and the functions of paths.
 */
public final class SearchPath {
    private static final int DEEPEST = 50;
    private static final Set<String> SAME =
            Set.of("abspath", "realpath", "normpath", "fspath", "str", "resolve", "absolute");

    private final Path file;
    private final Map<String, Expr> values = new HashMap<>();
    private final List<Expr.Call> added = new ArrayList<>();

    private SearchPath(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Returns folders, with those that a module adds in the order of its text. */
    public static ModuleFolders wider(ModuleFolders folders, Node code, Path file) {
        SearchPath found = new SearchPath(file);
        found.gather(code);
        ModuleFolders wider = folders;
        for (Expr.Call each : found.added) {
            Path folder = found.valueOf(each.args().getLast());
            if (folder != null) {
                wider = added(wider, each, folder.normalize());
            }
        }
        return wider;
    }

    private static ModuleFolders added(ModuleFolders folders, Expr.Call call, Path folder) {
        return switch (call.args().getFirst()) {
            case Expr.ConstantExpr(_, Constant.Int(var index), _) when call.args().size() == 2 ->
                    folders.insert(index, folder);
            default -> folders.append(folder);
        };
    }

    private @Nullable Path valueOf(Expr each) {
        try {
            return path(each, 0);
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private void gather(Node node) {
        switch (node) {
            case Stmt.Assign s
                    when s.targets().size() == 1
                            && s.targets().getFirst() instanceof Expr.Name name ->
                    values.putIfAbsent(name.id(), s.value());
            case Expr.Call call when isAddition(call) -> added.add(call);
            default -> {}
        }
        node.children().forEach(this::gather);
    }

    private static boolean isAddition(Expr.Call call) {
        return call.func() instanceof Expr.Attribute method
                && switch (method.attr()) {
                    case "append" -> call.args().size() == 1;
                    case "insert" -> call.args().size() == 2;
                    default -> false;
                }
                && method.value() instanceof Expr.Attribute list
                && list.attr().equals("path")
                && list.value() instanceof Expr.Name module
                && module.id().equals("sys");
    }

    private @Nullable Path path(Expr value, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        return switch (value) {
            case Expr.ConstantExpr(_, Constant.Str text, _) -> Path.of(text.text());
            case Expr.Name name when name.id().equals("__file__") -> file;
            case Expr.Name name -> known(name, depth);
            case Expr.Attribute a -> attribute(a, depth);
            case Expr.Subscript s -> ancestor(s, depth);
            case Expr.BinOp both -> both(both, depth);
            case Expr.Call call -> call(call, depth);
            default -> null;
        };
    }

    private @Nullable Path known(Expr.Name name, int depth) {
        Expr value = values.get(name.id());
        return value == null ? null : path(value, depth + 1);
    }

    private @Nullable Path attribute(Expr.Attribute a, int depth) {
        return switch (a.attr()) {
            case "parent" -> above(path(a.value(), depth + 1), 1);
            case "pardir" -> Path.of("..");
            default -> null;
        };
    }

    private @Nullable Path ancestor(Expr.Subscript s, int depth) {
        return s.value() instanceof Expr.Attribute a
                        && a.attr().equals("parents")
                        && s.slice() instanceof Expr.ConstantExpr(_, Constant.Int(var index), _)
                        && index.signum() >= 0
                        && index.compareTo(BigInteger.valueOf(DEEPEST)) < 0
                ? above(path(a.value(), depth + 1), index.intValue() + 1)
                : null;
    }

    private static @Nullable Path above(@Nullable Path path, int levels) {
        Path found = path;
        for (int level = 0; level < levels && found != null; level++) {
            found = found.getParent();
        }
        return found;
    }

    private @Nullable Path both(Expr.BinOp both, int depth) {
        Path left = path(both.left(), depth + 1);
        Path right = path(both.right(), depth + 1);
        if (left == null || right == null) {
            return null;
        }
        if (both.op() == BinaryOperator.DIV) {
            return left.resolve(right);
        }
        return both.op() == BinaryOperator.ADD ? Path.of(left + right.toString()) : null;
    }

    private @Nullable Path call(Expr.Call call, int depth) {
        Expr receiver = call.func() instanceof Expr.Attribute a ? a.value() : null;
        String name =
                switch (call.func()) {
                    case Expr.Attribute a -> a.attr();
                    case Expr.Name n -> n.id();
                    default -> "";
                };
        List<Expr> args = new ArrayList<>(call.args());
        if (receiver != null && (args.isEmpty() || name.equals("joinpath"))) {
            args.addFirst(receiver);
        }
        return switch (name) {
            case "join", "joinpath", "Path", "PurePath" -> joined(args, depth);
            case "dirname" -> above(only(args, depth), 1);
            default -> SAME.contains(name) ? normal(only(args, depth)) : null;
        };
    }

    private static @Nullable Path normal(@Nullable Path path) {
        return path == null ? null : path.normalize();
    }

    private @Nullable Path only(List<Expr> args, int depth) {
        return args.size() == 1 ? path(args.getFirst(), depth + 1) : null;
    }

    private @Nullable Path joined(List<Expr> args, int depth) {
        Path whole = null;
        for (Expr each : args) {
            Path part = path(each, depth + 1);
            if (part == null) {
                return null;
            }
            whole = whole == null ? part : whole.resolve(part);
        }
        return whole;
    }
}
