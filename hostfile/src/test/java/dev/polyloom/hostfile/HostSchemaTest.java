package dev.polyloom.hostfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.polyloom.loadout.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader takes and what the schema takes: one corpus, judged by both. */
@Timeout(60)
class HostSchemaTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(HostFile.schema());

    @TempDir private Path folder;

    record Case(String verdict, String part, String text, String says) {
        static Case of(String line) {
            List<String> parts =
                    Arrays.stream(line.split(" \\| | \\|$", -1)).map(String::strip).toList();
            return new Case(
                    parts.get(0), parts.get(1), parts.get(2), parts.size() > 3 ? parts.get(3) : "");
        }

        String yaml() {
            return switch (part) {
                case "host" -> text + "\n";
                case "supervisor" ->
                        """
                        name: shop
                        supervisors:
                          main: %s
                          other: {services: {}}
                        """
                                .formatted(text);
                default ->
                        """
                        name: shop
                        actions: [dev.polyloom.hostfile.Fixtures$Sums]
                        supervisors:
                          main:
                            services:
                              a: %s
                              b: {command: [b]}
                        """
                                .formatted(text);
            };
        }
    }

    static Stream<Case> corpus() throws IOException {
        try (InputStream in = HostSchemaTest.class.getResourceAsStream("corpus.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Case::of);
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void readerAndSchema_agree(Case each) throws IOException {
        Path file = Files.writeString(folder.resolve("host.yaml"), each.yaml());
        JsonNode tree = YAML.readTree(each.yaml());

        String read = read(file);
        Set<ValidationMessage> schema = SCHEMA.validate(tree);

        switch (each.verdict) {
            case "right" -> {
                assertThat(read).isEmpty();
                assertThat(schema).isEmpty();
            }
            case "wrong" -> {
                assertThat(read).contains(each.says);
                assertThat(schema).isNotEmpty();
            }
            case "alone" -> {
                assertThat(read).contains(each.says);
                assertThat(schema).isEmpty();
            }
            default -> throw new AssertionError("what is " + each.verdict);
        }
    }

    private static String read(Path file) {
        try {
            HostFile _ = HostFile.read(file);
            return "";
        } catch (HostFileException e) {
            assertThat(e.problems())
                    .extracting(Problem::place)
                    .allMatch(place -> place.matches(".*host\\.yaml:\\d+:\\d+"));
            return e.getMessage() + "";
        }
    }

    @Test
    void everyKeyOfTheSchema_isExplained() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(HostFile.schema());
        for (String place :
                List.of(
                        "/properties",
                        "/$defs/supervisor/properties",
                        "/$defs/service/properties")) {
            schema.at(place)
                    .properties()
                    .forEach(key ->
                            assertThat(key.getValue().has("description"))
                                    .as(key.getKey())
                                    .isTrue());
        }
    }
}
