package dev.polyloom.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes results to standard output, a line each. Lines are gathered, but none waits longer than a
 * moment, so that whoever reads them sees them while the run goes on.
 */
final class ResultWriter implements AutoCloseable {
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private final BufferedOutputStream out;
    private final boolean pipe;
    private final @Nullable StatusLine sharesScreen;
    private boolean flushIsDue;
    private @Nullable IOException failure;

    ResultWriter(Terminal terminal, StatusLine status) {
        this.out = new BufferedOutputStream(terminal.out(), 1 << 15);
        this.pipe = terminal.outIsPipe();
        this.sharesScreen = terminal.outIsScreen() && terminal.errIsScreen() ? status : null;
    }

    /** The reader of standard output has gone. */
    static final class ReaderGoneException extends IOException {
        private static final long serialVersionUID = 1L;

        ReaderGoneException(IOException cause) {
            super(cause);
        }
    }

    synchronized void line(String text) throws IOException {
        check();
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            fail(e);
        }
        if (!flushIsDue) {
            flushIsDue = true;
            SOON.execute(this::flushNow);
        }
    }

    private synchronized void flushNow() {
        flushIsDue = false;
        if (failure == null) {
            try {
                flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    private void flush() throws IOException {
        if (sharesScreen == null) {
            out.flush();
            return;
        }
        synchronized (sharesScreen) {
            sharesScreen.hide();
            out.flush();
        }
    }

    private void check() throws IOException {
        if (failure != null) {
            fail(failure);
        }
    }

    private void fail(IOException e) throws IOException {
        failure = e;
        String message = e.getMessage();
        if (pipe || (message != null && message.contains("Broken pipe"))) {
            throw new ReaderGoneException(e);
        }
        throw e;
    }

    @Override
    public synchronized void close() throws IOException {
        check();
        try {
            flush();
        } catch (IOException e) {
            fail(e);
        }
    }
}
