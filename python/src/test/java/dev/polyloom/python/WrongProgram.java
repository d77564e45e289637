package dev.polyloom.python;

import dev.polyloom.python.PythonSyntaxException.Place;
import dev.polyloom.python.parse.PythonParser;
import dev.polyloom.python.parse.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A program that CPython refuses, and its error as {@code kind line column endLine endColumn
 * words}.
 */
record WrongProgram(String source, String error) {
    private static final String MARK = "=> ";

    /** Reads those of {@code errors.txt}: each is followed by a line that begins with an arrow. */
    static List<WrongProgram> all() throws IOException {
        try (var in = WrongProgram.class.getResourceAsStream("errors.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<WrongProgram> found = new ArrayList<>();
            StringBuilder source = new StringBuilder();
            for (String line : text.lines().toList()) {
                if (line.startsWith(MARK)) {
                    found.add(
                            new WrongProgram(
                                    plain(source.toString()), line.substring(MARK.length())));
                    source.setLength(0);
                } else {
                    source.append(line).append('\n');
                }
            }
            return found;
        }
    }

    /** Undoes the escapes for what an editor would not keep or show. */
    private static String plain(String text) {
        return Pattern.compile("\\\\(.)")
                .matcher(text)
                .replaceAll(escape ->
                        switch (escape.group(1)) {
                            case "t" -> "\t";
                            case "b" -> " ";
                            case "0" -> "\0";
                            case "z" -> "\u200b";
                            case "s" -> "\u00a0";
                            default -> "\\\\";
                        });
    }

    /** Returns our error in the same form, or "accepted". */
    String ours() {
        try {
            PythonParser.parse(SourceText.of("wrong.py", source));
            return "accepted";
        } catch (PythonSyntaxException e) {
            Place place = e.place();
            return "%s %d %d %d %d %s"
                    .formatted(
                            e.kind(),
                            place.line(),
                            place.column(),
                            place.endLine(),
                            place.endColumn(),
                            e.problem());
        }
    }
}
