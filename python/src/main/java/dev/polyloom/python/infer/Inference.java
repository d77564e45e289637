package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.ast.Arguments;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.runtime.object.Builtins;
import dev.polyloom.python.scope.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The state of an inference over a module: its variables, and which of its functions are known.
 *
 * <p>A function is known when its name is bound once, to it, and never used but to call it: then
 * all calls are seen, and its parameters are what these pass.
 */
@SuppressWarnings("ReferenceEquality") // a node is one place in the program
final class Inference {
    private static final int MOST_PASSES = 60;
    private static final Pattern CHANGES =
            Pattern.compile(
                    "builtins|\\bglobals\\(\\)\\s*"
                            + "(\\[|\\.\\s*(update|setdefault|pop|popitem|clear|__\\w+item__)\\b)");

    final Parsed parsed;
    final boolean closed;

    /** Whether the module may give built-in names another meaning. */
    final boolean changesBuiltins;

    final IdentityHashMap<dev.polyloom.python.ast.Node, Value> values = new IdentityHashMap<>();
    final IdentityHashMap<Expr.Call, Stmt.FunctionDef> calls = new IdentityHashMap<>();
    final RealFunctions reals;
    final Handing handing;
    final FixedLists lists;
    final Stars stars;
    private final Set<Stmt.FunctionDef> escaped =
            java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Scope, Map<String, Variable>> variables = new IdentityHashMap<>();
    private final IdentityHashMap<Stmt.FunctionDef, Variable> results = new IdentityHashMap<>();
    private final Map<String, Set<Object>> bindings = new HashMap<>();
    private Map<String, Stmt.FunctionDef> known = Map.of();
    private boolean changed;

    Inference(Parsed parsed, boolean main) {
        this.parsed = parsed;
        this.stars = Stars.of(parsed.program());
        this.reals = new RealFunctions(parsed);
        this.changesBuiltins = CHANGES.matcher(parsed.source().text()).find();
        this.closed = main && !Openness.isOpen(parsed.program());
        this.handing = new Handing(this);
        this.lists = new FixedLists(this);
    }

    /** Runs until nothing changes. */
    void run() {
        pass();
        if (closed) {
            Map<String, Stmt.FunctionDef> found = new HashMap<>();
            bindings.forEach((id, nodes) -> {
                if (nodes.size() == 1
                        && nodes.iterator().next() instanceof Stmt.FunctionDef def
                        && def.decoratorList().isEmpty()
                        && !def.async()) {
                    found.put(id, def);
                }
            });
            known = found;
        }
        variables.clear();
        escaped.clear();
        int passes = 0;
        do {
            do {
                pass();
                if (++passes > MOST_PASSES) {
                    all().forEach(Variable::unknown);
                    results.values().forEach(Variable::unknown);
                    pass();
                    return;
                }
            } while (changed);
            for (Variable each : everything()) {
                changed |= each.giveUp();
            }
        } while (changed);
    }

    private void pass() {
        changed = false;
        everything().forEach(Variable::forgetDefinitions);
        new Walk(this, new Env(parsed.scopes().module(), null, null, null))
                .all(parsed.program().body());
    }

    private List<Variable> everything() {
        List<Variable> all = new ArrayList<>(all());
        all.addAll(results.values());
        return all;
    }

    private List<Variable> all() {
        List<Variable> all = new ArrayList<>();
        variables.values().forEach(each -> all.addAll(each.values()));
        return all;
    }

    /** Returns the variables that have values, and the results of known functions. */
    List<Variable> report() {
        return everything();
    }

    Variable variable(Scope scope, String name, @Nullable Span first) {
        String place = scope.kind() == Scope.Kind.MODULE ? "" : scope.name();
        return variables
                .computeIfAbsent(scope, key -> new LinkedHashMap<>())
                .computeIfAbsent(name, key -> new Variable(place, name, first));
    }

    @Nullable Variable find(Scope scope, String name) {
        return variables.getOrDefault(scope, Map.of()).get(name);
    }

    Variable result(Stmt.FunctionDef def) {
        return results.computeIfAbsent(def, key -> new Variable(def.name(), "return", def.span()));
    }

    void bound(String id, Object node) {
        bindings.computeIfAbsent(
                        id, key -> java.util.Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(node);
    }

    void add(Variable variable, Value value, Variable.Step step, long sum) {
        changed |= variable.add(value, step, sum);
    }

    /** Notes that a function is used for something else than to call it. */
    void escape(Stmt.FunctionDef def) {
        changed |= escaped.add(def);
    }

    boolean isEscaped(Stmt.FunctionDef def) {
        return escaped.contains(def);
    }

    /** Returns the function that a name of the module always stands for, or null. */
    Stmt.@Nullable FunctionDef known(String id) {
        return known.get(id);
    }

    boolean isKnown(Stmt.FunctionDef def) {
        return known.get(def.name()) == def;
    }

    boolean isBuiltin(String id) {
        return !changesBuiltins
                && !bindings.containsKey(id)
                && !stars.mayBind(id)
                && Builtins.has(id);
    }

    /** Tells whether a name of the module is bound by one import and by nothing else. */
    boolean isImported(String id, boolean global) {
        return global && id.equals(imported(id));
    }

    /** Returns the whole name of what one import, and nothing else, binds to a name, or null. */
    @Nullable String imported(String id) {
        Set<Object> nodes = bindings.getOrDefault(id, Set.of());
        if (!closed || nodes.size() != 1 || stars.mayBind(id)) {
            return null;
        }
        return switch (nodes.iterator().next()) {
            case Stmt.Import s -> imported(id, s.names(), "");
            case Stmt.ImportFrom s when s.level() == 0 -> imported(id, s.names(), s.module() + ".");
            default -> null;
        };
    }

    private static @Nullable String imported(String id, List<Alias> names, String prefix) {
        return names.stream()
                .filter(each -> id.equals(each.asname() == null ? each.name() : each.asname()))
                .map(each -> prefix + each.name())
                .findFirst()
                .orElse(null);
    }

    /** Returns the scope of a function or the like. */
    Scope scope(dev.polyloom.python.ast.Node node) {
        return java.util.Objects.requireNonNull(parsed.scopes().of(node));
    }

    static List<Arg> positional(Arguments args) {
        List<Arg> all = new ArrayList<>(args.posonlyargs());
        all.addAll(args.args());
        return all;
    }
}
