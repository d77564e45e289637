package dev.polyloom.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;

/**
 * Finds what a file does with values and names of mirrored classes that would break if the file's
 * imports were swapped. It errs on the side of finding too much.
 */
final class ObstacleFinder extends JavaIsoVisitor<List<Obstacle>> {
    private static final Set<String> MANAGED = Set.of("decision", "metrics", "notes");

    private final Deque<Set<String>> foreignParameters = new ArrayDeque<>();
    private final Set<String> imported = new HashSet<>();
    private J.@Nullable Import wildcard;

    /** Returns the obstacles in a file, none for what it already imports from compat. */
    static List<Obstacle> find(J.CompilationUnit file) {
        List<Obstacle> found = new ArrayList<>();
        new ObstacleFinder().visit(file, found);
        for (J.Import each : file.getImports()) {
            Mirror moved = Mirror.ofCompat(each);
            found.removeIf(obstacle -> obstacle.mirror() == moved);
        }
        return found;
    }

    @Override
    public J.CompilationUnit visitCompilationUnit(J.CompilationUnit file, List<Obstacle> found) {
        file.getImports().forEach(each -> look(each, found));
        for (J.Import each : file.getImports()) {
            Mirror mirror = Mirror.swapped(each);
            if (mirror != null && wildcard != null) {
                add(found, mirror, each, "a wildcard beside it");
            }
        }
        return super.visitCompilationUnit(file, found);
    }

    private void look(J.Import statement, List<Obstacle> found) {
        String type = statement.getTypeName();
        Mirror mirror = Mirror.of(type);
        if (mirror != null && statement.isStatic()) {
            add(found, mirror, statement, "a static import of " + type);
        } else if (mirror != null && !mirror.names().contains(simple(type))) {
            add(found, mirror, statement, "an import of a class inside of " + mirrored(type));
        } else if (mirror != null) {
            imported.add(simple(type));
        } else if (!statement.isStatic() && type.equals(Mirror.JDK + "*")) {
            wildcard = statement;
        }
    }

    @Override
    public J.Import visitImport(J.Import statement, List<Obstacle> found) {
        return statement;
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, List<Obstacle> found) {
        Mirror mirror = Mirror.of(name.getType());
        if (mirror != null && name.getFieldType() == null) {
            if (mirror.names().contains(name.getSimpleName())
                    && !imported.contains(name.getSimpleName())) {
                J place = wildcard == null ? name : wildcard;
                add(found, mirror, place, name.getSimpleName() + " has no import of its own");
            }
        }
        if (name.getSimpleName().equals("ForkJoinWorkerThreadFactory")) {
            add(found, Mirror.FORK_JOIN, name, "a factory of workers, whose type changes");
        }
        boolean declared =
                getCursor().getParentTreeCursor().getValue()
                                instanceof J.VariableDeclarations.NamedVariable variable
                        && variable.getName().equals(name);
        if (!declared
                && foreignParameters.stream()
                        .anyMatch(names -> names.contains(name.getSimpleName()))) {
            Mirror type = Mirror.of(name.getType());
            if (type != null && !Positions.takeAny(getCursor(), type)) {
                add(found, type, name, "a value that the JDK hands in");
            }
        }
        return name;
    }

    @Override
    public J.FieldAccess visitFieldAccess(J.FieldAccess access, List<Obstacle> found) {
        Mirror owner = Mirror.of(access.getTarget().getType());
        if (access.getSimpleName().equals("class") && owner != null) {
            add(found, owner, access, "a class literal");
        }
        String name = access.getTarget() + "." + access.getSimpleName();
        Mirror mirror = Mirror.of(name);
        if (mirror != null && mirror.names().contains(simple(name))) {
            add(found, mirror, access, "a fully qualified name");
            return access;
        }
        JavaType.Variable field = access.getName().getFieldType();
        if (field != null && field.getOwner() instanceof JavaType.FullyQualified declaring) {
            for (Mirror type : Mirror.within(field.getType())) {
                if (!Positions.takeAny(getCursor(), type)) {
                    found.add(
                            new Obstacle(
                                    type,
                                    access.getId(),
                                    foreign(declaring, access.getSimpleName()),
                                    declaring.getFullyQualifiedName()));
                }
            }
        }
        return super.visitFieldAccess(access, found);
    }

    @Override
    public J.TypeCast visitTypeCast(J.TypeCast cast, List<Obstacle> found) {
        Mirror mirror = Mirror.of(cast.getType());
        if (mirror != null && !isOurFactory(cast.getExpression())) {
            add(found, mirror, cast, "a cast that a value of the JDK would fail");
        }
        return super.visitTypeCast(cast, found);
    }

    private boolean isOurFactory(Expression expression) {
        return imported.contains("Executors")
                && expression instanceof J.MethodInvocation call
                && call.getMethodType() != null
                && Mirror.of(call.getMethodType().getDeclaringType()) == Mirror.EXECUTORS
                && !call.getSimpleName().startsWith("unconfigurable");
    }

    @Override
    public J.InstanceOf visitInstanceOf(J.InstanceOf test, List<Obstacle> found) {
        JavaType type =
                switch (test.getClazz()) {
                    case J.VariableDeclarations pattern -> pattern.getType();
                    case Expression name -> name.getType();
                    default -> null;
                };
        Mirror mirror = Mirror.of(type);
        if (mirror != null) {
            add(found, mirror, test, "a test that a value of the JDK would fail");
        }
        return super.visitInstanceOf(test, found);
    }

    @Override
    public J.Case visitCase(J.Case branch, List<Obstacle> found) {
        for (J label : branch.getCaseLabels()) {
            if (label instanceof J.VariableDeclarations pattern) {
                Mirror mirror = Mirror.of(pattern.getType());
                if (mirror != null) {
                    add(found, mirror, branch, "a pattern that a value of the JDK would fail");
                }
            }
        }
        return super.visitCase(branch, found);
    }

    @Override
    public J.Lambda visitLambda(J.Lambda lambda, List<Obstacle> found) {
        Set<String> names = new HashSet<>();
        Set<Mirror> taken = Signatures.takenByLambda(lambda.getType());
        if (!taken.isEmpty()) {
            for (J each : lambda.getParameters().getParameters()) {
                if (each instanceof J.VariableDeclarations parameter) {
                    parameter.getVariables().forEach(one -> names.add(one.getSimpleName()));
                    Mirror mirror = Mirror.of(parameter.getType());
                    if (mirror != null && parameter.getTypeExpression() != null) {
                        add(found, mirror, lambda, "a parameter whose type the JDK says");
                    }
                }
            }
        }
        foreignParameters.push(names);
        J.Lambda visited = super.visitLambda(lambda, found);
        foreignParameters.pop();
        return visited;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, List<Obstacle> found) {
        JavaType.Method method = call.getMethodType();
        if (method != null) {
            for (Mirror mirror : Origins.foreign(call)) {
                if (!Positions.takeAny(getCursor(), mirror)) {
                    add(found, mirror, call, method, "returns");
                }
            }
            lookInside(method, call, found);
            Targets.look(method, call.getArguments(), call, found);
        }
        return super.visitMethodInvocation(call, found);
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass made, List<Obstacle> found) {
        JavaType.Method constructor = made.getConstructorType();
        if (constructor != null) {
            lookInside(constructor, made, found);
            Targets.look(constructor, made.getArguments(), made, found);
        }
        return super.visitNewClass(made, found);
    }

    @Override
    public J.MemberReference visitMemberReference(
            J.MemberReference reference, List<Obstacle> found) {
        JavaType.Method method = reference.getMethodType();
        if (method != null) {
            if (Mirror.of(method.getDeclaringType()) == null) {
                for (Mirror mirror : Signatures.returned(method)) {
                    add(found, mirror, reference, method, "returns");
                }
            }
            lookInside(method, reference, found);
        }
        return super.visitMemberReference(reference, found);
    }

    private static void lookInside(JavaType.Method method, J place, List<Obstacle> found) {
        if (Mirror.of(method.getDeclaringType()) == null) {
            for (Mirror mirror : Signatures.insideTaken(method)) {
                add(found, mirror, place, method, "takes");
            }
        }
    }

    @Override
    public J.MethodDeclaration visitMethodDeclaration(
            J.MethodDeclaration declared, List<Obstacle> found) {
        JavaType.Method method = declared.getMethodType();
        if (method != null) {
            lookAtOverride(method, declared, found);
            Mirror parent = inheritedMirror(method.getDeclaringType());
            if (parent != null
                    && method.getParameterTypes().isEmpty()
                    && MANAGED.contains(method.getName())) {
                add(found, parent, declared, "compat has a method of this name");
            }
        }
        return super.visitMethodDeclaration(declared, found);
    }

    private static void lookAtOverride(
            JavaType.Method method, J.MethodDeclaration declared, List<Obstacle> found) {
        JavaType.Method overridden = method.getOverride();
        if (overridden != null && Mirror.of(overridden.getDeclaringType()) == null) {
            Set<Mirror> fixed = Signatures.taken(overridden);
            fixed.addAll(Signatures.insideReturned(overridden));
            for (Mirror mirror : fixed) {
                add(found, mirror, declared, overridden, "declares");
            }
        }
    }

    private static @Nullable Mirror inheritedMirror(JavaType.FullyQualified type) {
        for (JavaType.FullyQualified each = type.getSupertype();
                each != null;
                each = each.getSupertype()) {
            Mirror mirror = Mirror.of(each);
            if (mirror != null) {
                return mirror;
            }
        }
        return null;
    }

    @Override
    public J.VariableDeclarations.NamedVariable visitVariable(
            J.VariableDeclarations.NamedVariable variable, List<Obstacle> found) {
        Targets.look(variable.getType(), variable.getInitializer(), variable, found);
        return super.visitVariable(variable, found);
    }

    @Override
    public J.Assignment visitAssignment(J.Assignment assignment, List<Obstacle> found) {
        Targets.look(
                assignment.getVariable().getType(), assignment.getAssignment(), assignment, found);
        return super.visitAssignment(assignment, found);
    }

    @Override
    public J.Return visitReturn(J.Return statement, List<Obstacle> found) {
        J.MethodDeclaration method = getCursor().firstEnclosing(J.MethodDeclaration.class);
        if (method != null && method.getMethodType() != null) {
            Targets.look(
                    method.getMethodType().getReturnType(),
                    statement.getExpression(),
                    statement,
                    found);
        }
        return super.visitReturn(statement, found);
    }

    @Override
    public Statement visitStatement(Statement statement, List<Obstacle> found) {
        return statement;
    }

    private static void add(List<Obstacle> found, Mirror mirror, J place, String what) {
        found.add(new Obstacle(mirror, place.getId(), stays(mirror, what), null));
    }

    private static void add(
            List<Obstacle> found, Mirror mirror, J place, JavaType.Method method, String does) {
        String declaring = method.getDeclaringType().getFullyQualifiedName();
        String what =
                "%s.%s %s the JDK's class".formatted(simple(declaring), method.getName(), does);
        found.add(new Obstacle(mirror, place.getId(), stays(mirror, what), declaring));
    }

    private static String foreign(JavaType.FullyQualified declaring, String field) {
        return "%s.%s is of the JDK's class".formatted(declaring.getClassName(), field);
    }

    private static String stays(Mirror mirror, String what) {
        return "Polyloom: " + String.join(", ", mirror.names()) + ": " + what;
    }

    private static String mirrored(String type) {
        return type.substring(Mirror.JDK.length()).replaceFirst("[.$].*", "");
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
