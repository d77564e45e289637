package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.scope.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes long code as several methods, each in a class of its own, as Java's methods and classes
 * hold only so much.
 */
record Parts(Frame frame) {
    private static final int MOST = 4000;
    private static final int PART = 2000;

    /** Writes the statements of a module. */
    void statements(List<Stmt> body) {
        Ends ends = new Ends(frame);
        List<List<Stmt>> groups =
                ends.apart(body).stream().flatMap(each -> groups(each, 1).stream()).toList();
        if (groups.size() == 1) {
            new Statements(frame).all(body);
            return;
        }
        for (List<Stmt> group : groups) {
            Frame part = part();
            boolean reached = new Statements(part).all(group);
            frame.at(group.getFirst());
            frame.line(method("void", part) + ";");
            if (!reached) {
                return;
            }
            ends.settle();
        }
    }

    /**
     * Returns the elements of a display as arguments, or as one array of them where they are many.
     *
     * @param unit how many of them belong together
     */
    String items(List<Expr> items, int unit) {
        List<List<Expr>> groups = canMove(items) ? groups(items, unit) : List.of(items);
        if (groups.size() == 1) {
            return new Expressions(frame).list(items);
        }
        List<String> calls = new ArrayList<>();
        for (List<Expr> group : groups) {
            Frame part = part();
            String all = new Expressions(part).list(group);
            part.line("return new Object[] {%s};".formatted(all));
            calls.add(method("Object[]", part));
        }
        return "Calls.joined(%s)".formatted(String.join(", ", calls));
    }

    /** Tells whether code can do without the variables of the method around. */
    private boolean canMove(List<? extends Node> nodes) {
        return frame.scope.kind() == Scope.Kind.MODULE
                || nodes.stream().allMatch(Parts::isConstant);
    }

    private static boolean isConstant(Node node) {
        return switch (node) {
            case Expr.ConstantExpr e -> true;
            case Expr.ListDisplay e -> e.elts().stream().allMatch(Parts::isConstant);
            case Expr.TupleDisplay e -> e.elts().stream().allMatch(Parts::isConstant);
            case Expr.SetDisplay e -> e.elts().stream().allMatch(Parts::isConstant);
            case Expr.UnaryOp e -> isConstant(e.operand());
            case Expr.DictDisplay e -> e.children().stream().allMatch(Parts::isConstant);
            default -> false;
        };
    }

    private Frame part() {
        Frame part = new Frame(frame.unit, frame.scope, frame.path);
        part.className = frame.className;
        part.assigned = frame.assigned;
        return part;
    }

    private String method(String type, Frame part) {
        String name = "Part$" + frame.unit.methods.size();
        JavaWriter out = new JavaWriter();
        out.open("private static final class " + name);
        out.open("static %s part$()".formatted(type));
        out.add(part.out);
        out.close();
        out.close();
        frame.unit.methods.add(out);
        return name + ".part$()";
    }

    private static <N extends Node> List<List<N>> groups(List<N> all, int unit) {
        if (all.stream().mapToInt(Parts::weight).sum() <= MOST) {
            return List.of(all);
        }
        List<List<N>> groups = new ArrayList<>();
        List<N> last = new ArrayList<>();
        int sum = 0;
        for (N each : all) {
            if (sum > PART && last.size() % unit == 0) {
                groups.add(last);
                last = new ArrayList<>();
                sum = 0;
            }
            last.add(each);
            sum += weight(each);
        }
        groups.add(last);
        return groups;
    }

    /** Returns how many nodes of the syntax become code of the method around. */
    private static int weight(Node node) {
        return switch (node) {
            case Stmt.FunctionDef def -> 1 + def.args().children().size();
            case Stmt.ClassDef type -> 1 + type.bases().size();
            default -> 1 + node.children().stream().mapToInt(Parts::weight).sum();
        };
    }
}
