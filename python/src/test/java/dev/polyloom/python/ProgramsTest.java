package dev.polyloom.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        URL[] places = {
            place("dev.polyloom.python"),
            place("dev.polyloom.python.runtime"),
            place("dev.polyloom.threading")
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (URLClassLoader own =
                new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            Class<?> script = own.loadClass(Script.class.getName());
            Object compiled = script.getMethod("compile", Path.class).invoke(null, file);
            Object code =
                    script.getMethod(
                                    "run",
                                    List.class,
                                    InputStream.class,
                                    OutputStream.class,
                                    OutputStream.class)
                            .invoke(
                                    compiled,
                                    List.of(),
                                    new ByteArrayInputStream(new byte[0]),
                                    out,
                                    err);
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(code).isEqualTo(0);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    private static URL place(String module) throws IOException {
        return ModuleLayer.boot()
                .configuration()
                .findModule(module)
                .orElseThrow()
                .reference()
                .location()
                .orElseThrow()
                .toURL();
    }
}
