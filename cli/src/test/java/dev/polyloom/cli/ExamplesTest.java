package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ExamplesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"processes", "isolates", "threads", "virtual", "none", "auto"})
    void digest_isThatOfTheFile(String flavor) throws Exception {
        List<String> files = files();
        Path input = Files.write(folder.resolve("files"), files);

        Command.Result result =
                Command.runProcess(
                        input,
                        "map",
                        "--flavor",
                        flavor,
                        "--workers",
                        "2",
                        "examples/Digest.java::sha256");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        List<String> expected = new ArrayList<>();
        for (String file : files) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Files.readAllBytes(Command.root().resolve(file)));
            expected.add(HexFormat.of().formatHex(digest) + "  " + file);
        }
        assertThat(result.outLines()).isEqualTo(expected);
    }

    private static List<String> files() throws Exception {
        Path root = Command.root();
        try (Stream<Path> all = Files.walk(root.resolve("core/src/main"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .limit(60)
                    .toList();
        }
    }

    @Test
    void digest_escapesNamesAsSha256sumDoes() throws Exception {
        Path odd = Files.writeString(folder.resolve("a\\b"), "");

        Command.Result result =
                Command.run("map", Command.example("Digest.java::sha256"), odd.toString());

        assertThat(result.out())
                .isEqualTo(
                        "\\e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  "
                                + odd.toString().replace("\\", "\\\\")
                                + "\n");
    }

    @Test
    void wordCount_countsAsWcDoes() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "one two\n  three\nfour");

        Command.Result result =
                Command.run("map", Command.example("WordCount.java::count"), text.toString());

        assertThat(result.out()).isEqualTo("2 4 20 " + text + "\n");
    }

    @Test
    void wordCount_findsLongLines() throws Exception {
        Path wide = Files.writeString(folder.resolve("wide"), "x".repeat(101));
        Path narrow = Files.writeString(folder.resolve("narrow"), "x".repeat(100));

        Command.Result result =
                Command.run(
                        "filter",
                        Command.example("WordCount.java::hasLongLines"),
                        wide.toString(),
                        narrow.toString());

        assertThat(result.out()).isEqualTo(wide + "\n");
    }

    @Test
    void primes_areFoundAndFactored() {
        Command.Result primes =
                Command.runWith(
                        "1\n2\n15\n97\n", "filter", Command.example("Primes.java::isPrime"));
        Command.Result factors =
                Command.run("map", Command.example("Primes.java::factors"), "360", "97", "1", "0");

        assertThat(primes.outLines()).containsExactly("2", "97");
        assertThat(factors.outLines()).containsExactly("[2, 2, 2, 3, 3, 5]", "[97]", "[]");
        assertThat(factors.err()).contains("0 has no prime factors");
    }
}
