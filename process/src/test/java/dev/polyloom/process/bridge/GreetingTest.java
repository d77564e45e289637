package dev.polyloom.process.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.polyloom.process.message.Member;
import dev.polyloom.process.transport.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H6: who cannot show the key does not come in, and nothing that is overheard helps. */
@Timeout(60)
class GreetingTest {
    private static final byte[] SECRET =
            "this key is known to every reader of this test".getBytes(StandardCharsets.UTF_8);
    private static final Member VISITOR = new Member("visitor", 11, 2, 1024, 1 << 20);
    private static final Member HOST = new Member("host", 12, 3, 512, 1 << 10);

    private final Key key = new Key(SECRET);
    private final byte[] visitorId = Greeting.newId();
    private final byte[] hostId = Greeting.newId();
    private final Greeting visitor = new Greeting(key, visitorId, VISITOR);
    private final Greeting host = new Greeting(key, hostId, HOST);

    /** One side of a conversation; keeps what is said, and may change it. */
    private static final class Side implements ByteChannel {
        private final LinkedBlockingQueue<byte[]> incoming = new LinkedBlockingQueue<>();
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private UnaryOperator<byte[]> forger = bytes -> bytes;
        private Side other = this;
        private ByteBuffer rest = ByteBuffer.allocate(0);

        static Side[] pair() {
            Side[] pair = {new Side(), new Side()};
            pair[0].other = pair[1];
            pair[1].other = pair[0];
            return pair;
        }

        @Override
        public int write(ByteBuffer bytes) {
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            byte[] forged = forger.apply(all);
            said.writeBytes(forged);
            other.incoming.add(forged);
            return all.length;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            try {
                while (!rest.hasRemaining()) {
                    byte[] next = incoming.poll(10, TimeUnit.SECONDS);
                    if (next == null || next.length == 0) {
                        return -1;
                    }
                    rest = ByteBuffer.wrap(next);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            int count = Math.min(rest.remaining(), into.remaining());
            into.put(rest.slice().limit(count));
            rest.position(rest.position() + count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            other.incoming.add(new byte[0]);
        }
    }

    /** What becomes of a conversation. */
    private record Talk(
            List<Side> sides,
            CompletableFuture<Greeting.Met> visit,
            CompletableFuture<Greeting.Met> hosting) {
        Throwable hostFailure() {
            return failure(hosting);
        }

        Throwable visitFailure() {
            return failure(visit);
        }

        private static Throwable failure(CompletableFuture<Greeting.Met> part) {
            Throwable thrown = catchThrowable(() -> part.get(20, TimeUnit.SECONDS));
            return Objects.requireNonNull(Objects.requireNonNull(thrown).getCause());
        }
    }

    private static Talk talk(Greeting visitor, Greeting host, Side[] sides) {
        return new Talk(
                List.of(sides),
                run(sides[0], () -> visitor.visit(sides[0])),
                run(
                        sides[1],
                        () ->
                                Objects.requireNonNull(
                                        host.host(sides[1], (member, id) -> Greeting.WELCOME))));
    }

    private interface Part {
        Greeting.Met run() throws IOException;
    }

    private static CompletableFuture<Greeting.Met> run(Side side, Part part) {
        CompletableFuture<Greeting.Met> future = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        future.complete(part.run());
                    } catch (IOException | RuntimeException e) {
                        side.close();
                        future.completeExceptionally(e);
                    }
                });
        return future;
    }

    @Test
    void ownersOfTheKey_meet() throws Exception {
        Talk talk = talk(visitor, host, Side.pair());
        Greeting.Met seenByVisitor = talk.visit.get(20, TimeUnit.SECONDS);
        Greeting.Met seenByHost = talk.hosting.get(20, TimeUnit.SECONDS);
        assertThat(seenByVisitor.member()).isEqualTo(HOST);
        assertThat(seenByVisitor.id()).isEqualTo(hostId);
        assertThat(seenByVisitor.verdict()).isEqualTo(Greeting.WELCOME);
        assertThat(seenByHost.member()).isEqualTo(VISITOR);
        assertThat(seenByHost.id()).isEqualTo(visitorId);
    }

    @Test
    void key_isNeitherSentNorShown() throws Exception {
        Talk talk = talk(visitor, host, Side.pair());
        talk.visit.get(20, TimeUnit.SECONDS);
        for (Side each : talk.sides) {
            assertThat(each.said.toString(StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(SECRET, StandardCharsets.ISO_8859_1));
        }
        assertThat(key).hasToString("Key");
        assertThatThrownBy(() -> new Key(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 32 bytes, not 31");
    }

    @Test
    void keyGivenByTheUser_isCopied() {
        byte[] given = SECRET.clone();
        Key mine = new Key(given);
        Arrays.fill(given, (byte) 0);
        assertThat(mine.sign(new byte[1])).isEqualTo(key.sign(new byte[1]));
    }

    @Test
    void visitorWithAnotherKey_isRefused_andSaidSo() {
        byte[] wrong = SECRET.clone();
        wrong[0] ^= 1;
        Talk talk = talk(new Greeting(new Key(wrong), visitorId, VISITOR), host, Side.pair());
        assertThat(talk.hostFailure())
                .isInstanceOf(WrongKeyException.class)
                .hasMessage("its key is wrong");
        assertThat(talk.visitFailure())
                .isInstanceOf(WrongKeyException.class)
                .hasMessage("it refused the key");
    }

    @Test
    void replayedVisit_isRefused() throws Exception {
        Talk first = talk(visitor, host, Side.pair());
        first.visit.get(20, TimeUnit.SECONDS);
        Side[] sides = Side.pair();
        sides[0].write(ByteBuffer.wrap(first.sides.get(0).said.toByteArray()));
        assertThatThrownBy(() -> host.host(sides[1], (member, id) -> Greeting.WELCOME))
                .isInstanceOf(WrongKeyException.class);
    }

    @Test
    void replayedHost_isFoundOut() throws Exception {
        Talk first = talk(visitor, host, Side.pair());
        first.visit.get(20, TimeUnit.SECONDS);
        Side[] sides = Side.pair();
        sides[1].write(ByteBuffer.wrap(first.sides.get(1).said.toByteArray()));
        assertThatThrownBy(() -> visitor.visit(sides[0])).isInstanceOf(WrongKeyException.class);
    }

    @Test
    void ownWordsReflected_areRefused() {
        Side[] sides = Side.pair();
        sides[0].other = sides[0];
        assertThatThrownBy(() -> visitor.visit(sides[0]))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("it is we");
    }

    @Test
    void signatureOfAVisitor_isNoneOfAHost() throws Exception {
        Side[] sides = Side.pair();
        CompletableFuture<Greeting.Met> visit = run(sides[0], () -> visitor.visit(sides[0]));
        byte[] hello = bytesFrom(sides[1], 53);
        byte[] ours = hello.clone();
        Arrays.fill(ours, 5, ours.length, (byte) 7);
        sides[1].write(ByteBuffer.wrap(ours));
        byte[] signature = bytesFrom(sides[1], 32);
        int length = ByteBuffer.wrap(bytesFrom(sides[1], 2)).getShort();
        byte[] card = bytesFrom(sides[1], length);
        sides[1].write(ByteBuffer.wrap(new byte[] {Greeting.WELCOME}));
        sides[1].write(ByteBuffer.wrap(signature));
        sides[1].write(ByteBuffer.allocate(2).putShort((short) length).flip());
        sides[1].write(ByteBuffer.wrap(card));
        assertThatThrownBy(() -> visit.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(WrongKeyException.class);
    }

    private static byte[] bytesFrom(Side side, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            assertThat(side.read(bytes)).isPositive();
        }
        return bytes.array();
    }

    @Test
    void anyBitChangedOnTheWay_isNoticed() throws Exception {
        for (int side = 0; side < 2; side++) {
            Talk sound = talk(visitor, host, Side.pair());
            sound.visit.get(20, TimeUnit.SECONDS);
            int size = sound.sides.get(side).said.size();
            for (int i = 0; i < size; i++) {
                assertChangeIsNoticed(side, i);
            }
        }
    }

    private void assertChangeIsNoticed(int side, int at) {
        Side[] sides = Side.pair();
        int[] seen = {0};
        sides[side].forger =
                bytes -> {
                    byte[] forged = bytes.clone();
                    int local = at - seen[0];
                    if (local >= 0 && local < forged.length) {
                        forged[local] ^= 0x10;
                    }
                    seen[0] += bytes.length;
                    return forged;
                };
        Talk talk = talk(visitor, host, sides);
        CompletableFuture<Greeting.Met> deceived = side == 0 ? talk.hosting : talk.visit;
        if (side == 0) {
            // a length that was made longer waits for bytes that never come
            var _ = talk.visit.whenComplete((met, failure) -> sides[0].close());
        } else {
            var _ = talk.hosting.whenComplete((met, failure) -> sides[1].close());
        }
        assertThat(catchThrowable(() -> deceived.get(20, TimeUnit.SECONDS)))
                .as("byte %d of side %d", at, side)
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void anyBytes_endInAnErrorOrInSilence() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            byte[] garbage = new byte[1 + random.nextInt(300)];
            random.nextBytes(garbage);
            if (random.nextBoolean()) {
                ByteBuffer.wrap(garbage).put(goodHello(), 0, Math.min(53, garbage.length));
            }
            Side[] sides = Side.pair();
            sides[0].write(ByteBuffer.wrap(garbage));
            sides[0].close();
            assertThatThrownBy(() -> host.host(sides[1], (member, id) -> Greeting.WELCOME))
                    .isInstanceOf(IOException.class);
        }
    }

    private byte[] goodHello() {
        Side[] sides = Side.pair();
        sides[1].close();
        Throwable alone = catchThrowable(() -> visitor.visit(sides[0]));
        assertThat(alone).isInstanceOf(IOException.class);
        return sides[0].said.toByteArray();
    }

    @Test
    void whoSpeaksOtherwise_isToldFromWhoHasNoKey() throws Exception {
        byte[] said = goodHello();
        for (int at : new int[] {0, 4}) {
            byte[] other = said.clone();
            other[at]++;
            assertThat(hostFailure(other))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("the visitor began with")
                    .hasMessageEndingWith("not 504c4252, version 1");
        }
    }

    private Throwable hostFailure(byte[]... parts) {
        Side[] sides = Side.pair();
        for (byte[] each : parts) {
            sides[0].write(ByteBuffer.wrap(each));
        }
        sides[0].close();
        return Objects.requireNonNull(
                catchThrowable(() -> host.host(sides[1], (member, id) -> Greeting.WELCOME)));
    }

    @Test
    void visitorWithTheIdOfTheHost_isRefused() {
        Talk talk = talk(new Greeting(key, hostId, VISITOR), host, Side.pair());
        assertThat(talk.hostFailure())
                .isInstanceOf(ProtocolException.class)
                .hasMessage("the visitor says that it is we");
    }

    @Test
    void visitorThatClaimsToBeLong_isNotHeardOut() {
        for (short length : new short[] {-1, MemberForm.MAX_BYTES + 1}) {
            byte[] claim = ByteBuffer.allocate(34).putShort(32, length).array();
            assertThat(hostFailure(goodHello(), claim))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessage("it claims %d bytes about itself", length);
        }
    }

    @Test
    void verdict_isSignedLikeAllElse() throws Exception {
        for (byte verdict : new byte[] {Greeting.WELCOME, Greeting.DUPLICATE}) {
            assertThat(judged(verdict).get(20, TimeUnit.SECONDS).verdict()).isEqualTo(verdict);
        }
    }

    @Test
    void verdictThatIsNone_isNotTaken() {
        assertThatThrownBy(() -> judged((byte) 7).get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ProtocolException.class)
                .hasMessageContaining("there is no verdict 7");
    }

    private CompletableFuture<Greeting.Met> judged(byte verdict) {
        Side[] sides = Side.pair();
        CompletableFuture<Greeting.Met> visit = run(sides[0], () -> visitor.visit(sides[0]));
        var _ =
                run(
                        sides[1],
                        () -> Objects.requireNonNull(host.host(sides[1], (member, id) -> verdict)));
        return visit;
    }

    @Test
    void silentVisitor_isNobody() throws Exception {
        Side[] sides = Side.pair();
        sides[0].close();
        assertThat(host.host(sides[1], (member, id) -> Greeting.WELCOME)).isNull();
    }
}
