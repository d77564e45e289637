package dev.polyloom.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** What tests of recipes share: each source is compiled by javac before and after. */
abstract class RecipeTest implements RewriteTest {
    @TempDir Path classes;

    static JavaParser.Builder<?, ?> parser() {
        return JavaParser.fromJavaVersion().classpath(JavaParser.runtimeClasspath());
    }

    /** Expects one source to become another, both to compile, and a second run to do nothing. */
    void becomes(String before, String after) {
        compiles(before);
        compiles(after);
        rewriteRun(java(before, after));
        rewriteRun(java(after));
    }

    /** Expects one source to stay, but for marks. */
    void staysMarked(String before, String after) {
        assertThat(withoutMarks(after)).isEqualTo(before);
        becomes(before, after);
    }

    /** Expects one source to stay as it is. */
    void stays(String source) {
        compiles(source);
        rewriteRun(java(source));
    }

    /** Expects sources to become others together, and to stay those in a second run. */
    void become(List<String> before, List<String> after) {
        compiles(before.toArray(String[]::new));
        compiles(after.toArray(String[]::new));
        SourceSpecs[] specs = new SourceSpecs[before.size()];
        for (int i = 0; i < specs.length; i++) {
            specs[i] =
                    before.get(i).equals(after.get(i))
                            ? java(before.get(i))
                            : java(before.get(i), after.get(i));
        }
        rewriteRun(specs);
        rewriteRun(after.stream().map(each -> java(each)).toArray(SourceSpecs[]::new));
    }

    void compiles(String... sources) {
        assertThat(Javac.errors(List.of(sources), classes)).isEmpty();
    }

    static String withoutMarks(String source) {
        return source.replaceAll("/\\*~~\\([^)]*(\\([^)]*\\)[^)]*)*\\)~~>\\*/", "");
    }
}
