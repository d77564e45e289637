package dev.polyloom.python.parse;

import dev.polyloom.python.PythonSyntaxException;
import dev.polyloom.python.ast.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads programs from files, in the encoding that they name; UTF-8 where they name none. */
public final class SourceReader {
    private static final Pattern ENCODING =
            Pattern.compile(
                    "\\A(?:[ \\t\\f]*(?:#[^\\n]*)?\\n)?[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");

    private SourceReader() {}

    /**
     * Reads a program.
     *
     * @throws IOException if the file cannot be read
     * @throws PythonSyntaxException if its bytes are no text in its encoding
     */
    public static SourceText read(Path file) throws IOException, PythonSyntaxException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.toString();
        Charset charset = charset(bytes, name);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return SourceText.of(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw undecodable(bytes, charset, name);
        }
    }

    private static Charset charset(byte[] bytes, String name) throws PythonSyntaxException {
        Matcher named = ENCODING.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!named.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            String plain = named.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
            return Charset.forName(plain.replaceFirst("^latin-", "latin"));
        } catch (IllegalArgumentException e) {
            SourceText nothing = SourceText.of(name, "");
            throw nothing.error(
                    "SyntaxError", "encoding problem: " + named.group(1), new Span(1, 0, 1, 0));
        }
    }

    private static PythonSyntaxException undecodable(byte[] bytes, Charset charset, String name) {
        String known = new String(bytes, charset);
        int line =
                1
                        + (int)
                                known.substring(0, known.indexOf('\uFFFD'))
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count();
        String problem =
                "(unicode error) '%s' codec can't decode a byte"
                        .formatted(charset.name().toLowerCase(Locale.ROOT));
        return SourceText.of(name, known).error("SyntaxError", problem, new Span(line, 0, line, 0));
    }
}
