package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.ExprContext;
import dev.polyloom.python.ast.Keyword;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What in a program is surely Python's library. A method is, whatever its object, when the program
 * gives its name to no member of anything: only objects of the library have it then.
 */
final class Handing {
    private static final Set<String> OF_THREADS = Set.of("_target", "_args", "_kwargs");
    private static final Set<String> OF_TIMERS = Set.of("function", "args", "kwargs");
    private static final Pattern CHANGES = Pattern.compile("setattr|mock|sys\\.path");
    private static final Pattern MAKES_MEMBERS =
            Pattern.compile("__getattr|SimpleNamespace|named_?tuple|make_dataclass");

    private final Inference inference;
    private final Set<String> members = new HashSet<>();
    private final Set<String> attributes = new HashSet<>();
    private final Set<String> set = new HashSet<>();
    private final boolean makesMembers;
    private boolean own;

    Handing(Inference inference) {
        this.inference = inference;
        String text = inference.parsed.source().text();
        this.own = inference.closed && !CHANGES.matcher(text).find();
        this.makesMembers = MAKES_MEMBERS.matcher(text.toLowerCase(Locale.ROOT)).find();
        if (own) {
            look(inference.parsed.program(), false);
        }
    }

    private void look(Node node, boolean inClass) {
        switch (node) {
            case Expr.Attribute e -> {
                attributes.add(e.attr());
                if (e.ctx() != ExprContext.LOAD) {
                    set.add(e.attr());
                }
            }
            case Expr.Name e when inClass && e.ctx() != ExprContext.LOAD -> members.add(e.id());
            case Stmt.FunctionDef def when inClass -> members.add(def.name());
            case Stmt.ClassDef def when inClass -> members.add(def.name());
            case Expr.ConstantExpr e when e.value() instanceof Constant.Str text ->
                    members.add(text.text());
            case Keyword keyword -> members.add(String.valueOf(keyword.arg()));
            case Stmt.Import s -> s.names().forEach(each -> imported(each.name()));
            case Stmt.ImportFrom s -> {
                own &= s.level() == 0 && !inClass;
                imported(s.module() == null ? "" : s.module());
            }
            default -> {}
        }
        boolean within = inClass || node instanceof Stmt.ClassDef;
        node.children().forEach(each -> look(each, within));
    }

    private void imported(String module) {
        String name = inference.parsed.source().name();
        Path file = Path.of(name.endsWith(".py") ? name : "program.py");
        String top = module.split("\\.", 2)[0];
        own &=
                !Files.exists(file.resolveSibling(top + ".py"))
                        && !Files.exists(file.resolveSibling(top));
    }

    /** Tells whether a method of the name can only be one of Python's library. */
    boolean isOfLibrary(String method) {
        return own
                && !makesMembers
                && !members.contains(method)
                && !set.contains(method)
                && (!method.equals("run_in_executor") || isOfLibrary("submit"));
    }

    /** Returns the whole name of a member of a module of the library, or null. */
    @Nullable String origin(Expr e, Env env) {
        String name =
                switch (e) {
                    case Expr.Name member when env.isGlobal(member.id()) ->
                            inference.imported(member.id());
                    case Expr.Attribute member
                            when member.value() instanceof Expr.Name module
                                    && env.isGlobal(module.id())
                                    && inference.imported(module.id()) != null ->
                            inference.imported(module.id()) + "." + member.attr();
                    default -> null;
                };
        return own && name != null && !isChanged(name) ? name : null;
    }

    /** Tells whether the program may see or set what the object keeps of what it was handed. */
    private boolean isChanged(String name) {
        Set<String> kept =
                switch (name) {
                    case "functools.partial" -> Set.of("func");
                    case "threading.Timer" -> OF_TIMERS;
                    default -> OF_THREADS;
                };
        return set.contains(name.substring(name.lastIndexOf('.') + 1))
                || !Collections.disjoint(kept, attributes);
    }

    /** Tells whether a call is that of the builtin {@code map}. */
    boolean isMap(Expr e, Env env) {
        return e instanceof Expr.Name name
                && name.id().equals("map")
                && env.isGlobal("map")
                && inference.isBuiltin("map");
    }
}
