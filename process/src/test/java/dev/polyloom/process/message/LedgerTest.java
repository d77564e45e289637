package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.process.transport.ProtocolException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LedgerTest {
    private static final byte[] BODY = new byte[100];
    private static final int ROOM = (int) envelope(Kind.ONE_WAY, 1, BODY).room();

    private final Ledger ledger = new Ledger(3, 2L * ROOM);

    private static Envelope envelope(Kind kind, long id, byte[] body) {
        return Envelope.of(kind, 1, 2, id, "", body);
    }

    private static Envelope credit(int messages, long bytes) {
        return envelope(Kind.CREDIT, 0, Envelope.NOTHING).credit(messages, bytes);
    }

    private void send(Kind kind, long id) throws ProtocolException {
        ledger.sent(envelope(kind, id, BODY));
    }

    private void assertRefused(String why, Envelope answer) {
        assertThatThrownBy(() -> ledger.answered(answer))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(why);
    }

    @Test
    void bytes_areBounded_butOneMessageFitsAlways() throws Exception {
        Ledger small = new Ledger(3, 1);
        small.sent(envelope(Kind.ONE_WAY, 1, BODY));
        send(Kind.ONE_WAY, 1);
        send(Kind.REQUEST, 2);
        assertThatThrownBy(() -> send(Kind.ONE_WAY, 3))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("2 messages and %d bytes were open".formatted(2 * ROOM));
        ledger.answered(credit(1, ROOM));
        send(Kind.ONE_WAY, 3);
    }

    @Test
    void credits_areBoundedByWhatWasSent() throws Exception {
        send(Kind.ONE_WAY, 1);
        assertRefused("was sent 1 and " + ROOM, credit(2, ROOM));
        assertRefused("was sent 1 and " + ROOM, credit(1, ROOM + 1));
        assertRefused("confirmed nothing", credit(0, 0));
        ledger.answered(credit(1, ROOM));
        assertRefused("was sent 0 and 0", credit(1, 0));
    }

    @Test
    void numberOfAQuestion_isUsedOnceUntilItIsAnswered() throws Exception {
        send(Kind.REQUEST, 7);
        assertThatThrownBy(() -> send(Kind.REQUEST, 7))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("asked twice under number 7");
        assertRefused("nobody asked", envelope(Kind.REPLY, 8, BODY));
        ledger.answered(envelope(Kind.FAILURE, 7, BODY));
        assertRefused("nobody asked", envelope(Kind.REPLY, 7, BODY));
    }

    @Test
    void cancel_countsOnceForEachQuestion() throws Exception {
        assertThat(ledger.cancelled(7)).isFalse();
        for (int i = 0; i < 2; i++) {
            ledger.sent(envelope(Kind.ASK, 7, BODY));
            assertThat(ledger.cancelled(7)).isTrue();
            assertThat(ledger.cancelled(7)).isFalse();
            ledger.answered(envelope(Kind.REPLY, 7, BODY));
            assertThat(ledger.cancelled(7)).isFalse();
        }
    }

    @Test
    void asks_takeNoRoomAndAreNoCalls_butAreBounded() throws Exception {
        for (int i = 1; i <= Ledger.MAX_ASKS; i++) {
            send(Kind.ASK, i);
        }
        assertThat(ledger.calls()).isZero();
        ledger.answered(envelope(Kind.REPLY, 1, BODY));
        send(Kind.ASK, 1);
        assertThatThrownBy(() -> send(Kind.ASK, 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than 100000 things");
    }

    @Test
    void calls_areOpenUntilTheyAreAnswered() throws Exception {
        send(Kind.CALL, 1);
        send(Kind.ASK, 2);
        assertThat(ledger.calls()).isEqualTo(1);
        ledger.answered(envelope(Kind.REPLY, 1, BODY).credit(1, ROOM));
        assertThat(ledger.calls()).isZero();
        ledger.answered(envelope(Kind.REPLY, 2, BODY));
        assertThat(ledger.calls()).isZero();
    }

    @Test
    void introduction_isMadeOnce() {
        AtomicInteger made = new AtomicInteger();
        assertThat(ledger.isIntroduced()).isFalse();
        ledger.introduce(made::incrementAndGet);
        ledger.introduce(made::incrementAndGet);
        assertThat(ledger.isIntroduced()).isTrue();
        assertThat(made).hasValue(1);
    }

    @Test
    void credits_areGivenWhenThereAreMany_orNothingElseComes() {
        Credits credits = new Credits(8, 400);
        assertThat(credits.add(10, false)).isNull();
        assertThat(credits.add(10, false)).isEqualTo(new Credits.Due(2, 20));
        assertThat(credits.add(100, false)).isEqualTo(new Credits.Due(1, 100));
        assertThat(credits.add(3, true)).isEqualTo(new Credits.Due(1, 3));
        assertThat(credits.take()).isNull();
    }
}
