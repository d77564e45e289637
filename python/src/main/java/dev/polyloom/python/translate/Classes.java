package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Keyword;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.scope.Scope;
import java.util.ArrayList;
import java.util.List;

/** Writes class statements: a method that runs the body and makes the type. */
record Classes(Frame around) {
    String define(Stmt.ClassDef def) {
        if (!def.typeParams().isEmpty()) {
            around.unsupported(def, "type parameters");
        }
        Expressions expressions = new Expressions(around);
        List<String> decorators = new ArrayList<>();
        def.decoratorList().forEach(d -> decorators.add(expressions.value(d)));
        Scope scope = around.unit.scope(def);
        String path = around.path.isEmpty() ? def.name() : around.path + "$" + def.name();
        String qualname = new Functions(around).qualname(def.name());
        around.unit.qualnames.put(path, qualname);
        String method = around.unit.names.method(path + "$class");
        body(def, scope, path, qualname, method);
        String made =
                "%s(%s)".formatted(method, String.join(", ", passed(def, scope, expressions)));
        for (String decorator : decorators.reversed()) {
            made = "Calls.call(%s, %s)".formatted(decorator, made);
        }
        return made;
    }

    private List<String> passed(Stmt.ClassDef def, Scope scope, Expressions expressions) {
        List<String> passed = new ArrayList<>();
        for (String name : around.unit.captures.taken(scope)) {
            passed.add(JavaNames.variable(name));
        }
        String bases =
                def.bases().stream().noneMatch(Expr.Starred.class::isInstance)
                        ? "List.of(%s)".formatted(expressions.list(def.bases()))
                        : "Iteration.toList(%s)"
                                .formatted(
                                        expressions.value(
                                                new Expr.TupleDisplay(
                                                        def.span(),
                                                        def.bases(),
                                                        dev.polyloom.python.ast.ExprContext.LOAD)));
        passed.add(bases);
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Keyword keyword : def.keywords()) {
            if (keyword.arg() == null) {
                around.unsupported(keyword, "** in a class statement");
            } else {
                names.add("\"" + keyword.arg() + "\"");
                values.add(expressions.value(keyword.value()));
            }
        }
        passed.add("Calls.names(%s)".formatted(String.join(", ", names)));
        passed.add("new Object[] {%s}".formatted(String.join(", ", values)));
        return passed;
    }

    private void body(Stmt.ClassDef def, Scope scope, String path, String qualname, String method) {
        Frame frame = new Frame(around.unit, scope, path);
        frame.className = def.name();
        List<String> declared = new ArrayList<>();
        for (String name : around.unit.captures.taken(scope)) {
            boolean cell = around.unit.captures.isCell(scope, name);
            declared.add((cell ? "Cell " : "Object ") + JavaNames.variable(name));
            frame.assigned.add(name);
        }
        declared.add("List<?> bases$");
        declared.add("String[] keywords$");
        declared.add("Object[] values$");
        frame.out.at(def.span().line());
        frame.out.open(
                "private static Object %s(%s)".formatted(method, String.join(", ", declared)));
        boolean asked = !def.keywords().isEmpty() || around.unit.prepares();
        String named =
                "%s, %s"
                        .formatted(
                                JavaNames.literal(qualname),
                                JavaNames.literal(around.unit.moduleName));
        String begun =
                asked
                        ? "ClassBody.begin(%s, bases$, keywords$, values$)".formatted(named)
                        : "new LinkedHashMap<>()";
        frame.line(
                "Map<String, Object> names = %s;"
                        .formatted(
                                frame.showsNames()
                                        ? "ClassBody.shown(%s, %s)".formatted(named, begun)
                                        : begun));
        if (scope.is(Scope.Trait.NEEDS_CLASS_CELL)) {
            frame.line("final Cell __class__ = new Cell(\"__class__\");");
        }
        String doc = Functions.doc(def.body());
        if (doc != null) {
            frame.line("names.put(\"__doc__\", %s);".formatted(JavaNames.literal(doc)));
        }
        new Statements(frame).all(def.body());
        frame.out.at(def.span().line());
        if (scope.is(Scope.Trait.NEEDS_CLASS_CELL)) {
            frame.line("ClassBody.keep(names, __class__);");
        }
        frame.line(
                "PyType made$ = Construction.define(%s, bases$, keywords$, values$, names);"
                        .formatted(named));
        if (scope.is(Scope.Trait.NEEDS_CLASS_CELL)) {
            frame.line("__class__.set(made$);");
        }
        frame.line("return made$;");
        frame.out.close();
        around.unit.methods.add(frame.out);
    }
}
