package dev.polyloom.python.infer;

import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.parse.Parsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The functions of Python's own modules that give floats, where a program leaves them as is. */
final class RealFunctions {
    private static final Map<String, Set<String>> NAMES =
            Map.of(
                    "math",
                    Set.of("sqrt", "sin", "cos", "tan", "exp", "atan", "fabs"),
                    "random",
                    Set.of("random"));

    private final Parsed parsed;
    private final Map<String, Boolean> kept = new HashMap<>();

    RealFunctions(Parsed parsed) {
        this.parsed = parsed;
    }

    /** Tells whether a call is that of such a function, if the name before it is of the module. */
    boolean isCalled(Expr.Call call) {
        return call.func() instanceof Expr.Attribute function
                && function.value() instanceof Expr.Name module
                && NAMES.getOrDefault(module.id(), Set.of()).contains(function.attr())
                && call.keywords().isEmpty()
                && call.args().stream().noneMatch(Expr.Starred.class::isInstance)
                && call.args().size() == (module.id().equals("math") ? 1 : 0)
                && kept.computeIfAbsent(module.id(), this::isKept);
    }

    /** Tells whether the module is Python's own, and the program sets nothing in it. */
    private boolean isKept(String module) {
        String name = parsed.source().name();
        String text = parsed.source().text();
        Pattern setting = Pattern.compile("\\b" + module + "\\.\\w+[^\\w\\n(]*=[^=]");
        return name.endsWith(".py")
                && !Files.exists(Path.of(name).resolveSibling(module + ".py"))
                && !Files.exists(Path.of(name).resolveSibling(module))
                && !text.contains("setattr")
                && !text.contains("mock")
                && !setting.matcher(text).find();
    }
}
