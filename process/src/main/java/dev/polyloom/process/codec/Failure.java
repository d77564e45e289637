package dev.polyloom.process.codec;

import dev.polyloom.RemoteException;
import dev.polyloom.SerializationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * An exception on its way between processes.
 *
 * @param worker where it was thrown
 * @param type its class
 * @param message its message
 * @param stack its stack trace with all causes, as text
 * @param encoded the exception itself, empty if it cannot travel
 * @param hindrance why it cannot travel, empty if it can
 */
@SuppressWarnings("ArrayRecordComponent")
record Failure(
        String worker,
        String type,
        String message,
        String stack,
        byte[] encoded,
        String hindrance) {
    private static final int MAX_MESSAGE = 64 * 1024;
    private static final int MAX_STACK = 256 * 1024;

    static Failure of(Codec codec, String worker, Throwable thrown) {
        byte[] encoded = {};
        String hindrance = "";
        try {
            encoded = codec.encode("exception", thrown);
        } catch (SerializationException e) {
            hindrance = String.valueOf(e.getMessage());
        }
        return new Failure(
                worker,
                thrown.getClass().getName(),
                message(thrown),
                stack(thrown),
                encoded,
                hindrance);
    }

    /** Returns the user's own exception with the remote trace, or one that stands for it. */
    Throwable toThrowable(Codec codec, int depth) {
        RemoteException remote = new RemoteException(worker, type, message, stack);
        if (encoded.length == 0) {
            remote.addSuppressed(hindered(hindrance));
            return remote;
        }
        try {
            if (codec.decode("exception", encoded, 0, depth) instanceof Throwable thrown) {
                thrown.addSuppressed(remote);
                return thrown;
            }
            remote.addSuppressed(hindered("exception: it became something else on its way"));
        } catch (RuntimeException e) {
            remote.addSuppressed(e);
        }
        return remote;
    }

    /** Returns the same without the exception itself, which was too long. */
    Failure shortened(int size, int most) {
        String reason =
                "exception: it takes %d bytes, more than the %d that can travel at once"
                        .formatted(size, most);
        return new Failure(worker, type, message, stack, new byte[0], reason);
    }

    private static SerializationException hindered(String reason) {
        int colon = reason.indexOf(": ");
        String path = colon < 0 ? "exception" : reason.substring(0, colon);
        String rest = colon < 0 ? reason : reason.substring(colon + 2);
        return new SerializationException(path, rest, null);
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : new String[] {worker, type, message, stack, hindrance}) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            out.write(encoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Failure fromBytes(byte[] bytes, int from) {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            String worker = text(in);
            String type = text(in);
            String message = text(in);
            String stack = text(in);
            String hindrance = text(in);
            return new Failure(worker, type, message, stack, in.readAllBytes(), hindrance);
        } catch (IOException e) {
            throw new SerializationException("exception", "malformed failure", e);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null
                    ? "(no message)"
                    : message.substring(0, Math.min(message.length(), MAX_MESSAGE));
        } catch (Throwable e) {
            return "(its getMessage() threw " + e.getClass().getName() + ")";
        }
    }

    private static String stack(Throwable thrown) {
        BoundedWriter text = new BoundedWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            thrown.printStackTrace(out);
        } catch (Full e) {
            text.append("... cut off");
        } catch (Throwable e) {
            text.append("... its printStackTrace threw ").append(e.getClass().getName());
        }
        return text.toString();
    }

    /** Says that a text is long enough. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }

    /** Keeps text up to a bound, then stops whoever writes. */
    private static final class BoundedWriter extends Writer {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] chars, int from, int length) {
            int room = MAX_STACK - text.length();
            text.append(chars, from, Math.min(Math.max(room, 0), length));
            if (length > room) {
                throw new Full();
            }
        }

        @Override
        public BoundedWriter append(CharSequence end) {
            text.append(end);
            return this;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
