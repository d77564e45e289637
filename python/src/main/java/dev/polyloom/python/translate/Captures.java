package dev.polyloom.python.translate;

import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How scopes get at the variables of those around them: as cells, or as plain values. */
final class Captures {
    private static final Set<String> AT_ONCE = Set.of("listcomp", "setcomp", "dictcomp");

    private final IdentityHashMap<Scope, Scope> parents = new IdentityHashMap<>();
    private final boolean forks;

    /**
     * Makes them for a module.
     *
     * @param forks whether the program may have processes, which need copies of what is taken
     */
    Captures(Scope module, boolean forks) {
        this.forks = forks;
        link(module);
    }

    private void link(Scope scope) {
        for (Scope child : scope.children()) {
            parents.put(child, scope);
            link(child);
        }
    }

    /** Returns the names that a scope takes from those around it, in order. */
    List<String> taken(Scope scope) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Symbol> each : scope.symbols().entrySet()) {
            if (each.getValue().isTaken()) {
                names.add(each.getKey());
            }
        }
        return names;
    }

    /** Tells whether a name that is shared by scopes is a cell. */
    boolean isCell(Scope scope, String name) {
        Scope owner = owner(scope, name);
        if (owner == null || owner.kind() == Scope.Kind.CLASS) {
            return true;
        }
        Symbol symbol = owner.symbol(name);
        boolean fixed =
                symbol != null
                        && !forks
                        && symbol.is(Symbol.Use.PARAMETER)
                        && !symbol.is(Symbol.Use.ASSIGNED)
                        && !symbol.is(Symbol.Use.IMPORTED);
        boolean assignedWithin = assignedWithin(owner, name);
        return assignedWithin || !(fixed || onlyAtOnce(owner, name));
    }

    private @Nullable Scope owner(Scope scope, String name) {
        Scope at = scope;
        while (at != null) {
            Symbol symbol = at.symbol(name);
            if (symbol != null && symbol.binding() == Binding.CELL) {
                return at;
            }
            if (at.kind() == Scope.Kind.CLASS && name.equals("__class__")) {
                return at;
            }
            at = parents.get(at);
        }
        return null;
    }

    private boolean assignedWithin(Scope scope, String name) {
        for (Scope child : scope.children()) {
            Symbol symbol = child.symbol(name);
            if (symbol != null && symbol.isTaken()) {
                boolean own = symbol.binding() != Binding.FREE;
                if ((symbol.is(Symbol.Use.ASSIGNED) && !own)
                        || symbol.is(Symbol.Use.DECLARED_NONLOCAL)
                        || assignedWithin(child, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean onlyAtOnce(Scope scope, String name) {
        for (Scope child : scope.children()) {
            Symbol symbol = child.symbol(name);
            if (symbol != null && symbol.isTaken()) {
                if (!AT_ONCE.contains(child.name()) || !onlyAtOnce(child, name)) {
                    return false;
                }
            }
        }
        return true;
    }
}
