package dev.polyloom.process.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * How a worker is to run.
 *
 * @param name its name
 * @param cores processors that it may use
 * @param page file of its status page, empty if there is none
 * @param concurrency tasks that may run at once
 * @param beatMillis time between two heartbeats
 * @param initializer what runs first, encoded, or null
 */
@SuppressWarnings("ArrayRecordComponent")
public record Setup(
        String name,
        int cores,
        String page,
        int concurrency,
        int beatMillis,
        byte @Nullable [] initializer) {
    /** Returns this as the payload of a frame. */
    public byte[] encode() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(name);
            out.writeInt(cores);
            out.writeUTF(page);
            out.writeInt(concurrency);
            out.writeInt(beatMillis);
            out.writeBoolean(initializer != null);
            if (initializer != null) {
                out.write(initializer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads the payload of a frame. */
    public static Setup decode(byte[] payload) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(payload))) {
            String name = in.readUTF();
            int cores = in.readInt();
            String page = in.readUTF();
            int concurrency = in.readInt();
            int beatMillis = in.readInt();
            byte[] initializer = in.readBoolean() ? in.readAllBytes() : null;
            return new Setup(name, cores, page, concurrency, beatMillis, initializer);
        }
    }
}
