package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs small programs and compares what they print with what CPython has printed. */
@Timeout(60)
class ProgramsTest {
    static Stream<String> programs() throws IOException, URISyntaxException {
        Path folder = folder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".py"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(ProgramsTest.class.getResource("programs").toURI());
    }

    /** Each program gets a runtime of its own, whose classes nobody else shares. */
    @ParameterizedTest
    @MethodSource("programs")
    void program_printsWhatCpythonPrints(String name) throws Exception {
        Path file = folder().resolve(name);
        String expected = Files.readString(folder().resolve(name.replaceFirst("\\.py$", ".out")));
        OwnRuntime.Ended ended = OwnRuntime.run(file);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isEqualTo(0);
        assertThat(ended.out()).isEqualTo(expected);
    }
}
