package dev.polyloom.process.bridge;

import dev.polyloom.WorkerDiedException;
import dev.polyloom.process.Peer;
import dev.polyloom.process.message.PeerForm;
import dev.polyloom.process.transport.ProtocolException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What members tell each other of their workers. That one is up: its peer. That it is not: {@code
 * byte what, int exit code, bytes of the reason}.
 *
 * @param what what became of it
 * @param exitCode its exit code
 * @param reason why
 */
record News(What what, int exitCode, String reason) {
    static final int MAX_BYTES = 1 << 20;
    private static final Logger LOG = System.getLogger("dev.polyloom.process");
    private static final int MAX_REASON = 1000;
    private static final int FIXED = 1 + Integer.BYTES;

    /** What became of a worker. */
    enum What {
        /** It takes no new pipes. */
        LEAVES(0),
        /** It was stopped in good order. */
        STOPPED(1),
        /** It died. */
        DIED(2);

        private final byte code;

        What(int code) {
            this.code = (byte) code;
        }

        static What of(byte code) throws ProtocolException {
            for (What each : values()) {
                if (each.code == code) {
                    return each;
                }
            }
            throw new ProtocolException("it withdraws in way " + code);
        }
    }

    static byte[] announcement(Peer peer) {
        byte[] bytes = PeerForm.encode(peer);
        if (bytes.length <= MAX_BYTES) {
            return bytes;
        }
        LOG.log(
                Level.WARNING,
                "the annotations of {0} take {1} bytes, too many for a bridge: others see none",
                peer,
                bytes.length);
        return PeerForm.encode(new Peer(peer.index(), peer.name(), peer.pid(), Map.of()));
    }

    static Peer announced(byte[] bytes) throws ProtocolException {
        if (bytes.length > MAX_BYTES) {
            throw new ProtocolException("it says %d bytes of a worker".formatted(bytes.length));
        }
        return PeerForm.decode(bytes);
    }

    static byte[] leave() {
        return new News(What.LEAVES, 0, "").encode();
    }

    static byte[] withdrawal(String reason, @Nullable Throwable death) {
        if (death == null) {
            return new News(What.STOPPED, 0, reason).encode();
        }
        int code = death instanceof WorkerDiedException died ? died.exitCode() : -1;
        return new News(What.DIED, code, reason).encode();
    }

    private byte[] encode() {
        String shortened = reason.substring(0, Math.min(reason.length(), MAX_REASON));
        byte[] utf8 = shortened.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED + utf8.length)
                .put(what.code)
                .putInt(exitCode)
                .put(utf8)
                .array();
    }

    static News decode(byte[] bytes) throws ProtocolException {
        if (bytes.length < FIXED || bytes.length > FIXED + 4 * MAX_REASON) {
            throw new ProtocolException("it withdraws with %d bytes".formatted(bytes.length));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        What what = What.of(in.get());
        int code = in.getInt();
        String reason = StandardCharsets.UTF_8.decode(in).toString();
        return new News(what, code, reason);
    }

    /** Returns what those get who talked to the worker; null if it was stopped in good order. */
    @Nullable Throwable death(Peer peer) {
        return what == What.DIED
                ? new WorkerDiedException(
                        peer.name(),
                        peer.pid(),
                        exitCode,
                        reason,
                        "what came through its pipes",
                        List.of())
                : null;
    }
}
