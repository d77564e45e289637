package dev.polyloom.process.message;

import dev.polyloom.process.Peer;
import dev.polyloom.process.transport.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Turns a peer into bytes and back; whatever the bytes are, no more than they hold is taken. */
public final class PeerForm {
    private PeerForm() {}

    /**
     * Encodes a peer.
     *
     * @param peer the peer
     * @return its bytes
     */
    public static byte[] encode(Peer peer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(peer.index());
            write(out, peer.name());
            out.writeLong(peer.pid());
            write(out, peer.member());
            out.writeInt(peer.annotations().size());
            for (var each : new TreeMap<>(peer.annotations()).entrySet()) {
                write(out, each.getKey());
                write(out, each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text claims %d bytes".formatted(length));
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /**
     * Decodes a peer.
     *
     * @param bytes what {@link #encode} gave, or what somebody claims it did
     * @return the peer
     * @throws ProtocolException if the bytes are no peer
     */
    public static Peer decode(byte[] bytes) throws ProtocolException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int index = in.readInt();
            String name = read(in);
            long pid = in.readLong();
            String member = read(in);
            Map<String, String> annotations = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                annotations.put(read(in), read(in));
            }
            if (in.read() >= 0) {
                throw new IOException("there is more than a peer");
            }
            return new Peer(index, name, pid, annotations, member);
        } catch (IOException e) {
            throw new ProtocolException("%d bytes are no peer: %s".formatted(bytes.length, e));
        }
    }
}
