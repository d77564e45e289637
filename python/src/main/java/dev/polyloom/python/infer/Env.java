package dev.polyloom.python.infer;

import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A scope within those around it, as the inference walks through it. */
final class Env {
    final Scope scope;
    final @Nullable Env around;
    final @Nullable String className;
    final @Nullable Variable result;
    final Deque<Long> rounds = new ArrayDeque<>();

    Env(Scope scope, @Nullable Env around, @Nullable String className, @Nullable Variable result) {
        this.scope = scope;
        this.around = around;
        this.className = className;
        this.result = result;
    }

    String mangled(String id) {
        return id.startsWith("__") && !id.endsWith("__") && className != null
                ? "_" + className.replaceFirst("^_+", "") + id
                : id;
    }

    @Nullable Symbol symbol(String id) {
        Symbol found = scope.symbol(mangled(id));
        return found == null ? scope.symbol(id) : found;
    }

    boolean isGlobal(String id) {
        if (scope.kind() == Scope.Kind.MODULE) {
            return true;
        }
        Symbol symbol = symbol(id);
        return symbol == null
                || symbol.binding() == Binding.GLOBAL_EXPLICIT
                || symbol.binding() == Binding.GLOBAL_IMPLICIT;
    }

    /** Returns the scope that a name of a function belongs to, or null for one of a class. */
    @Nullable Scope owner(String id) {
        Symbol symbol = symbol(id);
        if (symbol == null) {
            return null;
        }
        boolean own = symbol.binding() == Binding.LOCAL || symbol.binding() == Binding.CELL;
        if (own) {
            return scope.kind() == Scope.Kind.FUNCTION ? scope : null;
        }
        Env at = around;
        while (at != null) {
            Symbol there = at.scope.symbol(symbol.name());
            boolean owned =
                    there != null
                            && (there.binding() == Binding.LOCAL
                                    || there.binding() == Binding.CELL);
            if (owned && at.scope.kind() == Scope.Kind.FUNCTION) {
                return at.scope;
            }
            at = at.around;
        }
        return null;
    }

    /** Returns how often the loops around run together, or {@link Long#MAX_VALUE}. */
    long allRounds() {
        long all = 1;
        for (long each : rounds) {
            if (each != 0 && all > Long.MAX_VALUE / each) {
                return Long.MAX_VALUE;
            }
            all *= each;
        }
        return all;
    }
}
