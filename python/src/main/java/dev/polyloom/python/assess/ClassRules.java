package dev.polyloom.python.assess;

import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.parse.Parsed;

/** How classes and modules may be made. */
record ClassRules(Refusals refusals, Parsed parsed) {
    void check() {
        for (Stmt statement : parsed.program().body()) {
            if (statement instanceof Stmt.FunctionDef function
                    && (function.name().equals("__getattr__")
                            || function.name().equals("__dir__"))) {
                refusals.add(function, function.name() + " on a module");
            }
        }
        visit(parsed.program());
    }

    private void visit(Node node) {
        if (node instanceof Stmt.ClassDef type) {
            for (Stmt statement : type.body()) {
                if (statement instanceof Stmt.FunctionDef f && f.name().equals("__prepare__")) {
                    refusals.add(f, "__prepare__ of a metaclass");
                }
            }
        }
        node.children().forEach(this::visit);
    }
}
