package dev.polyloom.python.run;

import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.UnsupportedException;
import dev.polyloom.python.parse.SourceText;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Evaluation;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyTuple;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the code that a program makes while it runs. */
final class Evaluator implements Evaluation.Compiler {
    private static final int MOST_KEPT = 1000;

    private final Map<Text, CompiledProgram> kept = new HashMap<>();
    private final @Nullable Path folder;
    private int count;

    /**
     * Makes one.
     *
     * @param folder where modules beside the program lie, or null
     */
    Evaluator(@Nullable Path folder) {
        this.folder = folder;
    }

    private record Text(String source, String file, String mode) {}

    @Override
    public Runnable compile(String source, String file, String mode) {
        CompiledProgram program = find(new Text(source, file, mode));
        return program::evaluate;
    }

    @Override
    public List<String> command() {
        return Child.command();
    }

    @Override
    public boolean find(String module) {
        try {
            CompiledProgram found = Program.imported(module, folder);
            if (found == null) {
                return false;
            }
            found.register();
            return true;
        } catch (PythonSyntaxException e) {
            throw raised(e);
        } catch (IOException e) {
            throw Errors.of(Exceptions.named("OSError"), String.valueOf(e.getMessage()));
        }
    }

    private synchronized CompiledProgram find(Text text) {
        CompiledProgram known = kept.get(text);
        if (known != null) {
            return known;
        }
        CompiledProgram made = made(text);
        if (kept.size() == MOST_KEPT) {
            kept.clear();
        }
        kept.put(text, made);
        return made;
    }

    private CompiledProgram made(Text text) {
        try {
            SourceText source = SourceText.of(text.file, text.source);
            return Program.evaluated(source, "Evaluated" + count++, text.mode);
        } catch (PythonSyntaxException e) {
            throw raised(e);
        } catch (UnsupportedException e) {
            throw Errors.of(Exceptions.named("SystemError"), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Errors.of(Exceptions.named("OSError"), String.valueOf(e.getMessage()));
        }
    }

    private static PyException raised(PythonSyntaxException e) {
        PythonSyntaxException.Place at = e.place();
        return Errors.of(
                Exceptions.named(e.kind()),
                e.problem(),
                PyTuple.of(
                        e.file(),
                        (long) at.line(),
                        (long) at.column(),
                        e.lineText() + "\n",
                        (long) at.endLine(),
                        (long) at.endColumn()));
    }
}
