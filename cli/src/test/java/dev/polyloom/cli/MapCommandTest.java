package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MapCommandTest {
    @TempDir private Path folder;
    private String work = "";

    @BeforeEach
    void writeWork() throws Exception {
        work =
                Command.write(
                                folder,
                                "Work.java",
                                """
                                import java.util.concurrent.*;
                                class Work {
                                    static int twice(int n) { return 2 * n; }
                                    static int noThrees(int n) {
                                        if (n % 3 == 0) throw new IllegalStateException("three\\nlines");
                                        return n;
                                    }
                                    static int halt(int n) {
                                        if (n == 8) Runtime.getRuntime().halt(5);
                                        return n;
                                    }
                                    static void nothing(String s) {}
                                    static String none(String s) { return null; }
                                    static int[] array(String s) { return new int[] {1, 2}; }
                                    static CompletionStage<String> later(String s) {
                                        return CompletableFuture.supplyAsync(() -> s + "!");
                                    }
                                    static boolean even(long n) { return n % 2 == 0; }
                                    static String reverseWait(int n) throws Exception {
                                        new CountDownLatch(1).await(20 - n, TimeUnit.MILLISECONDS);
                                        return "r" + n;
                                    }
                                    static String forEver(String s) throws Exception {
                                        if (s.equals("stuck")) new CountDownLatch(1).await();
                                        return s;
                                    }
                                }
                                """)
                        + "::";
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads", "virtual", "none", "auto"})
    void results_comeInTheOrderOfTheItems(String flavor) {
        String input = lines(IntStream.range(0, 20));

        Command.Result result =
                Command.runWith(input, "map", "--flavor", flavor, work + "reverseWait");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.outLines())
                .isEqualTo(IntStream.range(0, 20).mapToObj(n -> "r" + n).toList());
    }

    @Test
    void unorderedResults_areTheSameOnes() {
        Command.Result result =
                Command.runWith(
                        lines(IntStream.range(0, 500)), "map", "--unordered", work + "twice");

        assertThat(result.code()).isZero();
        assertThat(result.outLines())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 500).mapToObj(n -> "" + 2 * n).toList());
    }

    @Test
    void items_comeFromTheArguments() {
        Command.Result result = Command.runWith("7", "map", work + "twice", "1", "2", "--", "-3");

        assertThat(result.outLines()).containsExactly("2", "4", "-6");
    }

    @Test
    void noItems_giveNothing() {
        Command.Result result = Command.runWith("", "map", "-f", "threads", work + "twice");

        assertThat(result).isEqualTo(new Command.Result(0, "", ""));
    }

    @Test
    void failedItems_areNamedWithTheirCauseAndTheOthersGoOn() {
        Command.Result result = Command.run("map", work + "noThrees", "1", "3", "x", "5");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.outLines()).containsExactly("1", "5");
        assertThat(result.errLines())
                .containsExactly(
                        "polyloom: item 2 '3' failed:"
                                + " java.lang.IllegalStateException: three\\nlines",
                        "polyloom: item 3 'x' failed: java.lang.IllegalArgumentException:"
                                + " item cannot be made a int: For input string: \"x\"",
                        "polyloom: 2 items of 4 failed");
    }

    @Test
    void onErrorFail_stopsAtTheFirstFailedItem() {
        Command.Result result =
                Command.runWith(
                        lines(IntStream.rangeClosed(1, 10_000)),
                        "map",
                        "--on-error",
                        "fail",
                        work + "noThrees");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.outLines()).containsExactly("1", "2");
        assertThat(result.err()).contains("item 3 '3' failed").doesNotContain("item 6");
    }

    @Test
    void timeout_failsTheItemAndTheOthersGoOn() {
        Command.Result result =
                Command.run(
                        "map",
                        "-f",
                        "threads",
                        "-w",
                        "2",
                        "--timeout",
                        "300ms",
                        work + "forEver",
                        "a",
                        "stuck",
                        "b");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.outLines()).containsExactly("a", "b");
        assertThat(result.err()).contains("item 2 'stuck' failed").contains("300 ms");
    }

    @Test
    void workerThatDies_isReportedWithOneNumberOfItsItem() {
        Command.Result result =
                Command.run(
                        "map",
                        "-f",
                        "processes",
                        "-w",
                        "1",
                        "--chunk",
                        "1",
                        work + "halt",
                        "7",
                        "8",
                        "9");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.outLines()).containsExactly("7", "9");
        assertThat(result.errLines().getFirst())
                .matches(
                        "polyloom: item 2 '8' failed: worker .* exited with code 5 while it ran item \"8\"");
    }

    @Test
    void voidMethods_printNothingAndNullIsPrinted() {
        assertThat(Command.run("map", work + "nothing", "a").out()).isEmpty();
        assertThat(Command.run("map", work + "none", "a").out()).isEqualTo("null\n");
    }

    @Test
    void arraysAndStages_arePrintedAsWhatTheyHold() {
        assertThat(Command.run("map", work + "array", "a").out()).isEqualTo("[1, 2]\n");
        assertThat(Command.run("map", work + "later", "a").out()).isEqualTo("a!\n");
    }

    @Test
    void filter_printsTheItemsThatPass() {
        Command.Result result = Command.run("filter", work + "even", "1", " 2", "3", "4", "x");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.outLines()).containsExactly(" 2", "4");
        assertThat(result.err()).contains("item 5 'x' failed");
    }

    @Test
    void textThatIsNotUtf8_endsTheItemsAndSaysWhere() {
        byte[] input = "1\n2\n\u00e9\n4\n".getBytes(StandardCharsets.ISO_8859_1);

        Command.Result result =
                Command.runWith(new ByteArrayInputStream(input), "map", work + "twice");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.outLines()).containsExactly("2", "4");
        assertThat(result.err()).contains("line 3 of standard input is not UTF-8");
    }

    @Test
    void explain_printsTheDecisionOnStandardError() {
        Command.Result result =
                Command.run("map", "--explain", "-f", "threads", work + "twice", "4");

        assertThat(result.out()).isEqualTo("8\n");
        assertThat(result.err()).contains("threads", "REQUESTED", "NOT_REQUESTED");
    }

    @Test
    void progressAlways_saysHowFarItCame() {
        Command.Result result =
                Command.run("map", "--progress", "always", work + "twice", "1", "2");

        assertThat(result.out()).isEqualTo("2\n4\n");
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).startsWith("polyloom: 2/2 (100 %)");
    }

    @Test
    void classPath_isWhereClassesAreFound() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path source =
                Command.write(
                        folder,
                        "Outer.java",
                        "package a.b; public class Outer { public static class In {"
                                + " public static String up(CharSequence s) {"
                                + " return s.toString().toUpperCase(); } } }");
        int compiled =
                javax.tools.ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(compiled).isZero();

        for (String flavor : List.of("threads", "processes", "isolates")) {
            String path = classes.toString();
            Command.Result result =
                    Command.run("map", "-f", flavor, "--class-path", path, "a.b.Outer.In::up", "x");

            assertThat(result.out()).as(flavor + result.err()).isEqualTo("X\n");
        }
        List<String> wrong = List.of("map", "--class-path", classes.toString(), "a.b.Nope::up");
        assertThat(Command.run(wrong.toArray(String[]::new)).err())
                .contains("no class 'a.b.Nope' found on --class-path " + classes);
    }

    @Test
    void timeline_isWritten() throws Exception {
        Path page = folder.resolve("page.html");

        Command.Result result =
                Command.run("map", "--timeline", page.toString(), work + "noThrees", "1", "3");

        assertThat(result.code()).isEqualTo(1);
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("IllegalStateException");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static String lines(IntStream numbers) {
        return String.join("\n", numbers.mapToObj(Integer::toString).toList()) + "\n";
    }
}
