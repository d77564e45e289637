package dev.polyloom.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream as items, read as they are asked for. What is wrong with the stream ends
 * the items and is kept for whoever asks.
 */
final class LineItems implements Iterator<String> {
    private static final int LONGEST = 1 << 24;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private int position;
    private int limit;
    private long number;
    private boolean ended;
    private @Nullable String next;
    private volatile @Nullable String problem;

    LineItems(InputStream in) {
        this.in = in;
    }

    /** Returns what was wrong with the stream, or null. */
    @Nullable String problem() {
        return problem;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = read();
            } catch (IOException e) {
                problem = "cannot read items from standard input: " + e.getMessage();
            }
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public String next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        String item = next;
        next = null;
        return item;
    }

    private @Nullable String read() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        int from = position;
        int end = lineEnd();
        if (end < limit) {
            return decode(buffer, from, end - from);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(buffer, from, end - from);
        return readRest(line);
    }

    /** Reads the rest of a line that does not end in the buffer. */
    private @Nullable String readRest(ByteArrayOutputStream line) throws IOException {
        boolean ended = false;
        while (!ended && line.size() <= LONGEST && fill()) {
            int end = lineEnd();
            line.write(buffer, 0, end);
            ended = end < limit;
        }
        if (line.size() > LONGEST) {
            problem =
                    "line %d of standard input is longer than %d MiB; give an item a line"
                            .formatted(number + 1, LONGEST >> 20);
            return null;
        }
        return decode(line.toByteArray(), 0, line.size());
    }

    /** Goes on to the next line, and returns where this one ends, the limit if it goes on. */
    private int lineEnd() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        position = Math.min(limit, end + 1);
        return end;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private @Nullable String decode(byte[] bytes, int from, int length) {
        number++;
        int trimmed = length > 0 && bytes[from + length - 1] == '\r' ? length - 1 : length;
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, trimmed)).toString();
        } catch (CharacterCodingException e) {
            problem =
                    "line %d of standard input is not UTF-8 text; convert it first, as with iconv"
                            .formatted(number);
            return null;
        }
    }
}
