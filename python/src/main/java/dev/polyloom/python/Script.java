package dev.polyloom.python;

import dev.polyloom.python.parse.SourceText;
import dev.polyloom.python.run.CompiledProgram;
import dev.polyloom.python.run.Program;
import dev.polyloom.python.runtime.library.Main;
import dev.polyloom.python.runtime.object.GlobalLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Python program that has been translated and compiled, with the modules beside it that it
 * imports. The runtime keeps state for the whole process, so a process runs one program.
 */
public final class Script {
    private final String name;
    private final CompiledProgram program;
    private final Locking locking;

    private Script(String name, CompiledProgram program, Locking locking) {
        this.name = name;
        this.program = program;
        this.locking = locking;
    }

    /**
     * Translates and compiles a program. Nothing is run.
     *
     * @param file the program
     * @return the program, ready to run
     * @throws IOException if it cannot be read
     * @throws PythonSyntaxException if it is not Python
     * @throws UnsupportedException if a part of it cannot be translated
     * @throws NullPointerException if the file is null
     */
    public static Script compile(Path file) throws IOException, PythonSyntaxException {
        return compile(file, Locking.OPERATIONS, null);
    }

    /**
     * Translates and compiles a program, or takes what was compiled before if the program, the
     * modules beside it, the translator and the JDK are still the same.
     *
     * @param file the program
     * @param locking how its threads are kept from each other's way
     * @param cache what keeps compiled programs, or null; where it fails, the program is translated
     * @return the program, ready to run
     * @throws IOException if it cannot be read
     * @throws PythonSyntaxException if it is not Python
     * @throws UnsupportedException if a part of it cannot be translated
     * @throws NullPointerException if the file or the locking is null
     */
    public static Script compile(Path file, Locking locking, @Nullable ScriptCache cache)
            throws IOException, PythonSyntaxException {
        Objects.requireNonNull(locking);
        return new Script(file.toString(), Program.compile(file, locking, cache), locking);
    }

    /**
     * Translates and compiles a program that is no file. The modules that it imports are looked for
     * in the working directory.
     *
     * @param name what {@code sys.argv} begins with
     * @param source what messages and tracebacks call the program, such as {@code <stdin>}
     * @param text the program
     * @param locking how its threads are kept from each other's way
     * @return the program, ready to run
     * @throws IOException if a module beside it cannot be read
     * @throws PythonSyntaxException if it is not Python
     * @throws UnsupportedException if a part of it cannot be translated
     * @throws NullPointerException if an argument is null
     */
    public static Script of(String name, String source, String text, Locking locking)
            throws IOException, PythonSyntaxException {
        Objects.requireNonNull(name);
        return new Script(name, Program.compile(SourceText.of(source, text), locking), locking);
    }

    /**
     * Says what is known of the variables of a program, and of those of the modules beside it that
     * it imports.
     *
     * @param file the program
     * @return a line for each variable, parameter and result, with its place, what it can hold, and
     *     why no more is known; before those of a module, a line for each place where it gets
     *     processes from, as they are threads here
     * @throws IOException if it cannot be read
     * @throws PythonSyntaxException if it is not Python
     * @throws UnsupportedException if a part of it cannot be translated
     * @throws NullPointerException if the file is null
     */
    public static List<String> types(Path file) throws IOException, PythonSyntaxException {
        return Program.types(file);
    }

    /**
     * Translates a program into a folder, as a Maven project that builds on its own. Files of an
     * earlier translation are overwritten, others never.
     *
     * @param file the program
     * @param folder where the project goes; it is made where it is missing
     * @return the files, within the folder
     * @throws java.nio.file.FileAlreadyExistsException if a file is in the way; nothing is written
     * @throws IOException if something cannot be read or written
     * @throws PythonSyntaxException if it is not Python
     * @throws UnsupportedException if a part of it cannot be translated
     * @throws NullPointerException if an argument is null
     */
    public static List<Path> translate(Path file, Path folder)
            throws IOException, PythonSyntaxException {
        return Program.write(file, folder);
    }

    /**
     * Makes Ctrl-C interrupt the program that will run here: {@code KeyboardInterrupt} is raised in
     * its main thread where that waits, goes round a loop or calls a function that may call itself.
     * When the program has not noticed one before the next, the process ends with code 130.
     *
     * <p>Without it Ctrl-C ends the process, unless the program has a handler for {@code SIGINT}.
     * Interrupting the thread that is in {@link #run} interrupts the program too.
     */
    public static void hearInterrupt() {
        Main.hearInterrupt();
    }

    /**
     * Runs the program until all its threads but daemons have ended.
     *
     * @param arguments what {@code sys.argv} holds after the name
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @return the exit code
     */
    public int run(List<String> arguments, InputStream in, OutputStream out, OutputStream err) {
        GlobalLock.use(locking == Locking.GLOBAL);
        return program.run(name, arguments, new Main.Streams(in, out, err));
    }
}
