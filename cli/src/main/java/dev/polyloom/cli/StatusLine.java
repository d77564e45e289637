package dev.polyloom.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The one owner of standard error: messages a line each and, on a terminal, a status line below
 * them that is repainted in place. Safe for use by several threads.
 */
final class StatusLine {
    private static final String ERASE = "\r\u001b[K";
    private static final String CUT = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

    private final OutputStream err;
    private boolean shown;
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
    synchronized void show(String status) {
        if (!muted) {
            write(ERASE + CUT + status + WRAP);
            shown = true;
        }
    }

    /** Takes the status line away, until it is shown again. */
    synchronized void hide() {
        if (shown) {
            write(ERASE);
            shown = false;
        }
    }

    /** Takes the status line away and is silent from now on. */
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
