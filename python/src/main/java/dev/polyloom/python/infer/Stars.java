package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Program;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.runtime.library.Library;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.Text;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The names that {@code from module import *} may bind in a module. */
public final class Stars {
    private final Set<String> names = new HashSet<>();
    private boolean any;

    private Stars() {}

    /** Returns those of a program. */
    public static Stars of(Program program) {
        Stars stars = new Stars();
        program.body().forEach(stars::gather);
        return stars;
    }

    /** Tells whether one of the imports may bind a name. */
    public boolean mayBind(String name) {
        return any || names.contains(name);
    }

    static boolean isStar(Stmt.ImportFrom s) {
        return s.names().stream().anyMatch(each -> each.name().equals("*"));
    }

    private void gather(Node node) {
        if (node instanceof Stmt.ImportFrom s && isStar(s)) {
            String module = s.module();
            if (s.level() == 0 && module != null && Library.has(module)) {
                add(Objects.requireNonNull(Library.find(module)));
            } else {
                any = true;
            }
        } else if (node instanceof Stmt
                && !(node instanceof Stmt.FunctionDef)
                && !(node instanceof Stmt.ClassDef)) {
            node.children().forEach(this::gather);
        }
    }

    private void add(Module module) {
        Object all = module.own("__all__");
        if (all == null) {
            names.addAll(module.owned().keySet());
        } else {
            Iteration.toList(all).forEach(each -> names.add(Text.str(each)));
        }
    }
}
