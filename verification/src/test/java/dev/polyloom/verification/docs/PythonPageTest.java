package dev.polyloom.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polyloom.python.library.LibrarySource;
import dev.polyloom.python.runtime.library.Library;
import dev.polyloom.verification.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the page on Python programs promises. */
@Timeout(120)
class PythonPageTest {
    private static final Pattern PRINTS = Pattern.compile("# prints (.*)$", Pattern.MULTILINE);
    private static final Markdown PAGE = Markdown.of("docs/python.md");

    @TempDir private Path scratch;

    @Test
    void programs_printWhatTheySay() throws Exception {
        for (String program : PAGE.blocks("python")) {
            Path file = Files.writeString(scratch.resolve("example.py"), program);
            Command.Result result =
                    Command.java("dev.polyloom.cli.Main", "run", file.toString()).run();
            List<String> promised =
                    PRINTS.matcher(program).results().map(match -> match.group(1)).toList();
            assertThat(promised).isNotEmpty();
            assertThat(result.out().lines().toList()).as(result.err()).isEqualTo(promised);
        }
    }

    @Test
    void modules_areThoseThatProgramsMayImport() {
        Set<String> there = new TreeSet<>(Library.names());
        there.addAll(LibrarySource.names());
        String listed = PAGE.blocks("text").getFirst();
        assertThat(String.join(" ", listed.strip().split("\\s+")))
                .isEqualTo(String.join(" ", there));
    }
}
