package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs print what CPython prints, where there is a CPython 3.11. The seed is always the
 * same; {@code -Dpolyloom.random.cases=10000} tries more cases, {@code -Dpolyloom.random.seed}
 * others.
 */
@Timeout(1200)
class RandomProgramsTest {
    private static final int CASES = Integer.getInteger("polyloom.random.cases", 100);
    private static final long SEED = Long.getLong("polyloom.random.seed", 1);
    private static final int IN_ONE = 100;

    @TempDir private Path folder;

    @Test
    void randomPrograms_printWhatCpythonPrints() throws Exception {
        Optional<Oracle> oracle = Oracle.start("3.11");
        if (oracle.isEmpty()) {
            return;
        }
        try (Oracle python = oracle.get()) {
            for (int i = 0; i * IN_ONE < CASES; i++) {
                String program = RandomProgram.of(SEED + i, IN_ONE);
                Path file = Files.writeString(folder.resolve("random" + i + ".py"), program);
                OwnRuntime.Ended ended = OwnRuntime.run(file);

                assertThat(ended.out() + ended.err())
                        .as("seed %d", SEED + i)
                        .isEqualTo(python.ask("run", file.toString()).getFirst());
            }
        }
    }
}
