package dev.polyloom.verification.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.verification.Command;
import dev.polyloom.verification.Project;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code benchmarks/run} says to misuse, before it looks for a JDK or builds anything. */
@Timeout(60)
class BenchmarksRunTest {
    @ParameterizedTest
    @CsvSource({
        "'', no suite given",
        "flavour, unknown suite 'flavour'",
        "--quick, unknown suite '--quick'",
        "flavors --fast, unknown argument '--fast'",
        "flavors --json, --json needs a file",
        "wrapping --quick extra, unknown argument 'extra'"
    })
    void run_withMisuse_printsOneLineThatNamesTheSuitesAndExits2(String arguments, String problem)
            throws Exception {
        Command.Result result =
                Command.of("/bin/sh", "-c", Project.file("benchmarks/run") + " " + arguments)
                        .with(Map.of("JAVA_HOME", "/nonexistent"))
                        .run();

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("benchmarks/run: " + problem + ";")
                .contains("flavors, wrapping")
                .hasLineCount(1);
    }
}
