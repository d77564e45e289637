package dev.polyloom.rewrite;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;

/** What statements do with local names. */
final class Names {
    private Names() {}

    /** Tells whether any of the statements uses any of the names. */
    static boolean anyUsed(List<Statement> statements, Collection<String> names) {
        return new JavaIsoVisitor<AtomicBoolean>() {
            @Override
            public J.Identifier visitIdentifier(J.Identifier name, AtomicBoolean used) {
                used.compareAndSet(false, names.contains(name.getSimpleName()));
                return name;
            }
        }.reduce(statements, new AtomicBoolean()).get();
    }

    /** Tells whether any of the statements assigns to a name. */
    static boolean isAssigned(List<Statement> statements, String name) {
        return new JavaIsoVisitor<AtomicBoolean>() {
            @Override
            public J.Assignment visitAssignment(J.Assignment assignment, AtomicBoolean assigned) {
                assigned.compareAndSet(
                        false,
                        assignment.getVariable() instanceof J.Identifier variable
                                && variable.getSimpleName().equals(name));
                return super.visitAssignment(assignment, assigned);
            }
        }.reduce(statements, new AtomicBoolean()).get();
    }
}
