package dev.polyloom.python.run;

import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.ast.Constant;
import dev.polyloom.python.ast.Expr;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Program;
import dev.polyloom.python.ast.Stmt;
import dev.polyloom.python.parse.Parsed;
import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes functions of the examples in the docstrings of a module, since nothing can be compiled when
 * the program runs. They are added to the module as a function {@code __doctest__}, in Python,
 * which the module {@code doctest} calls.
 */
final class DocTests {
    private final StringBuilder functions = new StringBuilder();
    private final List<String> rows = new ArrayList<>();

    private DocTests() {}

    /** Returns a module with its examples as functions. */
    static Parsed added(Parsed parsed) throws PythonSyntaxException {
        DocTests tests = new DocTests();
        tests.add("", 1, parsed.program().body());
        tests.within("", parsed.program().body());
        SourceText source = parsed.source();
        String end = source.text().endsWith("\n") ? "" : "\n";
        Parsed more =
                PythonParser.parse(
                        SourceText.of(source.name(), source.text() + end + tests.text()));
        List<Stmt> body = new ArrayList<>(more.program().body());
        body.add(place(body), body.removeLast());
        Program program = new Program(more.program().span(), body);
        return new Parsed(more.source(), program, more.scopes());
    }

    /** Returns how many statements must stay at the beginning of a module. */
    private static int place(List<Stmt> body) {
        int first = 0;
        while (first < body.size() && (isFuture(body.get(first)) || isDoc(body, first))) {
            first++;
        }
        return first;
    }

    private static boolean isFuture(Stmt s) {
        return s instanceof Stmt.ImportFrom from && "__future__".equals(from.module());
    }

    private static boolean isDoc(List<Stmt> body, int index) {
        return index == 0 && docOf(body) != null;
    }

    private String text() {
        return "def __doctest__():\n%s    return [%s]\n"
                .formatted(functions, String.join(", ", rows));
    }

    private void within(String path, List<Stmt> body) {
        for (Stmt each : body) {
            switch (each) {
                case Stmt.FunctionDef def ->
                        add(path + "." + def.name(), def.span().line(), def.body());
                case Stmt.ClassDef def -> {
                    add(path + "." + def.name(), def.span().line(), def.body());
                    within(path + "." + def.name(), def.body());
                }
                default -> {}
            }
        }
    }

    private static Expr.@Nullable ConstantExpr docOf(List<Stmt> body) {
        return !body.isEmpty()
                        && body.getFirst() instanceof Stmt.ExprStmt s
                        && s.value() instanceof Expr.ConstantExpr c
                        && c.value() instanceof Constant.Str
                ? c
                : null;
    }

    private void add(String path, int line, List<Stmt> body) {
        Expr.ConstantExpr doc = docOf(body);
        List<DocExample> examples =
                doc == null ? List.of() : DocExample.in(((Constant.Str) doc.value()).text());
        String function = "t" + rows.size();
        List<String> parts = new ArrayList<>();
        if (!examples.isEmpty()) {
            functions.append("    def %s(run):\n".formatted(function));
        }
        for (DocExample each : examples) {
            functions.append("        with run.example(%d):\n".formatted(parts.size()));
            functions.append(code(each.source()));
            parts.add(
                    "(%s, %s, %d)"
                            .formatted(literal(each.source()), literal(each.want()), each.line()));
        }
        rows.add(
                "(%s, %d, [%s], %s)"
                        .formatted(
                                literal(path),
                                doc == null ? line : doc.span().line(),
                                String.join(", ", parts),
                                examples.isEmpty() ? "None" : function));
    }

    private static String code(String source) {
        String indent = "            ";
        String shown = "%srun.show((\n%s%s))\n".formatted(indent, source, indent);
        if (isRight(shown)) {
            return shown;
        }
        StringBuilder out = new StringBuilder();
        showing(source).lines().forEach(line -> out.append(indent).append(line).append('\n'));
        return isRight(out + indent + "pass\n")
                ? out + indent + "pass\n"
                : "%srun.refuse(%s)\n".formatted(indent, literal(source));
    }

    /** Returns statements that show the values of those that are expressions, wherever they are. */
    private static String showing(String source) {
        try {
            SourceText text = SourceText.of("<doctest>", source);
            List<StringBuilder> lines = new ArrayList<>();
            text.lines().forEach(line -> lines.add(new StringBuilder(line)));
            shown(PythonParser.parse(text).program().body(), lines);
            return String.join("\n", lines);
        } catch (PythonSyntaxException e) {
            return source;
        }
    }

    private static void shown(List<? extends Node> nodes, List<StringBuilder> lines) {
        for (Node node : nodes.reversed()) {
            if (node instanceof Stmt.ExprStmt s) {
                insert(lines, s.span().endLine(), s.span().endColumn(), "))");
                insert(lines, s.span().line(), s.span().column(), "run.show((");
            } else if (!(node instanceof Stmt.FunctionDef || node instanceof Stmt.ClassDef)) {
                shown(node.children(), lines);
            }
        }
    }

    private static void insert(List<StringBuilder> lines, int line, int column, String text) {
        StringBuilder all = lines.get(line - 1);
        all.insert(all.offsetByCodePoints(0, column), text);
    }

    /** Tells whether statements may stand in a function. */
    private static boolean isRight(String statements) {
        try {
            PythonParser.parse(SourceText.of("<doctest>", "def f(run):\n  if 1:\n" + statements));
            return true;
        } catch (PythonSyntaxException e) {
            return false;
        }
    }

    private static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
