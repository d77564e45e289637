package dev.polyloom.python.assess;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.library.LibrarySource;
import dev.polyloom.python.runtime.library.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** What may be imported: modules of the supported library, and files beside the program. */
record ImportRules(Refusals refusals, Path file) {
    void check(Node node) {
        switch (node) {
            case Stmt.Import s -> s.names().forEach(alias -> named(alias.name(), alias));
            case Stmt.ImportFrom s -> from(s);
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
            if (folder == null || !(module.isEmpty() || isFile(folder, module))) {
                refusals.add(
                        s,
                        "import of %s%s, which is not there"
                                .formatted(".".repeat(s.level()), module));
            }
            return;
        }
        if (!isKnown(module) && isStar(s)) {
            refusals.add(s, "star-import of module '%s', which is not known".formatted(module));
        } else if (!fromPackage(s, module)) {
            named(module, s);
        }
    }

    /** Tells whether each name is itself a known module. */
    private boolean fromPackage(Stmt.ImportFrom s, String module) {
        return s.names().stream().allMatch(alias -> isKnown(module + "." + alias.name()));
    }

    private static boolean isStar(Stmt.ImportFrom s) {
        return s.names().stream().map(Alias::name).anyMatch("*"::equals);
    }

    private void named(String module, Node node) {
        if (!isKnown(module)) {
            Set<String> names = new TreeSet<>(Library.names());
            names.addAll(LibrarySource.names());
            refusals.add(
                    node,
                    "module '%s'; supported are %s".formatted(module, String.join(", ", names)));
        }
    }

    private boolean isKnown(String module) {
        Path folder = file.toAbsolutePath().getParent();
        return Library.has(module)
                || LibrarySource.has(module)
                || (folder != null && isFile(folder, module));
    }

    private static boolean isFile(Path folder, String module) {
        Path path = folder.resolve(module.replace('.', '/'));
        return Files.isRegularFile(path.resolveSibling(path.getFileName() + ".py"))
                || Files.isRegularFile(path.resolve("__init__.py"));
    }
}
