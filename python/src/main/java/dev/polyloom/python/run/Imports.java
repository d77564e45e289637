package dev.polyloom.python.run;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.runtime.library.Library;
import java.util.Set;
import java.util.TreeSet;

/** The modules that a module may import, with names that may be modules or members of modules. */
final class Imports {
    private final String module;
    private final boolean isPackage;
    private final Set<String> names = new TreeSet<>();

    private Imports(String module, boolean isPackage) {
        this.module = module;
        this.isPackage = isPackage;
    }

    /**
     * Returns them for the code of a module.
     *
     * @param module its name
     * @param isPackage whether it is the {@code __init__.py} of a package
     */
    static Set<String> of(Node code, String module, boolean isPackage) {
        Imports imports = new Imports(module, isPackage);
        imports.gather(code);
        return imports.names;
    }

    private void gather(Node node) {
        switch (node) {
            case Stmt.Import s -> s.names().forEach(alias -> addDotted(alias.name()));
            case Stmt.ImportFrom s -> {
                String from = s.absolute(module, isPackage);
                if (!from.isEmpty()) {
                    addDotted(from);
                    s.names().forEach(alias -> names.add(from + "." + alias.name()));
                } else {
                    s.names().forEach(alias -> names.add(alias.name()));
                }
                if (from.equals("os")) {
                    s.names().forEach(alias -> addUsed(alias.name()));
                }
                if (from.equals("asyncio")) {
                    s.names().forEach(alias -> addPart(alias.name()));
                }
            }
            case Expr.Attribute a
                    when a.value() instanceof Expr.Name name && name.id().equals("asyncio") ->
                    addPart(a.attr());
            case Expr.Attribute a -> {
                if (!(a.value() instanceof Expr.Name name && name.id().equals("socket"))) {
                    addUsed(a.attr());
                }
                gather(a.value());
            }
            default -> node.children().forEach(this::gather);
        }
    }

    /** Adds the module in Python, if there is one, that gives a name of {@code asyncio}. */
    private void addPart(String name) {
        String part = Library.partOfAsyncio(name);
        if (part != null) {
            names.add(part);
        }
    }

    /** Adds the module in Python that a method of the library needs, whoever has it. */
    private void addUsed(String method) {
        String part = Library.partOfLoop(method);
        if (part != null) {
            names.add(part);
        }
        switch (method) {
            case "popen" -> names.add("_popen");
            case "get_logger", "log_to_stderr" -> names.add("logging");
            default -> {}
        }
    }

    private void addDotted(String name) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            names.add(name.substring(0, dot));
        }
        names.add(name);
    }
}
