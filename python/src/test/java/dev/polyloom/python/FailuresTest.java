package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that fail say so on standard error as CPython 3.11 does, whose words are recorded beside
 * them. Only the names of files and of addresses, and the calls within the library, are left out.
 */
@Timeout(60)
class FailuresTest {
    @TempDir private Path folder;

    record Failing(String name, String program, int code, String err) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Failing> programs() throws IOException {
        String text;
        try (InputStream in = FailuresTest.class.getResourceAsStream("failures.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        List<Failing> all = new ArrayList<>();
        for (String part : text.split("(?m)^#--- ", -1)) {
            if (!part.isEmpty()) {
                String[] sides = part.split("(?m)^#=== ", 2);
                String[] program = sides[0].split("\n", 2);
                String[] expected = sides[1].split("\n", 2);
                all.add(
                        new Failing(
                                program[0],
                                program[1],
                                Integer.parseInt(expected[0]),
                                expected[1]));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void program_saysWhatCpythonSays(Failing failing) throws Exception {
        Path file = Files.writeString(folder.resolve("case.py"), failing.program);
        OwnRuntime.Ended ended = OwnRuntime.run(file);

        assertThat(plain(ended.err(), file.toString())).isEqualTo(failing.err);
        assertThat(ended.code()).isEqualTo(failing.code);
    }

    private static String plain(String text, String file) {
        StringBuilder out = new StringBuilder();
        boolean dropped = false;
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.matches("(?s)[ |]*  File \".*")) {
                dropped = !line.contains("\"" + file + "\"");
            } else if (!line.matches("(?s)[ |]*    .*")) {
                dropped = false;
            }
            if (!dropped) {
                out.append(line);
            }
        }
        return out.toString().replace(file, "FILE").replaceAll("0x[0-9a-f]+", "0xX");
    }
}
