package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polyloom.process.Call;
import dev.polyloom.process.Heads;
import dev.polyloom.process.Peer;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.SilentConnection;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H14: whatever a worker says, the hub believes it only of itself, and keeps it within bounds. */
@Timeout(60)
class HubTest {
    private static final byte[] BODY = {1, 2, 3};

    private final Codec codec = Codec.ofPrimary(new ClassServer(), List.of());
    private final Heads heads = Heads.builder().pipeMessages(3).pipeBytes(1000).build();
    private final AtomicInteger asked = new AtomicInteger();
    private final Hub hub = new Hub(codec, heads, asked::incrementAndGet);
    private final Wire wireA = new Wire();
    private final Wire wireB = new Wire();
    private final Station a = hub.station(1, "hub-1", 11, wireA);
    private final Station b = hub.station(2, "hub-2", 12, wireB);

    private final Exchange exchange = new Exchange(Hub.PRIMARY, codec, heads, hub, new Deaf());

    @BeforeEach
    void connect() {
        hub.attach(exchange);
        hub.open(a);
        hub.ready(a);
        hub.open(b);
        hub.ready(b);
    }

    /** Keeps what is sent to a worker. */
    static final class Wire extends SilentConnection {
        final List<Envelope> sent = new CopyOnWriteArrayList<>();

        @Override
        public void send(FrameType type, long task, byte[]... payload) {
            sent.add(envelope(bytes(payload)));
        }

        private static Envelope envelope(byte[] bytes) {
            try {
                return Envelope.parse(bytes);
            } catch (ProtocolException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A primary that nobody calls. */
    static final class Deaf implements Exchange.Host {
        @Override
        public String name() {
            return "primary";
        }

        @Override
        public @Nullable Object run(Call call, Callable<?> body) throws Exception {
            return body.call();
        }

        @Override
        public @Nullable Object ask(String name, @Nullable Object value, long from) {
            return null;
        }

        @Override
        public void poisoned(Peer by) {}
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            all.writeBytes(each);
        }
        return all.toByteArray();
    }

    static byte[] encoded(Envelope envelope) {
        byte[][] kept = new byte[1][];
        envelope.send(
                new SilentConnection() {
                    @Override
                    public void send(FrameType type, long task, byte[]... payload) {
                        kept[0] = bytes(payload);
                    }
                });
        return kept[0];
    }

    private void says(Station who, Kind kind, long to, long id) throws ProtocolException {
        hub.pass(who, encoded(Envelope.of(kind, who.id(), to, id, "", BODY)));
    }

    private void confirms(Station who, long to, int messages, long room) throws ProtocolException {
        Envelope credit = Envelope.of(Kind.CREDIT, who.id(), to, 0, "", Envelope.NOTHING);
        hub.pass(who, encoded(credit.credit(messages, room)));
    }

    @Test
    void firstMessage_comesAfterAnIntroduction() throws Exception {
        says(a, Kind.ONE_WAY, b.id(), 1);
        says(a, Kind.ONE_WAY, b.id(), 2);
        assertThat(wireB.sent)
                .extracting(Envelope::kind)
                .containsExactly(Kind.INTRODUCED, Kind.ONE_WAY, Kind.ONE_WAY);
        assertThat(wireB.sent.getFirst().name()).isEqualTo("hub-1");
        assertThat(wireB.sent.getFirst().id()).isEqualTo(11);
        assertThat(wireB.sent.getLast().body()).isEqualTo(BODY);
    }

    @Test
    void speakerForAnother_isRefused() {
        byte[] forged = encoded(Envelope.of(Kind.ONE_WAY, b.id(), Hub.PRIMARY, 1, "", BODY));
        assertThatThrownBy(() -> hub.pass(a, forged))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("as endpoint");
        assertThatThrownBy(() -> says(a, Kind.CLOSED, b.id(), 1))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> says(a, Kind.INTRODUCED, b.id(), 1))
                .isInstanceOf(ProtocolException.class);
        assertThat(wireB.sent).isEmpty();
    }

    @Test
    void command_toAPeer_isRefused() {
        assertThatThrownBy(() -> says(a, Kind.ASK, b.id(), 1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("asks nobody but the primary");
    }

    @Test
    void moreThanAPipeHolds_isRefused() throws Exception {
        for (int i = 1; i <= 3; i++) {
            says(a, Kind.ONE_WAY, b.id(), i);
        }
        assertThatThrownBy(() -> says(a, Kind.ONE_WAY, b.id(), 4))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than a pipe holds");
        says(a, Kind.ONE_WAY, Hub.PRIMARY, 1);
    }

    @Test
    void confirmedRoom_canBeUsedAgain() throws Exception {
        for (int i = 1; i <= 10; i++) {
            says(a, Kind.ONE_WAY, b.id(), i);
            confirms(b, a.id(), 1, 67);
        }
        assertThat(wireA.sent).filteredOn(each -> each.kind() == Kind.CREDIT).hasSize(10);
    }

    @Test
    void confirmationOfWhatWasNotSent_isRefused() {
        assertThatThrownBy(() -> confirms(b, a.id(), 1, 0))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("was sent 0 and 0");
        assertThatThrownBy(() -> confirms(b, a.id(), 0, 0)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void answerToNobody_isRefused() throws Exception {
        says(a, Kind.REQUEST, b.id(), 1);
        assertThat(hub.isQuiet(b, true)).isFalse();
        says(b, Kind.REPLY, a.id(), 1);
        assertThat(hub.isQuiet(b, true)).isTrue();
        assertThatThrownBy(() -> says(b, Kind.REPLY, a.id(), 1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("nobody asked");
    }

    @Test
    void workerThatAnotherWaitsForDirectly_isNotQuiet() {
        a.awaits = new long[] {b.id()};
        assertThat(hub.isQuiet(b, true)).isFalse();
        assertThat(hub.isQuiet(a, true)).isTrue();
        hub.gone(a, "was stopped", null);
        assertThat(hub.isQuiet(b, true)).isTrue();
    }

    @Test
    void cancel_passesOnceAndOnlyForWhatIsOpen() throws Exception {
        says(a, Kind.REQUEST, b.id(), 1);
        for (int i = 0; i < 100; i++) {
            says(a, Kind.CANCEL, b.id(), 1);
            says(a, Kind.CANCEL, b.id(), 2);
        }
        assertThat(wireB.sent).filteredOn(each -> each.kind() == Kind.CANCEL).hasSize(1);
    }

    @Test
    void replacement_keepsItsIndexWhenTheOldOneLeaves() {
        Station next = hub.station(1, "hub-1", 13, new Wire());
        hub.open(next);
        hub.ready(next);
        hub.leave(a);
        assertThat(hub.current(1)).isSameAs(next);
        assertThat(hub.isCurrent(next.id())).isTrue();
        assertThat(hub.isCurrent(a.id())).isFalse();
        hub.gone(a, "was replaced", null);
        assertThat(hub.current()).containsExactly(next, b);
    }

    @Test
    void worker_isQuietWhenNobodyWaitsForItsAnswer() throws Exception {
        says(a, Kind.ONE_WAY, b.id(), 1);
        assertThat(asked).hasValue(0);
        hub.carry(Envelope.of(Kind.ASK, Hub.PRIMARY, b.id(), 1, "", BODY));
        assertThat(hub.isQuiet(b, true)).isTrue();
        hub.carry(Envelope.of(Kind.CALL, Hub.PRIMARY, b.id(), 2, "", BODY));
        assertThat(asked).as("looks after the worker").hasValue(2);
        assertThat(hub.isQuiet(b, true)).isFalse();
        assertThat(hub.isQuiet(a, true)).isTrue();
    }

    @Test
    void unknownEndpoint_isRefused_butADeadOneIsNot() throws Exception {
        for (long next : new long[] {3, 99}) {
            assertThatThrownBy(() -> says(a, Kind.ONE_WAY, next, 1))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("no endpoint");
        }
        hub.gone(b, "was stopped", null);
        assertThatCode(() -> says(a, Kind.ONE_WAY, b.id(), 1)).doesNotThrowAnyException();
        assertThat(wireA.sent)
                .filteredOn(each -> each.kind() == Kind.CLOSED)
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo("was stopped"));
    }

    private Station foreign(int index, Wire wire) {
        Peer peer = new Peer(index, "other/other-" + index, 13, Map.of(), "other");
        return hub.foreign(new Member("other", 13, 2, 2, 1000), peer, 77, wire);
    }

    @Test
    void endpointOfAnotherPrimary_isNoWorkerHere_andIsSpokenToByItsOwnNumber() throws Exception {
        Wire wire = new Wire();
        Station stranger = foreign(2, wire);
        assertThat(hub.current()).containsExactly(a, b);
        says(a, Kind.REQUEST, stranger.id(), 1);
        assertThat(wire.sent)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.to()).isEqualTo(77);
                    assertThat(each.from()).isEqualTo(a.id());
                });
        hub.passForeign(stranger, Envelope.of(Kind.REQUEST, 77, a.id(), 1, "", BODY));
        assertThat(hub.isQuiet(a, true)).isFalse();
        assertThat(hub.isQuiet(a, false)).isTrue();
        assertThat(wireA.sent)
                .extracting(Envelope::kind)
                .containsExactly(Kind.INTRODUCED, Kind.REQUEST);
        assertThat(PeerForm.decode(wireA.sent.getFirst().body())).isEqualTo(stranger.peer());
        // its own pipes hold two messages, ours three
        hub.passForeign(stranger, Envelope.of(Kind.ONE_WAY, 77, a.id(), 2, "", BODY));
        assertThatThrownBy(() ->
                        hub.passForeign(
                                stranger, Envelope.of(Kind.ONE_WAY, 77, a.id(), 3, "", BODY)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than a pipe holds");
    }

    @Test
    void endpointOfAnotherPrimary_hasNoSayHere() {
        Station stranger = foreign(1, new Wire());
        Station third = foreign(2, new Wire());
        for (Kind kind : List.of(Kind.ASK, Kind.POISON, Kind.INTRODUCED, Kind.CLOSED)) {
            assertForeignRefused(stranger, kind, a.id(), "over a bridge");
        }
        assertForeignRefused(stranger, Kind.CALL, Hub.PRIMARY, "over a bridge");
        assertForeignRefused(stranger, Kind.ONE_WAY, third.id(), "through us");
        assertThat(wireA.sent).isEmpty();
    }

    private void assertForeignRefused(Station from, Kind kind, long to, String why) {
        assertThatThrownBy(() -> hub.passForeign(from, Envelope.of(kind, 77, to, 1, "", BODY)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(why);
    }

    @Test
    void workerThatIsGone_isForgottenEverywhere_andThatIsToldOnceToWorkersHere() throws Exception {
        Wire elsewhere = new Wire();
        Station stranger = foreign(1, elsewhere);
        says(a, Kind.ONE_WAY, b.id(), 1);
        hub.carry(Envelope.of(Kind.ONE_WAY, Hub.PRIMARY, b.id(), 1, "", BODY));
        hub.gone(b, "x".repeat(10_000), null);
        hub.gone(b, "told before", null);
        assertThat(wireA.sent)
                .filteredOn(each -> each.kind() == Kind.CLOSED)
                .singleElement()
                .satisfies(each -> assertThat(each.name()).startsWith("xxx"));
        assertThat(elsewhere.sent).isEmpty();
        assertThat(exchange.pipe(b.id())).isNull();
        assertThat(exchange.pipe(stranger.id())).isNotNull();
        for (Station each : List.of(a, hub.primary())) {
            assertThat(each.sent).doesNotContainKey(b.id());
        }
        hub.introduce(b, a);
        assertThat(wireA.sent)
                .as("nobody would close the pipe to it")
                .noneMatch(each -> each.kind() == Kind.INTRODUCED);
    }

    @Test
    void worker_thatWouldGetItsBridgeClosed_isRefusedItself() {
        Station worker = foreign(1, new Wire());
        Station primary = foreign(0, new Wire());
        for (Station each : List.of(worker, primary)) {
            assertThatThrownBy(() -> says(a, Kind.POISON, each.id(), 1))
                    .isInstanceOf(ProtocolException.class);
        }
        assertThatCode(() -> says(a, Kind.CALL, worker.id(), 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> says(a, Kind.CALL, primary.id(), 1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("CALL message to primary");
    }

    @Test
    void neighbour_isToldWhoIsHere_andWhoComesAndGoes() {
        List<String> told = new ArrayList<>();
        Neighbour neighbour =
                new Neighbour() {
                    @Override
                    public void announce(Station station) {
                        told.add("up " + station.peer().name());
                    }

                    @Override
                    public void leave(Station station) {
                        told.add("leaves " + station.peer().name());
                    }

                    @Override
                    public void withdraw(Station station, String why, @Nullable Throwable death) {
                        told.add("gone " + station.peer().name() + " " + why);
                    }
                };
        hub.leave(b);
        Station stranger = foreign(1, new Wire());
        hub.open(neighbour);
        assertThat(told).containsExactlyInAnyOrder("up hub-1", "up hub-2", "leaves hub-2");
        told.clear();
        Station next = hub.station(2, "hub-2", 14, new Wire());
        hub.open(next);
        hub.ready(next);
        hub.gone(b, "was stopped", null);
        hub.gone(stranger, "was stopped", null);
        hub.leave(a);
        assertThat(told).containsExactly("up hub-2", "gone hub-2 was stopped", "leaves hub-1");
        hub.close(neighbour);
        hub.gone(a, "was stopped", null);
        assertThat(told).hasSize(3);
    }

    @Test
    void anyBytes_areAMessageOrAreRefused() {
        Random random = new Random(1);
        byte[] good = encoded(Envelope.of(Kind.REQUEST, a.id(), b.id(), 7, "name", BODY));
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            Throwable thrown =
                    org.assertj.core.api.Assertions.catchThrowable(() -> hub.pass(a, cut));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(ProtocolException.class);
            }
        }
    }
}
