package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Arg;
import dev.polyloom.python.infer.Value;
import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a method: what its function takes from those around it, and its own.
 *
 * @param all the declarations
 * @param names the names alone
 * @param shared the parameters that others use too
 */
record Parameters(List<String> all, List<String> names, List<String> shared) {
    static Parameters of(Frame frame, List<Arg> args) {
        List<String> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (String name : frame.unit.captures.taken(frame.scope)) {
            boolean cell = frame.unit.captures.isCell(frame.scope, name);
            String java = JavaNames.variable(name);
            all.add((cell ? "Cell " : "Object ") + java);
            names.add(java);
            if (!cell) {
                frame.assigned.add(name);
            }
        }
        for (Arg arg : args) {
            String java = frame.java(arg.arg());
            frame.assigned.add(arg.arg());
            boolean cell = frame.place(arg.arg()) == Frame.Place.CELL;
            if (cell) {
                shared.add(arg.arg());
            } else {
                frame.locals.add(arg.arg());
            }
            String name = cell ? java + "$" : java;
            all.add(Code.type(frame.held(arg.arg())) + " " + name);
            names.add(name);
        }
        return new Parameters(all, names, shared);
    }

    String declared() {
        return String.join(", ", all);
    }

    String passedBefore(String last) {
        return names.isEmpty() ? last : String.join(", ", names) + ", " + last;
    }

    String passed(String first) {
        return names.isEmpty() ? first : first + ", " + String.join(", ", names);
    }

    /** Returns the declarations for a method that only hands the values on. */
    String asInitial() {
        return all.stream()
                .map(each -> each.startsWith("Cell ") || isShared(each) ? each : each + "$")
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static boolean isShared(String declaration) {
        return declaration.endsWith("$");
    }

    /** Writes fields that take the values of the parameters. */
    void fields(Frame frame) {
        for (String each : all) {
            if (!each.startsWith("Cell ") && !isShared(each)) {
                String name = each.substring(each.indexOf(' ') + 1);
                frame.line("%s = %s$;".formatted(each, name));
            }
        }
    }

    /** Writes the declarations of all variables that are not parameters, and of cells. */
    void cells(Frame frame) {
        if (frame.showsNames()) {
            frame.keepsLocals = true;
            frame.line("final PyDict locals$ = new PyDict();");
        }
        for (String name : shared) {
            String java = frame.java(name);
            frame.cells.add(java);
            frame.line("final Cell %s = new Cell(\"%s\", %s$);".formatted(java, name, java));
        }
        for (Map.Entry<String, Symbol> each : frame.scope.symbols().entrySet()) {
            Symbol symbol = each.getValue();
            String name = each.getKey();
            boolean own = symbol.binding() == Binding.LOCAL || symbol.binding() == Binding.CELL;
            if (!own || symbol.is(Symbol.Use.PARAMETER) || name.startsWith(".")) {
                continue;
            }
            String java = JavaNames.variable(name);
            if (symbol.binding() == Binding.CELL && frame.unit.captures.isCell(frame.scope, name)) {
                frame.cells.add(java);
                frame.line("final Cell %s = new Cell(\"%s\");".formatted(java, name));
            } else {
                frame.locals.add(name);
                frame.line(
                        frame.unit.isGrowing(frame.scope, name)
                                ? "final Growing %s = new Growing();".formatted(java)
                                : initial(frame.unit.held(frame.scope, name), java));
            }
        }
    }

    /** Returns the declaration of a variable that has no value yet. */
    static String initial(Value held, String java) {
        String none =
                switch (held.kind()) {
                    case LONG -> "0";
                    case FLOAT -> "0.0";
                    case BOOL -> "false";
                    default -> "null";
                };
        return "%s %s = %s;".formatted(Code.type(held), java, none);
    }
}
