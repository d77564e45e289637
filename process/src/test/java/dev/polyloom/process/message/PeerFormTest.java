package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.process.Peer;
import dev.polyloom.process.transport.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PeerFormTest {
    private static final Peer PEER =
            new Peer(3, "n\u00e4me-3", 1L << 40, Map.of("gpu", "yes", "zone", "\u03b1"), "name");

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> PeerForm.decode(bytes))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("are no peer");
    }

    @Test
    void peer_arrivesAsItWas() throws Exception {
        assertThat(PeerForm.decode(PeerForm.encode(PEER))).isEqualTo(PEER);
    }

    @Test
    void bytesThatBreakOffOrGoOn_areRefused() {
        byte[] bytes = PeerForm.encode(PEER);
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length));
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void textOfAnImpossibleLength_isRefused() {
        for (int length : new int[] {-1, Integer.MIN_VALUE, 1000, Integer.MAX_VALUE}) {
            assertRefused(ByteBuffer.wrap(PeerForm.encode(PEER)).putInt(4, length).array());
        }
    }
}
