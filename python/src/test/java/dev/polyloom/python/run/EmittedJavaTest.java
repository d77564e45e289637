package dev.polyloom.python.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import dev.polyloom.python.translate.Checks;
import dev.polyloom.python.translate.JavaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java of all programs compiles without a warning, and another parser reads it. */
@Timeout(60)
class EmittedJavaTest {
    private final JavaParser parser =
            new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21));

    static Stream<Path> programs() throws Exception {
        var url =
                Objects.requireNonNull(
                        EmittedJavaTest.class.getResource("/dev/polyloom/python/programs"));
        try (Stream<Path> files = Files.walk(Path.of(url.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".py")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void java_hasNoWarningsAndCanBeRead(Path file) throws Exception {
        List<JavaSource> sources = Program.translated(file, Checks.NONE).sources();
        List<String> options = new ArrayList<>(Compiler.options());
        options.remove("-nowarn");
        options.add("-Werror");

        assertThat(Compiler.compile(sources, options)).isNotEmpty();
        for (JavaSource source : sources) {
            assertThat(parser.parse(source.text()).getProblems()).isEmpty();
        }
    }
}
