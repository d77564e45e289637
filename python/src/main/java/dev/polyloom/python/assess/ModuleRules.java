package dev.polyloom.python.assess;

import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.parse.Parsed;

/** Which functions of a module would change what the module is. */
record ModuleRules(Refusals refusals, Parsed parsed) {
    void check() {
        for (Stmt statement : parsed.program().body()) {
            if (statement instanceof Stmt.FunctionDef function
                    && (function.name().equals("__getattr__")
                            || function.name().equals("__dir__"))) {
                refusals.add(function, function.name() + " on a module");
            }
        }
    }
}
