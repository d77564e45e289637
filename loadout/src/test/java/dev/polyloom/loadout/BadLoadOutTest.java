package dev.polyloom.loadout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with load-outs, and where; and load-outs that mean harm. */
@Timeout(60)
class BadLoadOutTest {
    private static final String ACTIONS = "actions: [dev.polyloom.loadout.Images]\n";

    @TempDir private Path folder;

    private String problems(String text) throws Exception {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private String problems(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("l.yaml"), bytes);
        LoadOutException e = catchThrowableOfType(LoadOutException.class, () -> LoadOut.read(file));
        assertThat(e).isNotNull();
        assertThat(e.problems()).isNotEmpty();
        return String.valueOf(e.getMessage()).replace(folder + "/", "");
    }

    @Test
    void allProblems_areReportedWithLineAndColumn() throws Exception {
        assertThat(
                        problems(
                                """
                                nam: x
                                workers:
                                  count: 0
                                  flavor: prozesses
                                  maxheap: 5
                                  taskTimeout: soon
                                  niceness: high
                                  affinity: [0, x, -1]
                                  environment: [A]
                                  jvmArguments: {}
                                  annotationsOf: {0: {a: b}}
                                actions:
                                  - class: com.acme.Nothing
                                  - com.acme.Nothing
                                  - name: a b
                                    method: java.lang.Math::max
                                  - name: x.y
                                    method: dev.polyloom.loadout.Images::uper
                                  - method: oops
                                  - dev.polyloom.loadout.Images
                                  - class: dev.polyloom.loadout.Images
                                  - {class: java.lang.Math, name: a}
                                  - [a]
                                preps:
                                  icon:
                                    action: images.thumbnail
                                    arguments: [a.png, big]
                                    argument: [1]
                                  icon: {}
                                  none: {}
                                """))
                .isEqualTo(
                        """
                        l.yaml:1:1: unknown key 'nam'; did you mean 'name'?
                        l.yaml:3:10: workers must be at least 1, not 0
                        l.yaml:4:11: unknown flavor 'prozesses'; valid flavors are auto, threads, virtual, processes, isolates, cluster, none
                        l.yaml:5:3: unknown key 'maxheap'; did you mean 'maxHeap'?
                        l.yaml:6:16: 'soon' is not a time such as 500ms, 5s, 2m or 1h
                        l.yaml:7:13: must be a whole number, not 'high'
                        l.yaml:8:13: processor must not be negative, but is -1
                        l.yaml:8:17: must be a whole number, not 'x'
                        l.yaml:9:16: must be keys with values, not a list
                        l.yaml:10:17: must be a list, not keys with values
                        l.yaml:11:19: the index of a worker is 1 or more, not 0
                        l.yaml:13:12: no class 'com.acme.Nothing' found; write its full name, and its jar or folder in 'classPath'
                        l.yaml:14:5: no class 'com.acme.Nothing' found; write its full name, and its jar or folder in 'classPath'
                        l.yaml:15:11: 'a b' is no name of an action; write identifiers with dots between them, such as images.thumbnail, at most 200 characters
                        l.yaml:18:13: no method 'uper' in dev.polyloom.loadout.Images that is not private; did you mean upper?
                        l.yaml:19:5: has no 'name'; an action is 'class', or 'name' and 'method'
                        l.yaml:21:12: images.annotation(String) is registered twice: as dev.polyloom.loadout.Images::annotation and as dev.polyloom.loadout.Images::annotation
                        l.yaml:22:13: java.lang.Math has no method with @Action; annotate one, or register it by its name
                        l.yaml:22:29: 'class' stands for all methods with @Action, so 'name' says nothing; leave one of them out
                        l.yaml:23:5: must be a class, or keys with values, not a list
                        l.yaml:26:13: images.thumbnail("a.png", "big") fits none of images.thumbnail(Path), images.thumbnail(Path, int)
                        l.yaml:28:5: unknown key 'argument'; did you mean 'arguments'?
                        l.yaml:29:3: key 'icon' stands twice, first at l.yaml:25:3
                        l.yaml:30:3: 'none' has no 'action'\
                        """
                                .stripIndent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | l.yaml:1:1: has no 'actions'; without one nothing can be called",
                "`actions:` | l.yaml:1:9: must be a list, not nothing",
                "`actions: []` | l.yaml:1:10: lists no action; without one nothing can be called",
                "`just text` | l.yaml:1:1: must be keys with values, not 'just text'",
                "`actions: [a` | l.yaml:1:12: is no YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>",
                "`a: b: c` | l.yaml:1:5: is no YAML: mapping values are not allowed here",
                "`a: *b` | l.yaml:1:4: '*b' stands for nothing before it",
                "`&a [*a]` | l.yaml:1:5: '*a' stands inside of what it stands for",
                "`name: !!java.net.URL [x]` | l.yaml:1:7: the tag 'tag:yaml.org,2002:java.net.URL' is not understood; leave it out",
                "`? [a]\n: b` | l.yaml:1:3: a key must be a text, not a list",
                "`a: 1\n---\nb: 2` | l.yaml:3:1: a second document; a file holds only one",
                "`name: a/b` | l.yaml:1:7: 'a/b' is no name; write letters, digits, dots and dashes, at most 64",
                "`workers: {flavor: threads, maxHeap: 64m}` | l.yaml:1:28: 'maxHeap' is for worker processes, and the flavor is threads",
                "`preps: {a: {action: images.thumnail}}\nactions: [dev.polyloom.loadout.Images]` | l.yaml:1:21: no action 'images.thumnail'; did you mean images.thumbnail?",
            })
    void malformedLoadOut_isExplained(String text, String problem) throws Exception {
        assertThat(problems(text).lines()).contains(problem);
    }

    @Test
    void textThatIsNoUtf8_isRefusedWhereItBegins() throws Exception {
        byte[] bytes = "name: x\nn: \u00e4".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems(bytes)).isEqualTo("l.yaml:2:4: from here on it is not UTF-8 text");
        assertThat(problems("name: x\nn: \u0001"))
                .isEqualTo("l.yaml:2:4: a character that YAML does not allow: U+0001");
    }

    @Test
    void missingFile_isAProblem() {
        Path file = folder.resolve("gone.yaml");
        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.read(file))
                .withMessage(file + ": there is no such file");
        assertThatExceptionOfType(LoadOutException.class)
                .isThrownBy(() -> LoadOut.read(folder))
                .withMessageContaining("cannot be read");
    }

    // ---- hostile input

    @Test
    void hugeFile_isNotRead() throws Exception {
        assertThat(problems("#".repeat((1 << 20) + 1)))
                .isEqualTo("l.yaml: is larger than 1048576 bytes, the most that is read");
    }

    @Test
    void deepNesting_isRefused() throws Exception {
        assertThat(problems("a: " + "[".repeat(100_000)))
                .isEqualTo("l.yaml:1:24: is nested more than 20 deep");
        assertThat(problems("{a: ".repeat(1000))).contains("is nested more than 20 deep");
        StringBuilder blocks = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            blocks.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(problems(blocks.toString())).contains("is nested more than 20 deep");
    }

    @Test
    void aliasesOfAliases_areCountedWithAllTheyStandFor() throws Exception {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        assertThat(problems(laughs.toString()))
                .contains(
                        "has more than 50000 parts, aliases counted with all that they stand for");
    }

    @Test
    void endlessProblems_areCutShort() throws Exception {
        StringBuilder many = new StringBuilder(ACTIONS);
        for (int i = 0; i < 1000; i++) {
            many.append("key%d: x\n".formatted(i));
        }
        assertThat(problems(many.toString()).lines())
                .hasSize(101)
                .last()
                .asString()
                .endsWith("and 900 more problems");
    }

    private static final AtomicBoolean SPRUNG = new AtomicBoolean();

    static final class Trap {
        static {
            SPRUNG.set(true);
        }

        static String spring() {
            return "sprung";
        }
    }

    @Test
    void classesThatAreNamed_areNotInitialised() throws Exception {
        String trap = getClass().getName() + "$Trap";
        assertThat(
                        problems(
                                "actions:\n- %s\n- {name: a.b, method: '%s::spring'}\n- gone\n"
                                        .formatted(trap, trap)))
                .contains("has no method with @Action", "no class 'gone'");
        assertThat(SPRUNG).isFalse();
    }

    @Test
    void mutatedLoadOuts_neverFailOtherwise() throws Exception {
        byte[] good =
                """
                name: images
                workers: {count: 2, annotations: {a: b}}
                actions: &x
                  - dev.polyloom.loadout.Images
                  - {name: a.b, method: "dev.polyloom.loadout.Images::upper"}
                preps:
                  icon: {action: images.thumbnail, arguments: [a.png, 16]}
                """
                        .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        Path file = folder.resolve("m.yaml");
        byte[] odd = "[]{}:,&*!|>'\"%@`#?-\n\t \0\u00ff0a".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = odd[random.nextInt(odd.length)];
            }
            Files.write(file, bytes);
            try {
                assertThat(LoadOut.read(file).actions().names()).isNotEmpty();
            } catch (LoadOutException e) {
                assertThat(e.problems())
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.place()).startsWith(file + ":"));
            }
        }
    }
}
