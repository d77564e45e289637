import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts lines, words and bytes of files, as wc does.
 *
 * <pre>ls *.md | ./polyloom map examples/WordCount.java::count</pre>
 */
record WordCount(long lines, long words, long bytes) {
    private static final Pattern WORD = Pattern.compile("\\S+");

    static String count(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        WordCount count =
                new WordCount(
                        text.chars().filter(c -> c == '\n').count(),
                        WORD.matcher(text).results().count(),
                        content.length);
        return "%d %d %d %s".formatted(count.lines, count.words, count.bytes, file);
    }

    /** For filter: whether a file holds a line longer than 100 characters. */
    static boolean hasLongLines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.length() > 100);
        }
    }
}
