package dev.polyloom.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Hands what is written to it on as messages, a line each. */
final class LineStream extends OutputStream {
    private static final int LONGEST = 1 << 16;

    private final StatusLine target;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineStream(StatusLine target) {
        this.target = target;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n' || line.size() >= LONGEST) {
            emit();
        }
        if (b != '\n' && b != '\r') {
            line.write(b);
        }
    }

    private void emit() {
        target.message(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }

    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            emit();
        }
    }
}
