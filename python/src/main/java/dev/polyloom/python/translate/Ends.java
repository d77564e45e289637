package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.runtime.object.Position;
import dev.polyloom.python.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes where a program lets go of objects, if it cares for their end. No variable of Java may
 * keep an object that no variable of Python does.
 */
record Ends(Frame frame) {
    private static final Set<String> LETTING_GO =
            Set.of("pop", "popitem", "popleft", "clear", "remove", "discard", "update");

    private boolean matter() {
        return frame.unit.needs.ends();
    }

    /** Returns what is done with an attribute, after which a program may let go of its object. */
    Code temporary(Expr.Attribute attribute, String code) {
        boolean made = matter() && attribute.value() instanceof Expr.Call;
        return Code.object(made ? "Drops.left(%s)".formatted(code) : code);
    }

    /** Returns what goes into a variable in place of its old value. */
    String replacing(String java, String value) {
        return matter() ? "Drops.replaced(%s, %s)".formatted(java, value) : value;
    }

    /** Returns an expression that sets a variable that is an object of Java. */
    String set(String variable, String value) {
        return matter()
                ? "Drops.set(%s, %s)".formatted(variable, value)
                : "%s.set(%s)".formatted(variable, value);
    }

    /** Returns an expression for such a variable whose value is let go of. */
    String dropped(String variable) {
        return matter() ? "Drops.dropped(%s)".formatted(variable) : variable;
    }

    /** Writes that a variable of the method lets go of its value. */
    void drop(String java) {
        if (matter()) {
            frame.line("Drops.drop(%s);".formatted(java));
        }
    }

    /** Writes that a variable of Java, which Python does not know, is not needed any more. */
    void forget(String java) {
        if (matter()) {
            frame.line("%s = null;".formatted(java));
        }
    }

    /** Writes that what has been let go of is finished. */
    void point() {
        if (matter()) {
            frame.line("Drops.point();");
        }
    }

    /**
     * Writes what precedes a statement.
     *
     * @return the variable that has what the called object leads to, or an empty text
     */
    String before(Stmt s) {
        if (!matter()) {
            return "";
        }
        frame.scratch.clear();
        Expr.Attribute method = method(s);
        String holder = method == null ? "" : holder(method.value());
        if (method == null || holder.isEmpty() || !LETTING_GO.contains(method.attr())) {
            return "";
        }
        String inside = frame.fresh("inside");
        frame.line("Object %s = Drops.inside(%s);".formatted(inside, holder));
        return inside;
    }

    /** Returns the method that a statement calls if it does nothing else, or null. */
    private static Expr.@Nullable Attribute method(Stmt s) {
        return s instanceof Stmt.ExprStmt e
                        && e.value() instanceof Expr.Call call
                        && call.func() instanceof Expr.Attribute method
                ? method
                : null;
    }

    /** Returns an expression for what is called, if it can be had without running anything. */
    private String holder(Expr e) {
        Names names = new Names(frame);
        return switch (e) {
            case Expr.Name name -> isPlain(name) ? names.peek(name.id()) : "";
            case Expr.Attribute attribute when attribute.value() instanceof Expr.Name name ->
                    isPlain(name)
                            ? "Drops.peek(%s, \"%s\")"
                                    .formatted(
                                            names.peek(name.id()), frame.mangled(attribute.attr()))
                            : "";
            default -> "";
        };
    }

    private boolean isPlain(Expr.Name name) {
        return !frame.held(name.id()).isPlain()
                && !frame.isGrowing(name.id())
                && !new Names(frame).peek(name.id()).isEmpty();
    }

    /** Writes that what has been let go of is finished, where a program comes only once. */
    void settle() {
        if (matter()) {
            frame.line("Drops.settle();");
        }
    }

    /** Tells whether a loop may be all that holds the values that it goes through. */
    boolean holds(Expr values) {
        return matter()
                && !(values instanceof Expr.Name)
                && !(values instanceof Expr.Attribute)
                && !(values instanceof Expr.ConstantExpr);
    }

    /**
     * Writes what follows a statement whose end can be reached.
     *
     * @param inside what has been returned before it
     */
    void after(Stmt s, String inside) {
        if (!matter()) {
            return;
        }
        if (isSimple(s)) {
            frame.scratch.forEach(this::forget);
        }
        frame.scratch.clear();
        Expr.Attribute method = method(s);
        String holder = method == null ? "" : holder(method.value());
        if (!inside.isEmpty()) {
            frame.line("Drops.lost(%s, %s);".formatted(holder, inside));
        } else if (!holder.isEmpty()) {
            frame.line("Drops.keep(%s);".formatted(holder));
        }
        if (mayLetGo(s) && frame.scope.kind() == Scope.Kind.MODULE && frame.loops.isEmpty()) {
            settle();
        } else if (mayLetGo(s)) {
            point();
        }
    }

    private static boolean isSimple(Stmt s) {
        return s instanceof Stmt.ExprStmt
                || s instanceof Stmt.Assign
                || s instanceof Stmt.AugAssign
                || s instanceof Stmt.AnnAssign
                || s instanceof Stmt.Delete;
    }

    private static boolean mayLetGo(Stmt s) {
        return switch (s) {
            case Stmt.ExprStmt e -> !(e.value() instanceof Expr.ConstantExpr);
            case Stmt.Assign a -> !(a.value() instanceof Expr.Lambda);
            case Stmt.AugAssign a -> true;
            case Stmt.AnnAssign a -> a.value() != null;
            case Stmt.Delete d -> true;
            default -> isCompound(s);
        };
    }

    /** Returns statements, apart where one has variables of Java that may outlast it. */
    List<List<Stmt>> apart(List<Stmt> body) {
        if (!matter()) {
            return List.of(body);
        }
        List<List<Stmt>> all = new ArrayList<>();
        boolean compound = true;
        for (Stmt each : body) {
            if (compound || isCompound(each)) {
                all.add(new ArrayList<>());
            }
            all.getLast().add(each);
            compound = isCompound(each);
        }
        return all;
    }

    private static boolean isCompound(Stmt s) {
        return s instanceof Stmt.For
                || s instanceof Stmt.While
                || s instanceof Stmt.If
                || s instanceof Stmt.With
                || s instanceof Stmt.Try
                || s instanceof Stmt.Match;
    }

    /** Writes that a value is thrown away, and tells whether it has. */
    boolean discard(String value) {
        if (matter()) {
            frame.line("Drops.discard(%s);".formatted(value));
        }
        return matter();
    }

    /**
     * Returns the parameters of the method that is a function's body. Callers call another, which
     * is written here: no variable of the body lasts longer than the body does.
     */
    String wrapped(String head, String method, Parameters parameters) {
        String declared = parameters.declared();
        Position origin = frame.out.origin();
        frame.out.at(Position.NONE);
        frame.out.open(head.formatted(declared));
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < parameters.names().size(); i++) {
            String name = parameters.names().get(i);
            passed.add(
                    parameters.all().get(i).startsWith("Object ")
                            ? "Drops.first(%s, %s = null)".formatted(name, name)
                            : name);
        }
        passed.add("true");
        String call = "%s(%s)".formatted(method, String.join(", ", passed));
        if (frame.result.isPlain()) {
            frame.out.line("%s result$ = %s;".formatted(Code.type(frame.result), call));
            frame.out.line("Drops.left(None.NONE);");
            frame.out.line("return result$;");
        } else {
            frame.out.line("return Drops.left(%s);".formatted(call));
        }
        frame.out.close();
        frame.line("");
        frame.out.at(origin);
        return (declared.isEmpty() ? "" : declared + ", ") + "boolean inner$";
    }

    /** Opens the body of a function. */
    void open() {
        frame.open("try");
    }

    /** Closes the body of a function: its variables last as long. */
    void close(Parameters parameters) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < parameters.names().size(); i++) {
            if (parameters.all().get(i).startsWith("Object ")) {
                kept.add(parameters.names().get(i));
            }
        }
        int given = kept.size();
        for (String name : frame.scope.symbols().keySet()) {
            if (frame.locals.contains(name)
                    && !frame.scope.parameters().contains(name)
                    && !frame.unit.held(frame.scope, name).isPlain()
                    && !frame.unit.isGrowing(frame.scope, name)) {
                kept.add(JavaNames.variable(name));
            }
        }
        frame.cells.forEach(kept::add);
        String variables = kept.isEmpty() ? "" : ", " + String.join(", ", kept);
        Position origin = frame.out.origin();
        frame.out.at(Position.NONE);
        String thrown = frame.fresh("thrown");
        frame.out.next("catch (RuntimeException | Error %s)".formatted(thrown));
        frame.line("Drops.fail(new Object[] {%s});".formatted(String.join(", ", kept)));
        frame.line("throw %s;".formatted(thrown));
        frame.out.next("finally");
        frame.line("Drops.leave(%d%s);".formatted(given, variables));
        frame.out.close();
        frame.out.at(origin);
    }
}
