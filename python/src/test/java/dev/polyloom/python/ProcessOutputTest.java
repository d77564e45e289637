package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When the processes of a program hand on what they print, which the environment decides. */
@Timeout(120)
class ProcessOutputTest {
    private static final String PROGRAM =
            """
            import multiprocessing as mp, os, time

            def work(n):
                print("works", n)

            def tick(ready):
                print("ticks")
                ready.set()
                time.sleep(100)

            def leave():
                print("leaves")
                os._exit(3)

            if __name__ == "__main__":
                child = mp.Process(target=work, args=(0,))
                child.start()
                print("started")
                child.join()
                print("joined")
                ready = mp.Event()
                child = mp.Process(target=tick, args=(ready,))
                child.start()
                ready.wait()
                child.terminate()
                child.join()
                print("terminated", child.exitcode)
                child = mp.Process(target=leave)
                child.start()
                child.join()
                print("left", child.exitcode)
                with mp.Pool(1) as pool:
                    pool.map(work, [1])
            """;

    @TempDir private Path folder;

    @Test
    void process_handsOnWhatItPrintsWhenItEnds() throws Exception {
        assertThat(run("").replace("works 1\n", ""))
                .isEqualTo(
                        """
                        works 0
                        started
                        joined
                        terminated -15
                        left 3
                        """);
    }

    @Test
    void process_handsOnAllAtOnceWhereTheEnvironmentSaysSo() throws Exception {
        assertThat(run("1"))
                .isEqualTo(
                        """
                        started
                        works 0
                        joined
                        ticks
                        terminated -15
                        leaves
                        left 3
                        works 1
                        """);
    }

    private String run(String unbuffered) throws Exception {
        Path program = Files.writeString(folder.resolve("program.py"), PROGRAM);
        Path main =
                Files.writeString(
                        folder.resolve("Main.java"),
                        """
                        import dev.polyloom.python.Script;
                        import java.nio.file.Path;
                        import java.util.List;

                        class Main {
                            public static void main(String[] files) throws Exception {
                                Script script = Script.compile(Path.of(files[0]));
                                System.exit(script.run(List.of(), System.in, System.out, System.err));
                            }
                        }
                        """);
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                String.join(File.pathSeparator, OwnRuntime.classPath()),
                                main.toString(),
                                program.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONUNBUFFERED", unbuffered);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
