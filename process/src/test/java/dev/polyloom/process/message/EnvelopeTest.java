package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.process.transport.ProtocolException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EnvelopeTest {
    private static final int CREDITS = 1 + 3 * Long.BYTES;
    private static final int BYTES = CREDITS + Integer.BYTES;
    private static final int NAME = BYTES + Long.BYTES;
    private static final byte[] BODY = {5, 6, 7};

    private static byte[] sample() {
        return HubTest.encoded(Envelope.of(Kind.CALL, -1, 2, 3, "n\u00e4me", BODY).credit(4, 5));
    }

    private static void assertRefused(byte[] payload, String why) {
        assertThatThrownBy(() -> Envelope.parse(payload))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(why);
    }

    @Test
    void everyField_arrives() throws Exception {
        Envelope envelope = Envelope.parse(sample());
        assertThat(envelope.kind()).isEqualTo(Kind.CALL);
        assertThat(envelope.from()).isEqualTo(-1);
        assertThat(envelope.to()).isEqualTo(2);
        assertThat(envelope.id()).isEqualTo(3);
        assertThat(envelope.credits()).isEqualTo(4);
        assertThat(envelope.creditBytes()).isEqualTo(5);
        assertThat(envelope.name()).isEqualTo("n\u00e4me");
        assertThat(envelope.body()).isEqualTo(BODY);
    }

    @Test
    void room_isTheSameAtBothSides() throws Exception {
        Envelope sent = Envelope.of(Kind.ONE_WAY, 1, 2, 3, "name", BODY);
        assertThat(sent.room()).isEqualTo(64 + 4 + BODY.length);
        assertThat(Envelope.parse(HubTest.encoded(sent)).room()).isEqualTo(sent.room());
    }

    @Test
    void passedOn_keepsItsBody() throws Exception {
        Envelope passed = Envelope.parse(HubTest.encoded(Envelope.parse(sample()).between(8, 9)));
        assertThat(passed.from()).isEqualTo(8);
        assertThat(passed.to()).isEqualTo(9);
        assertThat(passed.body()).isEqualTo(BODY);
    }

    @Test
    void lies_areRefused() {
        assertRefused(new byte[NAME + 1], "shorter than its header");
        assertRefused(ByteBuffer.wrap(sample()).put(0, (byte) 99).array(), "no kind of message 99");
        assertRefused(ByteBuffer.wrap(sample()).putInt(CREDITS, -1).array(), "-1 messages");
        assertRefused(ByteBuffer.wrap(sample()).putLong(BYTES, -1).array(), "-1 bytes");
        assertRefused(ByteBuffer.wrap(sample()).putShort(NAME, (short) -1).array(), "-1 bytes");
        assertRefused(ByteBuffer.wrap(sample()).putShort(NAME, (short) 9).array(), "9 bytes");
        byte[] large = new byte[10_000];
        System.arraycopy(sample(), 0, large, 0, NAME);
        int tooLong = Envelope.MAX_NAME + 1;
        ByteBuffer.wrap(large).putShort(NAME, (short) tooLong);
        assertRefused(large, "a name of %d bytes".formatted(tooLong));
    }

    @Test
    void kinds_haveTheirOwnCodes() {
        for (Kind each : Kind.values()) {
            assertThat(Kind.of(each.code())).isSameAs(each);
        }
    }
}
