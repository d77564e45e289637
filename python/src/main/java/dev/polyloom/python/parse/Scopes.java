package dev.polyloom.python.parse;

import com.oracle.graal.python.pegparser.scope.Scope.DefUse;
import com.oracle.graal.python.pegparser.scope.ScopeEnvironment;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.ScopeTable;
import dev.polyloom.python.scope.Symbol;
import dev.polyloom.python.scope.Symbol.Use;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns the scopes that the parser's library finds into ours. */
final class Scopes {
    private static final Map<DefUse, Use> USES =
            new EnumMap<>(
                    Map.of(
                            DefUse.Use, Use.READ,
                            DefUse.DefLocal, Use.ASSIGNED,
                            DefUse.DefParam, Use.PARAMETER,
                            DefUse.DefImport, Use.IMPORTED,
                            DefUse.DefAnnot, Use.ANNOTATED,
                            DefUse.DefGlobal, Use.DECLARED_GLOBAL,
                            DefUse.DefNonLocal, Use.DECLARED_NONLOCAL,
                            DefUse.DefTypeParam, Use.TYPE_PARAMETER));

    private final IdentityHashMap<com.oracle.graal.python.pegparser.scope.Scope, Scope> done =
            new IdentityHashMap<>();

    /** Converts the scopes of an analysed program. */
    static ScopeTable of(ScopeEnvironment found, IdentityHashMap<SSTNode, Node> nodes) {
        Scopes scopes = new Scopes();
        Scope module = scopes.of(found.getTopScope());
        IdentityHashMap<Node, Scope> byNode = new IdentityHashMap<>();
        nodes.forEach((theirs, ours) -> {
            var scope = found.lookupScope(theirs);
            if (scope != null) {
                byNode.put(ours, scopes.of(scope));
            }
        });
        return new ScopeTable(module, byNode);
    }

    private Scope of(com.oracle.graal.python.pegparser.scope.Scope scope) {
        Scope known = done.get(scope);
        if (known == null) {
            known =
                    new Scope(
                            kind(scope),
                            name(scope),
                            traits(scope),
                            symbols(scope),
                            scope.getVarnames(),
                            scope.getChildren().stream().map(this::of).toList());
            done.put(scope, known);
        }
        return known;
    }

    private static String name(com.oracle.graal.python.pegparser.scope.Scope scope) {
        if (scope.isModule()) {
            return "top";
        }
        boolean generator = "genexp".equals(scope.getName()) && scope.getVarnames().contains(".0");
        return generator ? "genexpr" : scope.getName();
    }

    private static Scope.Kind kind(com.oracle.graal.python.pegparser.scope.Scope scope) {
        if (scope.isModule()) {
            return Scope.Kind.MODULE;
        }
        if (scope.isClass()) {
            return Scope.Kind.CLASS;
        }
        if (scope.isTypeParam()) {
            return Scope.Kind.TYPE_PARAMETERS;
        }
        return Scope.Kind.FUNCTION;
    }

    private static Set<Scope.Trait> traits(com.oracle.graal.python.pegparser.scope.Scope scope) {
        Set<Scope.Trait> traits = EnumSet.noneOf(Scope.Trait.class);
        if (scope.isNested()) {
            traits.add(Scope.Trait.NESTED);
        }
        if (scope.isGenerator()) {
            traits.add(Scope.Trait.GENERATOR);
        }
        if (scope.isCoroutine()) {
            traits.add(Scope.Trait.COROUTINE);
        }
        if (scope.needsClassClosure()) {
            traits.add(Scope.Trait.NEEDS_CLASS_CELL);
        }
        return traits;
    }

    private static Map<String, Symbol> symbols(
            com.oracle.graal.python.pegparser.scope.Scope scope) {
        Map<String, Symbol> symbols = new TreeMap<>();
        for (String name : scope.getSymbolsByType(EnumSet.allOf(DefUse.class), 0).keySet()) {
            symbols.put(name, symbol(name, scope.getUseOfName(name)));
        }
        return Collections.unmodifiableMap(symbols);
    }

    private static Symbol symbol(String name, Set<DefUse> found) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        USES.forEach((theirs, ours) -> {
            if (found.contains(theirs)) {
                uses.add(ours);
            }
        });
        if (found.contains(DefUse.DefFreeClass) && !found.contains(DefUse.Free)) {
            uses.add(Use.PASSED_ON);
        }
        return new Symbol(name, binding(found), uses);
    }

    private static Binding binding(Set<DefUse> found) {
        if (found.contains(DefUse.Cell)) {
            return Binding.CELL;
        }
        if (found.contains(DefUse.Free)) {
            return Binding.FREE;
        }
        if (found.contains(DefUse.GlobalExplicit)) {
            return Binding.GLOBAL_EXPLICIT;
        }
        return found.contains(DefUse.Local) ? Binding.LOCAL : Binding.GLOBAL_IMPLICIT;
    }
}
