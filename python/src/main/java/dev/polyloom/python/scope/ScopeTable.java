package dev.polyloom.python.scope;

import dev.polyloom.python.ast.Node;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The scopes of a program, by the nodes that they belong to. Instances are immutable. */
public final class ScopeTable {
    private final Scope module;
    private final IdentityHashMap<Node, Scope> byNode;

    /** Makes one. */
    public ScopeTable(Scope module, IdentityHashMap<Node, Scope> byNode) {
        this.module = module;
        this.byNode = new IdentityHashMap<>(byNode);
    }

    /** Returns the scope of the whole program. */
    public Scope module() {
        return module;
    }

    /**
     * Returns the scope of a function, class, lambda or comprehension, or null for a node that has
     * none.
     */
    public @Nullable Scope of(Node node) {
        return byNode.get(node);
    }
}
