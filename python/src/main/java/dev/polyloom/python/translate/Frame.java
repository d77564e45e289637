package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.infer.Value;
import dev.polyloom.python.runtime.object.Position;
import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A method that is being written: its scope, its variables and its lines. */
final class Frame {
    private static final Set<String> SHOWING = Set.of("locals", "vars", "eval", "exec");

    final Unit unit;
    final Scope scope;
    final JavaWriter out = new JavaWriter();
    final Set<String> locals = new HashSet<>();
    final Deque<Loop> loops = new ArrayDeque<>();
    final Deque<String> handled = new ArrayDeque<>();
    final String path;
    Set<String> assigned = new HashSet<>();
    @Nullable String className;
    @Nullable String firstParameter;
    @Nullable String generator;
    @Nullable String machine;
    Value result = Value.OBJECT;

    /** The names that a function uses, in the order of their first use. */
    Set<String> variables = Set.of();

    /** The function whose calls of itself carry their depth, if it is one. */
    Stmt.@Nullable FunctionDef carried;

    /** The variable that holds that depth. */
    String depth = "";

    /** Whether the method has a dict of its variables that lasts as long as the call. */
    boolean keepsLocals;

    /** The variables of the statement that is being written, which Python does not know. */
    final List<String> scratch = new ArrayList<>();

    /** The variables that functions within use too. */
    final List<String> cells = new ArrayList<>();

    /** The iterator of the loop that was opened last. */
    String iterator = "";

    private int temporaries;
    private final StringBuilder pending = new StringBuilder();

    /**
     * A loop around what is being written.
     *
     * @param broke the variable that notes that it was left
     * @param exit what leaves it, where that is not {@code break}
     * @param again what begins its next round, where that is not {@code continue}
     */
    record Loop(@Nullable String broke, @Nullable String exit, @Nullable String again) {
        Loop(@Nullable String broke) {
            this(broke, null, null);
        }
    }

    /** Where a name lives. */
    enum Place {
        LOCAL,
        CELL,
        GLOBAL,
        CLASS
    }

    /**
     * Makes one.
     *
     * @param path the names around and its own, as Java names methods
     */
    Frame(Unit unit, Scope scope, String path) {
        this.unit = unit;
        this.scope = scope;
        this.path = path;
    }

    /** Returns a private name with its class before it, and any other as it is. */
    String mangled(String id) {
        String owner = className;
        return id.startsWith("__") && !id.endsWith("__") && owner != null
                ? "_" + owner.replaceFirst("^_+", "") + id
                : id;
    }

    /** Tells whether the code of the scope may see, or change, its variables as a dict. */
    boolean showsNames() {
        return SHOWING.stream().anyMatch(id -> scope.symbol(id) != null && unit.isBuiltin(id));
    }

    /** Writes what code does between its steps. */
    void check() {
        if (unit.checks != Checks.NONE) {
            line(unit.checks.statement);
        }
    }

    private @Nullable Symbol symbol(String id) {
        Symbol found = scope.symbol(mangled(id));
        return found == null ? scope.symbol(id) : found;
    }

    Place place(String id) {
        Symbol symbol = symbol(id);
        Binding binding = symbol == null ? Binding.GLOBAL_IMPLICIT : symbol.binding();
        if (scope.kind() == Scope.Kind.MODULE) {
            return Place.GLOBAL;
        }
        String name = symbol == null ? id : symbol.name();
        return switch (binding) {
            case GLOBAL_EXPLICIT -> Place.GLOBAL;
            case GLOBAL_IMPLICIT ->
                    scope.kind() == Scope.Kind.CLASS
                                    && (unit.prepares() || (showsNames() && !SHOWING.contains(id)))
                            ? Place.CLASS
                            : Place.GLOBAL;
            case LOCAL -> scope.kind() == Scope.Kind.CLASS ? Place.CLASS : Place.LOCAL;
            case CELL ->
                    scope.kind() == Scope.Kind.CLASS
                            ? Place.CLASS
                            : unit.captures.isCell(scope, name) ? Place.CELL : Place.LOCAL;
            case FREE -> unit.captures.isCell(scope, name) ? Place.CELL : Place.LOCAL;
        };
    }

    /** Returns what a variable of its own holds, where Java has a type for it. */
    Value held(String id) {
        Symbol symbol = symbol(id);
        return symbol != null && place(id) == Place.LOCAL
                ? unit.held(scope, symbol.name())
                : Value.OBJECT;
    }

    /** Tells whether a name is a variable to which much is added again and again. */
    boolean isGrowing(String id) {
        Symbol symbol = symbol(id);
        return symbol != null && place(id) == Place.LOCAL && unit.isGrowing(scope, symbol.name());
    }

    /** Returns the Java variable of a name. */
    String java(String id) {
        return JavaNames.variable(mangled(id));
    }

    /** Returns a new variable, which is declared before the statement that is being written. */
    String temporary(String type) {
        String name = unit.temporary + ++temporaries;
        pending.append(type).append(' ').append(name).append(";\n");
        if (type.equals("Object")) {
            scratch.add(name);
        }
        return name;
    }

    String temporary() {
        return temporary("Object");
    }

    /** Returns a name for a variable that is declared where it is used. */
    String fresh(String base) {
        return base + unit.suffix + ++temporaries;
    }

    /** Writes the declarations of temporary variables that are due. */
    void declare() {
        if (!pending.isEmpty()) {
            pending.toString().lines().forEach(out::line);
            pending.setLength(0);
        }
    }

    void line(String text) {
        declare();
        out.line(text);
    }

    void open(String text) {
        declare();
        out.open(text);
    }

    /** Marks the first call in a text as coming from a node. */
    String mark(String text, Node node) {
        return unit.positions.mark(text, node);
    }

    /** Says that the next lines come from a statement. */
    void at(Stmt s) {
        boolean compound =
                switch (s) {
                    case Stmt.FunctionDef d -> true;
                    case Stmt.ClassDef d -> true;
                    case Stmt.If d -> true;
                    case Stmt.For d -> true;
                    case Stmt.While d -> true;
                    case Stmt.With d -> true;
                    case Stmt.Try d -> true;
                    case Stmt.Match d -> true;
                    default -> false;
                };
        out.at(compound ? Position.at(s.span().line()) : unit.positions.of(s));
    }

    /** Returns an expression that gives the variables of the scope as a dict. */
    String locals() {
        return switch (scope.kind()) {
            case MODULE ->
                    unit.mode.isEmpty() ? "Modules.globals(MODULE)" : "Modules.locals(MODULE)";
            case CLASS -> "ClassBody.locals(names)";
            default -> {
                List<String> pairs = new ArrayList<>();
                for (Symbol symbol : inOrder()) {
                    boolean own =
                            symbol.binding() != Binding.GLOBAL_IMPLICIT
                                    && symbol.binding() != Binding.GLOBAL_EXPLICIT;
                    if (own && !symbol.name().startsWith(".")) {
                        pairs.add(JavaNames.literal(symbol.name()));
                        if (!assigned.contains(symbol.name())) {
                            unit.types.mayBeUnbound(scope, symbol.name());
                        }
                        String java = java(symbol.name());
                        pairs.add(isGrowing(symbol.name()) ? java + ".get()" : java);
                    }
                }
                if (keepsLocals) {
                    pairs.addFirst("locals$");
                }
                yield "Namespace.%s(%s)"
                        .formatted(keepsLocals ? "update" : "of", String.join(", ", pairs));
            }
        };
    }

    /**
     * Returns the names as code objects order them: parameters, variables, cells, what is taken.
     */
    private List<Symbol> inOrder() {
        List<String> parameters = scope.parameters();
        List<String> used = List.copyOf(variables);
        return scope.symbols().values().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Symbol symbol) -> {
                                            if (symbol.is(Symbol.Use.PARAMETER)) {
                                                return parameters.indexOf(symbol.name());
                                            }
                                            int first = parameters.size();
                                            return switch (symbol.binding()) {
                                                case LOCAL ->
                                                        first + 1 + used.indexOf(symbol.name());
                                                case CELL -> first + 1 + used.size();
                                                default -> first + 2 + used.size();
                                            };
                                        })
                                .thenComparing(Symbol::name))
                .toList();
    }

    /** Returns the field for a variable of the module. */
    String global(String id) {
        Symbol symbol = scope.symbol(id);
        boolean here =
                scope.kind() == Scope.Kind.MODULE
                        && (symbol == null || symbol.binding() != Binding.GLOBAL_EXPLICIT);
        return unit.mode.isEmpty() || here || unit.isBuiltin(id)
                ? unit.global(id)
                : unit.outermost(id);
    }

    void unsupported(Node node, String what) {
        unit.unsupported(node, what);
    }
}
