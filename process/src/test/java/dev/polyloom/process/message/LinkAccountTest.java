package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.SilentConnection;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** H5, H14: what one end of a link takes from the other. */
class LinkAccountTest {
    private static final long SELF = (1L << 32) | 5;
    private static final long PEER = (2L << 32) | 7;
    private static final long PIPE = Long.MIN_VALUE | 3;
    private static final byte[] BODY = {1, 2, 3};

    private final LinkAccount account =
            new LinkAccount(SELF, PEER, PIPE, new Ledger(3, 1000), new Ledger(3, 1000));

    static byte[] encoded(Envelope envelope) {
        var bytes = new ByteArrayOutputStream();
        envelope.send(
                new SilentConnection() {
                    @Override
                    public void send(FrameType type, long task, byte[]... payload) {
                        for (byte[] part : payload) {
                            bytes.writeBytes(part);
                        }
                    }
                });
        return bytes.toByteArray();
    }

    private Envelope says(Kind kind, long id) throws ProtocolException {
        Envelope envelope = Envelope.of(kind, PEER, PIPE, id, "", BODY);
        return Objects.requireNonNull(account.comes(encoded(envelope)), "not needed");
    }

    private boolean weSay(Kind kind, long id) throws ProtocolException {
        return account.goes(Envelope.of(kind, SELF, PIPE, id, "", BODY));
    }

    private void confirms(int messages, long room) throws ProtocolException {
        Envelope credit = Envelope.of(Kind.CREDIT, PEER, PIPE, 0, "", Envelope.NOTHING);
        account.comes(encoded(credit.credit(messages, room)));
    }

    @Test
    void message_comesAsFromItsPipe() throws Exception {
        Envelope message = says(Kind.ONE_WAY, 4);
        assertThat(message.from()).isEqualTo(PIPE);
        assertThat(message.id()).isEqualTo(4);
        assertThat(message.body()).isEqualTo(BODY);
    }

    @Test
    void speakerForAnother_isRefused() {
        Envelope forged = Envelope.of(Kind.ONE_WAY, SELF, PIPE, 1, "", BODY);
        Envelope elsewhere = Envelope.of(Kind.ONE_WAY, PEER, PIPE + 1, 1, "", BODY);
        Envelope toPrimary = Envelope.of(Kind.ONE_WAY, PEER, Hub.PRIMARY, 1, "", BODY);
        for (Envelope each : new Envelope[] {forged, elsewhere, toPrimary}) {
            assertThatThrownBy(() -> account.comes(encoded(each)))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("but is %x on pipe %x", PEER, PIPE);
        }
    }

    @Test
    void wordOfThePrimary_isRefused() {
        for (Kind each : new Kind[] {Kind.ASK, Kind.INTRODUCED}) {
            assertThatThrownBy(() -> says(each, 1))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("for the primary");
        }
    }

    @Test
    void moreThanThePipeHolds_isRefused() throws Exception {
        for (int i = 1; i <= 3; i++) {
            says(Kind.ONE_WAY, i);
        }
        assertThatThrownBy(() -> says(Kind.REQUEST, 4))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than a pipe holds");
    }

    @Test
    void roomGivenBack_canBeUsedAgain() throws Exception {
        for (int i = 1; i <= 10; i++) {
            long room = says(Kind.ONE_WAY, i).room();
            Envelope credit = Envelope.of(Kind.CREDIT, SELF, PIPE, 0, "", Envelope.NOTHING);
            assertThat(account.goes(credit.credit(1, room))).isTrue();
        }
    }

    @Test
    void confirmationOfWhatWasNotSent_isRefused() throws Exception {
        assertThatThrownBy(() -> confirms(1, 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("was sent 0 and 0");
        assertThat(weSay(Kind.ONE_WAY, 1)).isTrue();
        assertThatThrownBy(() -> confirms(2, 67)).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> confirms(0, 0)).isInstanceOf(ProtocolException.class);
        confirms(1, 67);
    }

    @Test
    void answer_comesOnceAndOnlyToAQuestion() throws Exception {
        weSay(Kind.REQUEST, 1);
        assertThat(account.awaitsAnswers()).isTrue();
        assertThatThrownBy(() -> says(Kind.REPLY, 2)).hasMessageContaining("nobody asked");
        says(Kind.REPLY, 1);
        assertThat(account.awaitsAnswers()).isFalse();
        assertThatThrownBy(() -> says(Kind.REPLY, 1)).hasMessageContaining("nobody asked");
    }

    @Test
    void cancel_isNeededOnceAndOnlyForWhatIsOpen() throws Exception {
        says(Kind.REQUEST, 1);
        says(Kind.CANCEL, 1);
        for (long id = 1; id <= 2; id++) {
            Envelope again = Envelope.of(Kind.CANCEL, PEER, PIPE, id, "", BODY);
            assertThat(account.comes(encoded(again))).isNull();
        }
    }

    @Test
    void cancelOfOurs_goesOnceAndOnlyForWhatIsOpen() throws Exception {
        weSay(Kind.REQUEST, 1);
        assertThat(weSay(Kind.CANCEL, 1)).isTrue();
        assertThat(weSay(Kind.CANCEL, 1)).isFalse();
        assertThat(weSay(Kind.CANCEL, 2)).isFalse();
    }

    @Test
    void farewell_isHeardHoweverLongItsReason() throws Exception {
        byte[] last = encoded(account.farewell("\u20AC".repeat(100_000)));
        Envelope heard = Envelope.parse(last);
        assertThat(heard.kind()).isEqualTo(Kind.CLOSED);
        assertThat(heard.name()).hasSizeGreaterThan(1000).matches("\u20AC+");
    }

    @Test
    void anyBytes_areAMessageOrAreRefused() {
        Random random = new Random(1);
        byte[] good = encoded(Envelope.of(Kind.REQUEST, PEER, PIPE, 7, "name", BODY));
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            Throwable thrown = catchThrowable(() -> account.comes(cut));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(ProtocolException.class);
            }
        }
    }
}
