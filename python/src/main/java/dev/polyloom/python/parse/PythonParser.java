package dev.polyloom.python.parse;

import com.oracle.graal.python.pegparser.AbstractParser;
import com.oracle.graal.python.pegparser.FutureFeature;
import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.scope.ScopeEnvironment;
import com.oracle.graal.python.pegparser.sst.ModTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.ast.Node;
import dev.polyloom.python.ast.Program;
import dev.polyloom.python.ast.Span;
import dev.polyloom.python.check.CompileCheck;
import dev.polyloom.python.check.FutureCheck;
import java.util.EnumSet;
import java.util.IdentityHashMap;

/** Parses Python, version 3.12. */
public final class PythonParser {
    private static final int MINOR_VERSION = 12;

    private PythonParser() {}

    /**
     * Parses a program and finds its scopes.
     *
     * @throws PythonSyntaxException if Python would not compile it
     */
    public static Parsed parse(SourceText source) throws PythonSyntaxException {
        try {
            return DeepStack.call(() -> parsed(source));
        } catch (RefusedException e) {
            throw e.error();
        } catch (StackOverflowError e) {
            throw tooDeep(source);
        }
    }

    private static Parsed parsed(SourceText source) {
        refuseNull(source);
        Callbacks callbacks = new Callbacks(source);
        IdentityHashMap<SSTNode, Node> nodes = new IdentityHashMap<>();
        var module = (ModTy.Module) tree(source, callbacks);
        Program program = new Program(Spans.of(module), new Statements(nodes).all(module.body));
        nodes.put(module, program);
        var features = EnumSet.noneOf(FutureFeature.class);
        if (FutureCheck.features(program, source).contains("annotations")) {
            features.add(FutureFeature.ANNOTATIONS);
        }
        var scopes = Scopes.of(ScopeEnvironment.analyze(module, callbacks, features), nodes);
        CompileCheck.check(program, source, scopes);
        return new Parsed(source, program, scopes);
    }

    private static void refuseNull(SourceText source) {
        int at = source.text().indexOf('\0');
        if (at >= 0) {
            int line = 1 + (int) source.text().substring(0, at).lines().count();
            int row = at > 0 && source.text().charAt(at - 1) != '\n' ? line - 1 : line;
            String problem = "source code cannot contain null bytes";
            throw new RefusedException(
                    source.error("SyntaxError", problem, new Span(row, -1, row, -1)));
        }
    }

    private static ModTy tree(SourceText source, Callbacks callbacks) {
        var flags = EnumSet.noneOf(AbstractParser.Flags.class);
        return (ModTy)
                new Parser(source.text(), callbacks, InputType.FILE, flags, MINOR_VERSION).parse();
    }

    private static PythonSyntaxException tooDeep(SourceText source) {
        String problem = "maximum recursion depth exceeded during compilation";
        return source.error("RecursionError", problem, new Span(1, 0, 1, 0));
    }
}
