package dev.polyloom.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one owner of standard error: messages a line each and, on a terminal, status lines below them
 * that are repainted in place. Safe for use by several threads.
 */
final class StatusLine {
    private static final String ERASE = "\r\u001b[K";
    private static final String UP = "\u001b[A";
    private static final String CUT = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

    private final OutputStream err;
    private int shown;
    private boolean muted;

    StatusLine(OutputStream err) {
        this.err = err;
    }

    /** Prints a message on a line of its own. */
    synchronized void message(String line) {
        if (!muted) {
            hide();
            write(line + System.lineSeparator());
        }
    }

    /** Prints a message that is ours, marked as such. */
    void note(String text) {
        message("polyloom: " + text);
    }

    /** Shows the status line, cut to the screen's width, in place of the one shown before. */
    void show(String status) {
        show(List.of(status));
    }

    /** Shows status lines, each cut to the screen's width, in place of those shown before. */
    synchronized void show(List<String> lines) {
        if (!muted) {
            write(erasure() + CUT + String.join("\r\n", lines) + WRAP);
            shown = lines.size();
        }
    }

    private String erasure() {
        return ERASE + (UP + ERASE).repeat(Math.max(0, shown - 1));
    }

    /** Tells whether there are status lines; a message takes them away. */
    synchronized boolean isShown() {
        return shown > 0;
    }

    /** Takes the status lines away, until they are shown again. */
    synchronized void hide() {
        if (shown > 0) {
            write(erasure());
            shown = 0;
        }
    }

    /** Takes the status lines away and is silent from now on. */
    synchronized void mute() {
        hide();
        muted = true;
    }

    private void write(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            muted = true;
        }
    }

    /** Returns a stream whose lines are messages here. */
    OutputStream asStream() {
        return new LineStream(this);
    }
}
