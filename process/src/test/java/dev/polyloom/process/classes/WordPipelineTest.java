package dev.polyloom.process.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of a pipeline over files on disk, run as its user would. */
@Timeout(120)
class WordPipelineTest {
    @TempDir private Path folder;

    private String run(String... arguments) throws Exception {
        String[] line = new String[3 + arguments.length];
        line[0] = "-cp";
        line[1] = Launched.path(Launched.core(), Launched.process());
        line[2] = Launched.example("WordPipeline.java").toString();
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return new Launched(folder).java(line);
    }

    private Path library() throws IOException {
        Path library = Files.createDirectory(folder.resolve("library"));
        for (int i = 1; i <= 40; i++) {
            Path shelf = Files.createDirectories(library.resolve("shelf-" + i % 4));
            Files.writeString(shelf.resolve("book-" + i), "Über the hills and over the dale\n");
        }
        Files.writeString(library.resolve("empty"), "");
        return library;
    }

    @Test
    void words_areCountedAndASlowStageHoldsTheReaderUp() throws Exception {
        String library = library().toString();
        String[] lines = run(library, "5").split("\n");
        assertThat(lines[0]).isEqualTo("exit 0");
        assertThat(lines[1]).isEqualTo("41 files, 0 skipped");
        assertThat(lines[2]).matches("the reader waited [1-9]\\d* times for a counter");
        assertThat(lines)
                .endsWith(
                        "280 words, 6 different",
                        "      80 the",
                        "      40 and",
                        "      40 dale",
                        "      40 hills",
                        "      40 over",
                        "      40 über");
        assertThat(lines).hasSize(10);
    }

    @Test
    void folderThatIsNone_isAnError() throws Exception {
        assertThat(run(folder.resolve("nowhere").toString()))
                .startsWith("exit 2\nthere is no folder ")
                .endsWith("nowhere\n");
    }
}
