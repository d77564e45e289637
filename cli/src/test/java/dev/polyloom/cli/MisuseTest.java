package dev.polyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class MisuseTest {
    private static final String STRIP = "java.lang.String::strip";

    static Stream<Arguments> wrongLines() {
        return Stream.of(
                wrong("say what to do: map, filter"),
                wrong("no command 'mpa'; the commands are map, filter", "mpa"),
                wrong("FUNCTION is missing; write package.Class::method", "map"),
                wrong("'Foo' is not a function; write package.Class::method", "map", "Foo", "a"),
                wrong("'::x' is not a function", "map", "::x", "a"),
                wrong("'a.B::' is not a function", "map", "a.B::", "a"),
                wrong("no class 'no.Such' found", "map", "no.Such::method", "a"),
                wrong("did you mean strip()?", "map", "java.lang.String::strpi", "a"),
                wrong("write one of abs(double), abs(float)", "map", "java.lang.Math::abs", "1"),
                wrong("no source file 'No.java'", "map", "No.java::x", "a"),
                wrong("unknown flavor 'foo'; valid flavors are auto", "map", "-f", "foo", STRIP),
                wrong("flavor 'cluster' cannot be had", "map", "-f", "cluster", STRIP, "a"),
                wrong("at least 1, not '0'", "map", "--workers", "0", STRIP, "a"),
                wrong("at least 1, not '-1'", "map", "--workers", "-1", STRIP, "a"),
                wrong("at least 1, not 'two'", "map", "--workers", "two", STRIP, "a"),
                wrong("at least 1, not '9999999999'", "map", "-w", "9999999999", STRIP, "a"),
                wrong("'abc' is not a time such as 500ms", "map", "--timeout", "abc", STRIP, "a"),
                wrong("more than zero, not 0s", "map", "--timeout", "0s", STRIP, "a"),
                wrong("'5' is not a time", "map", "--timeout", "5", STRIP, "a"),
                wrong("is too much", "map", "--timeout", "99999999999h", STRIP, "a"),
                wrong("at least 0, not '-1'", "map", "--retries", "-1", STRIP, "a"),
                wrong("'stop' is none of fail, skip", "map", "--on-error", "stop", STRIP, "a"),
                wrong("at least 1, not '0'", "map", "--chunk", "0", STRIP, "a"),
                wrong("none of auto, always, never", "map", "--progress", "on", STRIP, "a"),
                wrong("'1' is not an amount of memory", "map", "--memory", "1", STRIP, "a"),
                wrong("at least 16m, not 1k", "map", "--memory", "1k", STRIP, "a"),
                wrong("add --flavor processes", "map", "--memory", "1g", STRIP, "a"),
                wrong("did you mean --workers?", "map", "--wrokers", "2", STRIP, "a"),
                wrong("'--workers'", "map", "--workers"),
                wrong("no readable file or folder '/no'", "map", "--class-path", "/no", STRIP),
                wrong("--timeline: cannot write", "map", "--timeline", "/no/x.html", STRIP, "a"),
                wrong("a filter needs a method that returns boolean", "filter", STRIP, "a"),
                wrong("unknown flavor 'foo'; valid flavors are", "bench", "-f", "foo"),
                wrong("at least 1, not '0'", "bench", "--n", "0"),
                wrong("unknown flavor 'foo'", "explain", "-f", "foo"),
                wrong("unexpected argument 'x'", "version", "x"),
                wrong("fish", "completion", "fish"));
    }

    private static Arguments wrong(String message, String... args) {
        return Arguments.of(message, List.of(args));
    }

    @ParameterizedTest
    @MethodSource("wrongLines")
    void misuse_isOneLineThatSaysWhatWouldBeRight(String message, List<String> args) {
        Command.Result result = Command.run(args.toArray(String[]::new));

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).startsWith("polyloom").contains(message);
    }

    @Test
    void unreadableInput_isMisuse() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Is a directory");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        return read();
                    }
                };

        Command.Result result = Command.runWith(broken, "map", STRIP);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).contains("standard input", "Is a directory");
    }

    @Test
    void compileErrors_areShownWithFileAndLine(@TempDir Path folder) throws Exception {
        Path source =
                Command.write(
                        folder, "Bad.java", "class Bad {\n  int f(String s) { return x; }\n}");

        Command.Result result = Command.run("map", source + "::f", "a");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).contains(source + ":2: cannot find symbol; symbol:");
    }

    @Test
    void compileErrors_ofSeveralLinesAreAllShown(@TempDir Path folder) throws Exception {
        Path source =
                Command.write(
                        folder,
                        "Worse.java",
                        "class Worse {\n static int f(String s) { return s; }\n Nope g; }");

        Command.Result result = Command.run("map", source + "::f", "a");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Worse.java:2: incompatible types", "Worse.java:3:");
    }

    @Test
    void missingSignature_listsThoseThereAre(@TempDir Path folder) throws Exception {
        Path source =
                Command.write(
                        folder,
                        "Some.java",
                        "class Some { static int two(String a, int b) { return 1; } }");

        Command.Result result = Command.run("map", source + "::two", "a");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there is two(String, int)");
    }
}
