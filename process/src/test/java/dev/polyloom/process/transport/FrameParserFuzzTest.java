package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/**
 * However bytes are cut and whatever they claim, they become the same frames or break the protocol.
 * Runs over the kept inputs; with {@code JAZZER_FUZZ=1} it looks for more.
 */
@Timeout(900)
class FrameParserFuzzTest {
    private static final int LIMIT = 64 * 1024;

    @FuzzTest(maxDuration = "10m")
    void bytes_becomeFramesOrBreakTheProtocol(byte[] bytes) {
        int step = bytes.length == 0 ? 1 : 1 + (bytes[bytes.length - 1] & 0x3f);
        long whole = parse(bytes, Math.max(1, bytes.length));
        assertThat(parse(bytes, step)).isEqualTo(whole);
    }

    /** Feeds bytes in pieces, and returns a sum over the frames, or of how many came before. */
    private static long parse(byte[] bytes, int step) {
        FrameParser parser = new FrameParser(LIMIT);
        ByteBuffer in = ByteBuffer.allocate(bytes.length).limit(0);
        long sum = 1;
        try {
            for (int at = 0; at < bytes.length; at += step) {
                int count = Math.min(step, bytes.length - at);
                in.compact().put(bytes, at, count).flip();
                for (Frame f = parser.next(in); f != null; f = parser.next(in)) {
                    sum = 31 * sum + weight(f);
                }
            }
            return parser.isWithinFrame() ? ~sum : sum;
        } catch (ProtocolException e) {
            return sum;
        }
    }

    private static long weight(@Nullable Frame frame) {
        if (frame == null) {
            return 0;
        }
        assertThat(frame.payload().length).isLessThanOrEqualTo(LIMIT);
        return frame.task() * 31 + frame.payload().length + frame.type().code();
    }
}
