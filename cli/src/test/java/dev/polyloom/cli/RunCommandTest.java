package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Python programs under the command, each in a JVM of its own. */
@Timeout(120)
class RunCommandTest {
    @TempDir private Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(String program, String... arguments) throws Exception {
        Path file = Files.writeString(folder.resolve("program.py"), program);
        String[] line = new String[arguments.length + 2];
        line[0] = "run";
        line[1] = file.toString();
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return ended(line);
    }

    private Ended ended(String... line) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                Command.process(line)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        process.getOutputStream().close();
        return new Ended(process.waitFor(), text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void program_seesItsArgumentsAndRunsItsThreads() throws Exception {
        Ended ended =
                run(
                        """
                        import sys
                        import threading

                        def work(n):
                            print(threading.current_thread().name, n)

                        for n in range(2):
                            thread = threading.Thread(target=work, args=(n,))
                            thread.start()
                            thread.join()
                        print(sys.argv[1:])
                        """,
                        "--fast",
                        "x");

        assertThat(ended.err).isEmpty();
        assertThat(ended.out).isEqualTo("Thread-1 (work) 0\nThread-2 (work) 1\n['--fast', 'x']\n");
        assertThat(ended.code).isZero();
    }

    @Test
    void codeOfTheProgram_isThatOfTheCommand() throws Exception {
        assertThat(run("import sys\nsys.exit(7)\n").code).isEqualTo(7);
        Ended failed = run("def f():\n    return 1 // 0\n\nf()\n");
        assertThat(failed.code).isEqualTo(1);
        assertThat(failed.err)
                .startsWith("Traceback (most recent call last):\n")
                .contains("program.py\", line 2, in f")
                .contains("ZeroDivisionError: integer division or modulo by zero");
    }

    @Test
    void wrongProgram_isNotRun() throws Exception {
        Ended syntax = run("print(1)\nx = = 2\n");
        assertThat(syntax.code).isEqualTo(1);
        assertThat(syntax.out).isEmpty();
        assertThat(syntax.err).contains("line 2", "SyntaxError: invalid syntax");
        Ended unsupported = run("print(1)\nimport ctypes\neval('1')\n");
        assertThat(unsupported.code).isEqualTo(2);
        assertThat(unsupported.out).isEmpty();
        assertThat(unsupported.err)
                .contains(":2:", "unsupported: module 'ctypes'")
                .contains(":3:", "unsupported: eval");
    }

    @Test
    void missingProgram_isMisuse() throws Exception {
        Ended missing = ended("run", folder.resolve("none.py").toString());
        assertThat(missing.code).isEqualTo(2);
        assertThat(missing.err).contains("none.py").hasLineCount(1);
        assertThat(ended("run").err).contains("SCRIPT");
    }
}
