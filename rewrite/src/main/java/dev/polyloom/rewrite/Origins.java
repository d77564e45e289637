package dev.polyloom.rewrite;

import java.util.EnumSet;
import java.util.Set;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Where values of mirrored classes come from. */
final class Origins {
    private Origins() {}

    /**
     * Returns the mirrors of which a call returns the JDK's class even where imports are swapped.
     * Whether a class that declares the method is the project's own is not known here.
     */
    static Set<Mirror> foreign(Expression expression) {
        Set<Mirror> none = EnumSet.noneOf(Mirror.class);
        if (!(expression instanceof J.MethodInvocation call) || call.getMethodType() == null) {
            return none;
        }
        JavaType.Method method = call.getMethodType();
        Set<Mirror> returned = Signatures.returned(method);
        Mirror owner = Mirror.of(method.getDeclaringType());
        if (returned.isEmpty() || owner == null) {
            return returned;
        }
        boolean neverOurs =
                owner == Mirror.EXECUTORS
                        || method.getName().equals("commonPool")
                        || method.getName().equals("getRejectedExecutionHandler");
        if (neverOurs) {
            return returned;
        }
        return call.getSelect() == null ? none : foreign(call.getSelect());
    }
}
