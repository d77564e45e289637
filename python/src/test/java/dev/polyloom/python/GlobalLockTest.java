package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Runs a program that leans on CPython's lock, with one of its own. */
@Timeout(60)
class GlobalLockTest {
    @RepeatedTest(3)
    void program_losesNothing_andNeverStops() throws Exception {
        Path file = Path.of(GlobalLockTest.class.getResource("leaning.py").toURI());
        String expected = Files.readString(file.resolveSibling("leaning.out"));
        OwnRuntime.Ended ended = OwnRuntime.run(file, Locking.GLOBAL);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo(expected);
        assertThat(ended.code()).isEqualTo(0);
    }
}
