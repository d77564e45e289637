package dev.polyloom.python;

import dev.polyloom.python.run.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A Python program that has been translated and compiled, with the modules beside it that it
 * imports. The runtime keeps state for the whole process, so a process runs one program.
 */
public final class Script {
    private final Program program;

    private Script(Program program) {
        this.program = program;
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
        return new Script(Program.compile(file));
    }

    /**
     * Translates a program into a folder, as a Maven project that builds on its own.
     *
     * @param file the program
     * @param folder where the project goes; it is made where it is missing
     * @throws IOException if something cannot be read or written
     * @throws PythonSyntaxException if it is not Python
     * @throws UnsupportedException if a part of it cannot be translated
     * @throws NullPointerException if an argument is null
     */
    public static void translate(Path file, Path folder) throws IOException, PythonSyntaxException {
        Program.write(file, folder);
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
        return program.run(arguments, in, out, err);
    }
}
