package dev.polyloom.python.translate;

import dev.polyloom.python.Finding;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.infer.Stars;
import dev.polyloom.python.infer.Types;
import dev.polyloom.python.infer.Value;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A class that is being written for a module. */
final class Unit {
    private static final List<String> CODE =
            List.of(
                    "__code__",
                    "__closure__",
                    "inspect",
                    "add_done_callback",
                    "call_soon",
                    "call_later",
                    "call_at");

    final Parsed parsed;
    final String className;
    final String moduleName;
    final Cleanups cleanups;
    final Recursion recursion;
    final Captures captures;
    final Coroutines coroutines;
    final JavaNames names = new JavaNames();
    final List<JavaWriter> methods = new ArrayList<>();
    final Map<String, String> fields = new LinkedHashMap<>();
    final Map<String, String> qualnames = new java.util.HashMap<>();
    final Map<String, Finding> findings = new LinkedHashMap<>();
    final Types types;
    final java.util.IdentityHashMap<Stmt.FunctionDef, String> reserved =
            new java.util.IdentityHashMap<>();

    /** The scopes of generator expressions that are written as loops. */
    final java.util.Set<Scope> consumed =
            java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    final Positions positions;
    private final Stars stars;
    final String temporary;
    final String suffix;

    /** How the code is evaluated, or an empty text for a module of the program. */
    final String mode;

    final Checks checks;

    /** What the program needs that costs time. */
    final Needs needs;

    Unit(
            Parsed parsed,
            String className,
            String moduleName,
            Types types,
            String mode,
            Checks checks,
            Needs needs) {
        this.checks = checks;
        this.needs = needs;
        this.mode = mode;
        this.types = types;
        this.parsed = parsed;
        this.positions = new Positions(parsed.source());
        this.className = className;
        this.stars = Stars.of(parsed.program());
        this.moduleName = moduleName;
        this.recursion = new Recursion(parsed.program());
        this.cleanups =
                new Cleanups(
                        parsed.program(), def -> Suspension.of(scope(def)) == Suspension.GENERATOR);
        this.captures = new Captures(parsed.scopes().module(), needs.processes());
        this.coroutines = new Coroutines(parsed.program());
        Set<String> all = new HashSet<>();
        gather(parsed.scopes().module(), all);
        boolean clash = all.stream().anyMatch(id -> id.matches("[a-z]+[0-9]+"));
        this.temporary = clash ? "tmp$" : "tmp";
        this.suffix = clash ? "$" : "";
    }

    /** Returns what a variable of a scope holds, where Java has a type for it. */
    Value held(Scope scope, String name) {
        return isOwn(scope, name) && !isGrowing(scope, name)
                ? types.local(scope, name)
                : Value.OBJECT;
    }

    private boolean isOwn(Scope scope, String name) {
        Symbol symbol = scope.symbol(name);
        boolean own =
                symbol != null
                        && (symbol.binding() == Binding.LOCAL
                                || (symbol.binding() == Binding.CELL
                                        && !captures.isCell(scope, name)));
        return own
                && scope.kind() == Scope.Kind.FUNCTION
                && (!scope.name().equals("genexpr") || consumed.contains(scope));
    }

    /** Tells whether a variable of a scope is one to which much is added again and again. */
    boolean isGrowing(Scope scope, String name) {
        Symbol symbol = scope.symbol(name);
        return symbol != null
                && symbol.binding() == Binding.LOCAL
                && !symbol.is(Symbol.Use.PARAMETER)
                && isOwn(scope, name)
                && types.isGrowing(scope, name);
    }

    /** Returns the name of the method of a function that is known by its name. */
    String method(Stmt.FunctionDef def) {
        return reserved.computeIfAbsent(def, key -> names.method(key.name()));
    }

    private static void gather(Scope scope, Set<String> all) {
        all.addAll(scope.symbols().keySet());
        scope.children().forEach(child -> gather(child, all));
    }

    Scope scope(Node node) {
        Scope found = parsed.scopes().of(node);
        if (found == null) {
            throw new IllegalStateException("no scope at line " + node.span().line());
        }
        return found;
    }

    /** Returns the field for the name of an attribute. */
    String attribute(String id) {
        String java = "$" + id;
        fields.put(java, "Attribute %s = new Attribute(%s)".formatted(java, JavaNames.literal(id)));
        return java;
    }

    /** Returns the field for a variable of the module or a built-in name. */
    String global(String id) {
        boolean builtin = isBuiltin(id);
        String java = JavaNames.variable(id);
        fields.put(
                java,
                builtin
                        ? "Object %s = Builtins.get(%s)".formatted(java, JavaNames.literal(id))
                        : "Global %s = MODULE.global(%s)".formatted(java, JavaNames.literal(id)));
        return java;
    }

    /** Returns the field for a variable that functions of evaluated code see. */
    String outermost(String id) {
        String java = "outermost$" + id;
        fields.put(
                java,
                "Global %s = MODULE.outermost().global(%s)".formatted(java, JavaNames.literal(id)));
        return java;
    }

    /** Tells whether a global name is that of a built-in, which the module does not define. */
    boolean isBuiltin(String id) {
        Symbol symbol = parsed.scopes().module().symbol(id);
        boolean defined =
                symbol != null
                        && (symbol.is(Symbol.Use.ASSIGNED) || symbol.is(Symbol.Use.IMPORTED));
        return !defined
                && ((!stars.mayBind(id) && !types.changesBuiltins()) || FIXED.contains(id))
                && (mode.isEmpty() || FIXED.contains(id))
                && !id.equals("__name__")
                && !assignedWithin(parsed.scopes().module(), id)
                && dev.polyloom.python.runtime.object.Builtins.has(id);
    }

    private static final Set<String> FIXED =
            Set.of(
                    "super",
                    "eval",
                    "exec",
                    "compile",
                    "globals",
                    "locals",
                    "vars",
                    "dir",
                    "__import__");

    boolean finallyReturns;

    /** Returns the module that an import names. */
    String absolute(Stmt.ImportFrom s) {
        boolean isPackage = Path.of(parsed.source().name()).endsWith("__init__.py");
        return s.absolute(moduleName, isPackage);
    }

    private static boolean assignedWithin(Scope scope, String id) {
        for (Scope child : scope.children()) {
            Symbol symbol = child.symbol(id);
            if (symbol != null
                    && symbol.is(Symbol.Use.DECLARED_GLOBAL)
                    && (symbol.is(Symbol.Use.ASSIGNED) || symbol.is(Symbol.Use.IMPORTED))) {
                return true;
            }
            if (assignedWithin(child, id)) {
                return true;
            }
        }
        return false;
    }

    void unsupported(Node node, String what) {
        Span at = node.span();
        Finding finding =
                new Finding(
                        parsed.source().name(), at.line(), at.column() + 1, "unsupported", what);
        findings.put(finding.toString(), finding);
    }

    /** Tells whether a class may hold names that its own statements do not define. */
    boolean prepares() {
        return parsed.source().text().contains("__prepare__");
    }

    /** Tells whether the program may ask for or show the code objects of its functions. */
    boolean tellsOfCode() {
        String text = parsed.source().text();
        return CODE.stream().anyMatch(text::contains);
    }

    /** Tells whether annotations stay texts, as {@code from __future__ import annotations} says. */
    boolean annotationsAreTexts() {
        return parsed.program().body().stream()
                .anyMatch(s ->
                        s instanceof Stmt.ImportFrom from
                                && "__future__".equals(from.module())
                                && from.names().stream()
                                        .anyMatch(n -> n.name().equals("annotations")));
    }
}
