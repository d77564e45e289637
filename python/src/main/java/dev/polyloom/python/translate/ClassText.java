package dev.polyloom.python.translate;

import dev.polyloom.python.runtime.object.Position;
import java.util.ArrayList;
import java.util.List;

/** Puts a class together. */
record ClassText(Unit unit) {
    private static final String RUNTIME = "dev.polyloom.python.runtime.object.";

    /** The classes of the runtime that translated classes name. */
    static final List<String> IMPORTS =
            List.of(
                    "Attribute",
                    "AsyncGenerator",
                    "AsyncIteration",
                    "AsyncWith",
                    "Attributes",
                    "Awaiter",
                    "Binary",
                    "Builtins",
                    "Calls",
                    "Cell",
                    "ClassBody",
                    "Compare",
                    "Construction",
                    "Coroutine",
                    "Depth",
                    "Drops",
                    "Errors",
                    "Evaluation",
                    "Exact",
                    "ExceptionGroups",
                    "Function",
                    "Generator",
                    "Global",
                    "GlobalLock",
                    "Growing",
                    "Interrupts",
                    "Items",
                    "Iteration",
                    "Lazy",
                    "Matching",
                    "Module",
                    "Modules",
                    "Namespace",
                    "Numbers",
                    "Ops",
                    "PyBytes",
                    "PyComplex",
                    "PyDict",
                    "PyException",
                    "PyIterator",
                    "PyList",
                    "PySet",
                    "PySlice",
                    "PyTuple",
                    "PyType",
                    "Reals",
                    "Sum",
                    "Super",
                    "Text",
                    "Types",
                    "With");

    JavaSource write(JavaWriter module) {
        JavaWriter body = new JavaWriter();
        body.add(module);
        for (JavaWriter method : unit.methods) {
            body.line("");
            body.add(method);
        }
        String text = body.text();
        String made =
                unit.mode.isEmpty()
                        ? "new Module(%s)".formatted(JavaNames.literal(unit.moduleName))
                        : "Evaluation.target()";
        JavaWriter out = new JavaWriter();
        imports(out, made + text + String.join("\n", unit.fields.values()));
        out.line("/** Translated from %s. */".formatted(unit.parsed.source().name()));
        if (unit.finallyReturns) {
            out.line("@SuppressWarnings(\"finally\")");
        }
        out.open("public final class " + unit.className);
        out.line("private static final Module MODULE = %s;".formatted(made));
        for (String field : unit.fields.values()) {
            out.line("private static final %s;".formatted(field));
        }
        out.line("");
        out.line("private %s() {}".formatted(unit.className));
        out.line("");
        out.line("/** Returns the module. */");
        out.open("public static Module module()");
        out.line("return MODULE;");
        out.close();
        out.line("");
        out.add(body);
        out.close();
        List<String> layout = new ArrayList<>();
        List<Position> origins = new ArrayList<>();
        out.layOut(unit.positions, layout, origins);
        return new JavaSource(
                unit.className,
                unit.moduleName,
                out.text(),
                String.join("\n", layout) + "\n",
                List.copyOf(origins));
    }

    private static void imports(JavaWriter out, String text) {
        if (text.contains("None.NONE")) {
            out.line("import dev.polyloom.python.runtime.None;");
        }
        for (String name : IMPORTS) {
            if (name.equals("Module") || text.matches("(?s).*\\b" + name + "\\b.*")) {
                out.line("import %s%s;".formatted(RUNTIME, name));
            }
        }
        if (text.contains("Map<String, Object> names")) {
            out.line("import java.util.LinkedHashMap;");
            out.line("import java.util.List;");
            out.line("import java.util.Map;");
        }
        out.line("");
    }
}
