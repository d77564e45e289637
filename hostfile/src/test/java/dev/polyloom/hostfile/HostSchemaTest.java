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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /**
     * Values of every kind, some of them right for some keys. Without {@code ~}, which is a text
     * here and nothing in JSON.
     */
    private static final List<String> VALUES =
            List.of(
                    "",
                    "\"\"",
                    "true",
                    "\"true\"",
                    "no-such",
                    "\"a b\"",
                    "0",
                    "-0",
                    "5",
                    "+5",
                    "-5",
                    "-20",
                    "19",
                    "20",
                    "05",
                    "5.0",
                    "5.5",
                    "-5.0",
                    "20.0",
                    "1234567890",
                    "\"5\"",
                    "\"+5\"",
                    "\"-0\"",
                    "\"0\"",
                    "\"20\"",
                    "\"-20\"",
                    "\"5.0\"",
                    "\"0.0\"",
                    "\"5.5\"",
                    "\"0000000005\"",
                    "\"1234567890\"",
                    "\" 5\"",
                    "0s",
                    "5s",
                    "5S",
                    "5 s",
                    "1.5m",
                    "500ms",
                    "64m",
                    "immediate",
                    "unlimited",
                    "permanent",
                    "transient",
                    "one-for-all",
                    "never",
                    "queue",
                    "thread",
                    "[]",
                    "{}",
                    "[5]",
                    "[5.0]",
                    "[a, b]",
                    "[[a]]",
                    "{a: b}",
                    "{a: [b]}");

    /** What only the reader can know. */
    private static final List<String> UNSEEN =
            List.of(
                    "unknown sibling",
                    "no sibling '",
                    // JSON keeps no sign of these
                    "'+5' is no name",
                    "'-0' is no name",
                    "there is no folder",
                    "is no time zone",
                    "wait for each other",
                    "no readable file",
                    "no class",
                    "is no option of the java command");

    private static List<String> places() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(HostFile.schema());
        List<String> places = new ArrayList<>();
        for (String key : keys(schema, "/properties", "name", "supervisors")) {
            places.add("{name: a, %s: ?, supervisors: {s: {services: {}}}}".formatted(key));
        }
        places.add("{name: ?, supervisors: {s: {services: {}}}}");
        places.add("{name: a, supervisors: ?}");
        places.add("{name: a, supervisors: {s: ?}}");
        for (String key : keys(schema, "/$defs/supervisor/properties", "services")) {
            places.add(inHost("{services: {}, %s: ?}".formatted(key)));
        }
        places.add(inHost("{services: ?}"));
        places.add(inHost("{services: {x: ?}}"));
        places.add(inHost("{services: {x: {command: ?}}}"));
        for (String key :
                keys(
                        schema,
                        "/$defs/service/properties",
                        "class",
                        "main",
                        "action",
                        "command",
                        "executor")) {
            places.add(inService(key + ": ?"));
            places.add(inProcess(key + ": ?"));
        }
        places.add(inService("executor: ?"));
        for (String key : List.of("fixed", "linear", "exponential")) {
            places.add(inService("delay: {%s: ?}".formatted(key)));
        }
        places.add(inService("delay: {linear: 1s, cap: ?}"));
        places.add(inService("delay: {exponential: 1s, jitter: ?}"));
        places.add(inService("schedule: {every: ?}"));
        places.add(inService("schedule: {cron: '* * * * *', zone: ?}"));
        places.add(inService("mailbox: {whileDown: ?}"));
        places.add(inService("mailbox: {capacity: ?}"));
        places.add(inHost("{services: {}, intensity: {restarts: ?, within: 5s}}"));
        places.add(inHost("{services: {}, intensity: {restarts: 5, within: ?}}"));
        places.add(inProcess("affinity: [0, ?]"));
        return places;
    }

    private static List<String> keys(JsonNode schema, String place, String... but) {
        return schema.at(place).properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !List.of(but).contains(key))
                .toList();
    }

    private static String inHost(String supervisor) {
        return "{name: a, supervisors: {s: %s}}".formatted(supervisor);
    }

    private static String inService(String keys) {
        return inHost("{services: {x: {command: [a], %s}}}".formatted(keys));
    }

    private static String inProcess(String keys) {
        return inHost(
                "{services: {x: {class: dev.polyloom.hostfile.Fixtures$Waiter, %s}}}"
                        .formatted("executor: process, " + keys));
    }

    @Test
    void readerAndSchema_agreeOnValuesOfEveryKind_forEveryKey() throws IOException {
        List<String> disagreements = new ArrayList<>();
        for (String place : places()) {
            for (String value : VALUES) {
                String text = place.replace("?", value);
                String read = read(Files.writeString(folder.resolve("host.yaml"), text));
                boolean valid = SCHEMA.validate(YAML.readTree(text)).isEmpty();
                boolean taken = read.isEmpty() || UNSEEN.stream().anyMatch(read::contains);
                if (valid ? !taken : read.isEmpty()) {
                    disagreements.add(
                            "%s schema: %s, reader: %s".formatted(text, valid, read.strip()));
                }
            }
        }
        assertThat(disagreements).as(String.join("\n", disagreements)).isEmpty();
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
