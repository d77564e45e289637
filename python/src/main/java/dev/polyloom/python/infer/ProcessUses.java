package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Program;
import dev.polyloom.python.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The places where a module gets processes from, which here are threads. */
public final class ProcessUses {
    private static final String EXECUTOR = "ProcessPoolExecutor";

    private final String file;
    private final List<String> lines = new ArrayList<>();

    private ProcessUses(String file) {
        this.file = file;
    }

    /** Tells whether the text of a module names what processes come from. */
    public static boolean mayBeIn(String text) {
        return text.contains("multiprocessing") || text.contains(EXECUTOR);
    }

    /** Tells whether a module gets processes from anywhere. */
    public static boolean isIn(Program program) {
        return !of(program, "").isEmpty();
    }

    /** Returns a line for each, in order. */
    static List<String> of(Program program, String file) {
        ProcessUses uses = new ProcessUses(file);
        uses.gather(program);
        return uses.lines;
    }

    private void gather(Node node) {
        switch (node) {
            case Stmt.Import s -> s.names().forEach(this::named);
            case Stmt.ImportFrom s when s.level() == 0 && isOfProcesses(s.module()) ->
                    add(s, Objects.requireNonNull(s.module()));
            case Stmt.ImportFrom s ->
                    s.names().stream()
                            .filter(each -> each.name().equals(EXECUTOR))
                            .forEach(each -> add(each, EXECUTOR));
            case Expr.Attribute a when a.attr().equals(EXECUTOR) -> add(a, EXECUTOR);
            default -> node.children().forEach(this::gather);
        }
    }

    private void named(Alias alias) {
        if (isOfProcesses(alias.name())) {
            add(alias, alias.name());
        }
    }

    private static boolean isOfProcesses(@Nullable String module) {
        return module != null
                && (module + ".").startsWith("multiprocessing.")
                && !module.equals("multiprocessing.dummy");
    }

    private void add(Node node, String what) {
        lines.add(
                "%s:%d: %s: processes are threads with modules and copies of their own"
                        .formatted(file, node.span().line(), what));
    }
}
