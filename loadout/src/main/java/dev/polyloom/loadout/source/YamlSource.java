package dev.polyloom.loadout.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a load-out from YAML text, which may come from anybody. */
public final class YamlSource {
    /** The largest file that is read, in bytes. */
    static final int MOST_BYTES = 1 << 20;

    private final String name;

    private YamlSource(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param problems takes what is wrong but lets the reading go on
     * @return what it holds
     * @throws dev.polyloom.loadout.LoadOutException if it cannot be read or is no YAML
     */
    public static Node read(Path file, Problems problems) {
        YamlSource source = new YamlSource(file.toString());
        return source.parse(source.decode(source.bytes(file)), problems);
    }

    private byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problems.fatal(
                        new Place(name, 0),
                        "is larger than %d bytes, the most that is read".formatted(MOST_BYTES));
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw Problems.fatal(new Place(name, 0), "there is no such file");
        } catch (IOException e) {
            throw Problems.fatal(new Place(name, 0), "cannot be read: " + e.getMessage());
        }
    }

    private String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw Problems.fatal(endOf(text.toString()), "from here on it is not UTF-8 text");
        }
        return text.toString();
    }

    private Node parse(String text, Problems problems) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(name).setCodePointLimit(MOST_BYTES).build();
        try {
            return new YamlTree(name, problems)
                    .read(new ParserImpl(settings, new StreamReader(settings, text)));
        } catch (MarkedYamlEngineException e) {
            Place place =
                    e.getProblemMark()
                            .map(mark -> YamlTree.place(name, mark))
                            .orElseGet(() -> new Place(name, 0));
            throw Problems.fatal(place, "is no YAML: " + problem(e));
        } catch (ReaderException e) {
            int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.length()));
            throw Problems.fatal(
                    endOf(text.substring(0, end)),
                    "a character that YAML does not allow: U+%04X".formatted(e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw Problems.fatal(new Place(name, 0), "is no YAML: " + e.getMessage());
        }
    }

    private static String problem(MarkedYamlEngineException e) {
        String context = e.getContext();
        String problem = String.valueOf(e.getProblem());
        return (context == null ? problem : context + ", " + problem).replaceAll("\\s+", " ");
    }

    private Place endOf(String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int column = text.length() - text.lastIndexOf('\n');
        return YamlTree.place(name, line, column);
    }
}
