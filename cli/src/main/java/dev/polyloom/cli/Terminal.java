package dev.polyloom.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three standard streams and what is known of them.
 *
 * @param in standard input
 * @param out standard output, for results only
 * @param err standard error
 * @param errIsScreen whether standard error is a terminal that can repaint a line
 * @param outIsScreen whether standard output is a terminal
 * @param outIsPipe whether somebody reads standard output and may stop doing so
 */
record Terminal(
        InputStream in,
        OutputStream out,
        OutputStream err,
        boolean errIsScreen,
        boolean outIsScreen,
        boolean outIsPipe) {

    static Terminal ofSystem() {
        String out = target(1);
        return new Terminal(
                inputIsClosed() ? new ClosedInput() : new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                canRepaint() && isTerminal(target(2)),
                isTerminal(out),
                out != null && (out.startsWith("pipe:") || out.startsWith("socket:")));
    }

    private static @Nullable String target(int descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    private static boolean isTerminal(@Nullable String target) {
        if (target == null) {
            return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        }
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    }

    private static boolean canRepaint() {
        return !"dumb".equals(System.getenv("TERM"));
    }

    /**
     * Tells whether the caller closed standard input. The JVM then gives its number to the first
     * file it opens itself, which must not be taken for items.
     */
    private static boolean inputIsClosed() {
        String target = target(0);
        if (target == null) {
            return Files.isDirectory(Path.of("/proc/self/fd"));
        }
        return target.startsWith(System.getProperty("java.home") + "/") || target.endsWith(".jsa");
    }

    private static final class ClosedInput extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("it is closed");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }
}
