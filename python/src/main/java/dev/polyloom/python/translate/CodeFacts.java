package dev.polyloom.python.translate;

import dev.polyloom.python.ast.Alias;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.scope.Binding;
import dev.polyloom.python.scope.Scope;
import dev.polyloom.python.scope.Symbol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What programs ask of the code objects of their functions. */
final class CodeFacts {
    private static final long GENERATOR = 32;
    private static final long ASYNC_GENERATOR = 512;

    private CodeFacts() {}

    /** Returns what code objects tell beside the parameters: the first line and the variables. */
    static String of(Stmt.FunctionDef def, Scope scope) {
        int line =
                def.decoratorList().isEmpty()
                        ? def.span().line()
                        : def.decoratorList().getFirst().span().line();
        StringBuilder names = new StringBuilder();
        for (String name : variables(def.body())) {
            Symbol symbol = scope.symbol(name);
            if (symbol != null
                    && symbol.binding() == Binding.LOCAL
                    && !symbol.is(Symbol.Use.PARAMETER)) {
                names.append(", ").append(JavaNames.literal(name));
            }
        }
        long flag = def.async() ? ASYNC_GENERATOR : GENERATOR;
        String kind = scope.is(Scope.Trait.GENERATOR) ? ".generating(%d)".formatted(flag) : "";
        return "%s.code(%d%s)".formatted(kind, line, names);
    }

    /** Returns the names that code uses, in the order of their first use. */
    static Set<String> variables(List<Stmt> body) {
        Set<String> names = new LinkedHashSet<>();
        body.forEach(each -> assigned(each, names));
        return names;
    }

    /** Gathers the names that code gives a value to, in the order of their first use. */
    private static void assigned(Node node, Set<String> names) {
        switch (node) {
            case Expr.Name name -> names.add(name.id());
            case Stmt.FunctionDef def -> names.add(def.name());
            case Stmt.ClassDef def -> names.add(def.name());
            case Alias alias -> {
                String as = alias.asname();
                names.add(as == null ? alias.name().replaceFirst("\\..*", "") : as);
            }
            case Stmt.Assign assign -> {
                assigned(assign.value(), names);
                assign.targets().forEach(each -> assigned(each, names));
            }
            case Stmt.For loop -> {
                assigned(loop.iter(), names);
                assigned(loop.target(), names);
                loop.body().forEach(each -> assigned(each, names));
                loop.orelse().forEach(each -> assigned(each, names));
            }
            case Stmt.Try s -> {
                s.body().forEach(each -> assigned(each, names));
                s.handlers()
                        .forEach(each -> {
                            String name = each.name();
                            if (name != null) {
                                names.add(name);
                            }
                            each.body().forEach(inner -> assigned(inner, names));
                        });
                s.orelse().forEach(each -> assigned(each, names));
                s.finalbody().forEach(each -> assigned(each, names));
            }
            case Expr.Lambda lambda -> {}
            default -> node.children().forEach(each -> assigned(each, names));
        }
    }
}
