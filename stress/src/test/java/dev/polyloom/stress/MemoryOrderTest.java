package dev.polyloom.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jcstress.Main;

/** Runs all that is in the package {@code order} under jcstress, in JVMs of its own. */
@Timeout(300)
class MemoryOrderTest {
    private static final int BOUND_SECONDS = 240;

    @Test
    void primitives_underJcstress_showNoOutcomeThatIsForbidden() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "jcstress"));
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(command(folder))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            boolean ended = process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS);

            assertThat(ended).as("jcstress ended in time; see %s", output).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            assertThat(output)
                    .content()
                    .contains("0 failed, 0 soft errs, 0 hard errs")
                    .contains("Failed tests: No matches.", "Error tests: No matches.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static List<String> command(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                Main.class.getName(),
                "-r",
                folder.toAbsolutePath().resolve("results").toString(),
                "-f",
                "1",
                "-iters",
                "1",
                "-time",
                Integer.toString(Effort.of(200, 500)),
                // Not one run for each way to compile each method: hundreds of seconds.
                "-sc",
                "false",
                // Few at a time: those that wait take long on a machine that is busy.
                "-strideSize",
                "16",
                "-strideCount",
                "20",
                // Threads that wait give way, and are bound to no processor that others may want.
                "-spinStyle",
                "THREAD_YIELD",
                "-af",
                "NONE",
                "-jvmArgs",
                "-XX:+UnlockDiagnosticVMOptions -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN");
    }

    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire != null ? surefire : System.getProperty("java.class.path");
    }
}
