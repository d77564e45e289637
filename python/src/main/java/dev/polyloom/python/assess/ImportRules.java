package dev.polyloom.python.assess;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.library.LibrarySource;
import dev.polyloom.python.runtime.library.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be imported: modules of the supported library, and files beside the program. */
record ImportRules(Refusals refusals, Path file, ModuleFolders folders, boolean optional) {
    private static final Set<String> CAUGHT =
            Set.of("ImportError", "ModuleNotFoundError", "Exception", "BaseException");

    void check(Node node) {
        switch (node) {
            case Stmt.Import s -> s.names().forEach(alias -> named(alias.name(), alias));
            case Stmt.ImportFrom s -> from(s);
            case Stmt.Try s when hasSubstitute(s) -> {
                new ImportRules(refusals, file, folders, true).checkAll(s.body());
                s.handlers().forEach(this::check);
                checkAll(s.orelse());
                checkAll(s.finalbody());
            }
            default -> node.children().forEach(this::check);
        }
    }

    private void from(Stmt.ImportFrom s) {
        String module = s.module() == null ? "" : s.module();
        if (s.level() > 0) {
            Path folder = file.toAbsolutePath().getParent();
            for (int level = 1; level < s.level() && folder != null; level++) {
                folder = folder.getParent();
            }
            if (!(module.isEmpty() || lies(folder, module))) {
                refusals.add(
                        s,
                        "import of %s%s, which is not there"
                                .formatted(".".repeat(s.level()), module));
            }
            return;
        }
        for (Alias alias : module.equals("ast") ? s.names() : List.<Alias>of()) {
            if (!alias.name().equals("literal_eval")) {
                refusals.add(s, "trees of syntax: ast." + alias.name());
            }
        }
        if (!isKnown(module) && isStar(s) && !(optional && isForeign(module))) {
            refusals.add(s, "star-import of module '%s', which is not known".formatted(module));
        } else if (!fromPackage(s, module)) {
            named(module, s);
        }
    }

    /** Tells whether each name is itself a known module. */
    private boolean fromPackage(Stmt.ImportFrom s, String module) {
        return s.names().stream().allMatch(alias -> isKnown(module + "." + alias.name()));
    }

    /** Tells whether a program has something else to do where a module cannot be imported. */
    private static boolean hasSubstitute(Stmt.Try s) {
        return s.handlers().stream()
                .anyMatch(handler ->
                        handler.type() == null || names(handler.type()).anyMatch(CAUGHT::contains));
    }

    private static Stream<String> names(@Nullable Node type) {
        return switch (type) {
            case Expr.Name name -> Stream.of(name.id());
            case Expr.TupleDisplay tuple -> tuple.elts().stream().flatMap(ImportRules::names);
            case null, default -> Stream.empty();
        };
    }

    private void checkAll(List<Stmt> body) {
        body.forEach(this::check);
    }

    /** Tells whether a module is none of Python's own, so that CPython may lack it too. */
    private static boolean isForeign(String module) {
        return !OfPython.has(module.split("\\.", 2)[0]);
    }

    private static boolean isStar(Stmt.ImportFrom s) {
        return s.names().stream().map(Alias::name).anyMatch("*"::equals);
    }

    private void named(String module, Node node) {
        if (!isKnown(module) && !(optional && isForeign(module))) {
            refusals.add(node, "module '%s'".formatted(module));
        }
    }

    private static boolean lies(@Nullable Path folder, String module) {
        return folder != null && ModuleFiles.find(folder, module) != null;
    }

    private boolean isKnown(String module) {
        return module.equals("__main__")
                || Library.has(module)
                || LibrarySource.has(module)
                || folders.find(module) != null
                || lies(file.toAbsolutePath().getParent(), module);
    }
}
