package dev.polyloom.process.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.process.Bridge;
import dev.polyloom.process.Heads;
import dev.polyloom.process.Peer;
import dev.polyloom.process.Pipe;
import dev.polyloom.process.PipeClosedException;
import dev.polyloom.process.Router;
import dev.polyloom.process.To;
import dev.polyloom.process.message.Member;
import dev.polyloom.process.message.PeerForm;
import dev.polyloom.process.pool.LogLines;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.SocketConnection;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H6, H14: what comes over a bridge is hostile until checked, and so is who comes. */
@Timeout(120)
class HostileMemberTest {
    private static final byte[] SECRET = new byte[32];
    private static final Tempo LONG =
            new Tempo(Duration.ofSeconds(5), Duration.ofSeconds(60), 5, 1 << 20);
    private static final byte ONE_WAY = 1;
    private static final byte REQUEST = 2;
    private static final byte CALL = 3;
    private static final byte REPLY = 4;
    private static final byte CREDIT = 6;
    private static final byte ASK = 9;
    private static final byte POISON = 10;
    private static final byte INTRODUCED = 11;
    private static final byte CLOSED = 12;

    @TempDir private Path parent;

    private Path folder() {
        return parent.resolve("b");
    }

    private static Scope scope() {
        return Run.processes()
                .name("host")
                .workers(1)
                .heads(Heads.builder().pipeBytes(64 << 20).build())
                .initializer(BridgeHandlers::register)
                .open();
    }

    private SocketChannel stranger() throws IOException {
        return SocketChannel.open(
                UnixDomainSocketAddress.of(BridgeFolder.open(folder()).socket("host")));
    }

    /** Somebody who has the key, and says what it likes. */
    private final class Fake implements AutoCloseable {
        private final SocketChannel channel = stranger();
        private final SocketConnection connection;

        Fake(String name) throws IOException {
            Greeting greeting =
                    new Greeting(
                            new Key(SECRET),
                            Greeting.newId(),
                            new Member(name, 99, 2, 10, 1 << 20));
            assertThat(greeting.visit(channel).verdict()).isEqualTo(Greeting.WELCOME);
            connection = new SocketConnection(channel);
        }

        void say(FrameType type, long number, byte[] payload) {
            connection.send(type, number, payload);
            connection.flush();
        }

        void announce(long number, int index) {
            say(FrameType.ANNOUNCED, number, worker(index));
        }

        void message(byte kind, long from, long to) {
            say(FrameType.MESSAGE, 0, envelope(kind, from, to));
        }

        /** Waits until the other side has closed the connection, perhaps with something unread. */
        void awaitEnd() {
            try {
                Frame frame = connection.receive();
                while (frame != null) {
                    frame = connection.receive();
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("reset");
            }
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    private static byte[] worker(int index) {
        return PeerForm.encode(new Peer(index, "whatever", 7, Map.of("of", "fake")));
    }

    private static byte[] envelope(byte kind, long from, long to) {
        return ByteBuffer.allocate(40)
                .put(kind)
                .putLong(from)
                .putLong(to)
                .putLong(1)
                .putInt(0)
                .putLong(0)
                .putShort((short) 0)
                .put((byte) 1)
                .array();
    }

    /** What a member may do. */
    private interface Deed {
        void by(Fake fake) throws IOException;
    }

    private static Map<String, Deed> misdeeds() {
        Map<String, Deed> all = new LinkedHashMap<>();
        all.put("never announced", fake -> fake.message(ONE_WAY, 5, 0));
        all.put("has 2 workers, but announced number 3", fake -> fake.announce(5, 3));
        all.put("has 2 workers, but announced number 0", fake -> fake.announce(5, 0));
        all.put("announced endpoint 0 twice", fake -> fake.announce(0, 1));
        all.put(
                "announced endpoint 5 twice",
                fake -> {
                    fake.announce(5, 1);
                    fake.announce(5, 1);
                });
        all.put(
                "announced more workers than it can have",
                fake -> {
                    for (int i = 1; i < 300; i++) {
                        fake.announce(i, 1);
                    }
                });
        all.put("are no peer", fake -> fake.say(FrameType.ANNOUNCED, 5, new byte[30]));
        all.put("bytes of a worker", fake -> fake.say(FrameType.ANNOUNCED, 5, new byte[2 << 20]));
        all.put("withdrew endpoint 0", fake -> fake.say(FrameType.WITHDRAWN, 0, new byte[5]));
        all.put("withdrew endpoint 9", fake -> fake.say(FrameType.WITHDRAWN, 9, new byte[5]));
        all.put(
                "withdraws in way 7",
                fake -> {
                    fake.announce(5, 1);
                    fake.say(FrameType.WITHDRAWN, 5, new byte[] {7, 0, 0, 0, 0});
                });
        all.put(
                "withdraws with 3 bytes",
                fake -> {
                    fake.announce(5, 1);
                    fake.say(FrameType.WITHDRAWN, 5, new byte[3]);
                });
        all.put("shorter than its header", fake -> fake.say(FrameType.MESSAGE, 0, new byte[3]));
        all.put("does not send TASK", fake -> fake.say(FrameType.TASK, 1, new byte[3]));
        all.put("sent a ASK message over", fake -> fake.message(ASK, 0, 0));
        all.put("sent a POISON message over", fake -> fake.message(POISON, 0, 0));
        all.put("sent a CALL message over", fake -> fake.message(CALL, 0, 0));
        all.put("sent a INTRODUCED message over", fake -> fake.message(INTRODUCED, 0, 0));
        all.put("sent a CLOSED message over", fake -> fake.message(CLOSED, 0, 0));
        all.put("answered what nobody asked", fake -> fake.message(REPLY, 0, 0));
        all.put("confirmed nothing", fake -> fake.message(CREDIT, 0, 0));
        all.put(
                "asked twice",
                fake -> {
                    // both at once, or the first may have been answered
                    fake.connection.send(FrameType.MESSAGE, 0, envelope(REQUEST, 0, 1L << 32 | 1));
                    fake.message(REQUEST, 0, 1L << 32 | 1);
                });
        all.put("there is no endpoint", fake -> fake.message(ONE_WAY, 0, 1 << 30));
        all.put(
                "through us",
                fake -> {
                    for (int i = 1; i < 10; i++) {
                        fake.message(ONE_WAY, 0, i);
                    }
                });
        all.put(
                "more than a pipe holds",
                fake -> {
                    for (int i = 0; i < 20; i++) {
                        fake.message(ONE_WAY, 0, 0);
                    }
                });
        all.put(
                "there is no frame of type",
                fake -> {
                    ByteBuffer garbage = ByteBuffer.allocate(64);
                    while (garbage.hasRemaining()) {
                        garbage.put((byte) 0x5A);
                    }
                    fake.channel.write(garbage.flip());
                });
        return all;
    }

    @Test
    void memberThatMisbehaves_isShownOut_andNobodyElseIsHarmed() throws Exception {
        try (LogLines log = new LogLines();
                Scope scope = scope()) {
            Router router = Router.of(scope);
            long worker = router.pipe(To.worker(1)).peer().pid();
            try (Bridge bridge = Mesh.join(router, folder(), SECRET, LONG);
                    Fake witness = new Fake("witness")) {
                for (Map.Entry<String, Deed> each : misdeeds().entrySet()) {
                    try (Fake fake = new Fake("fake")) {
                        each.getValue().by(fake);
                        fake.awaitEnd();
                    }
                    await(each.getKey()).until(() -> bridge.members().size() == 1);
                    await(each.getKey())
                            .until(() ->
                                    log.lines().stream().anyMatch(l -> l.contains(each.getKey())));
                }
                witness.announce(5, 2);
                assertThat(router.pipe(To.named("witness-2")).peer().annotations())
                        .containsEntry("of", "fake");
                assertThat(router.pipe(To.worker(1)).peer().pid()).isEqualTo(worker);
            }
        }
    }

    @Test
    void randomFrames_neverHarmTheHub() throws Exception {
        Random random = new Random(11);
        try (LogLines log = new LogLines();
                Scope scope = scope();
                Bridge bridge = Mesh.join(Router.of(scope), folder(), SECRET, LONG)) {
            FrameType[] types = {
                FrameType.MESSAGE,
                FrameType.MESSAGE,
                FrameType.ANNOUNCED,
                FrameType.WITHDRAWN,
                FrameType.HEARTBEAT
            };
            for (int i = 0; i < 100; i++) {
                try (Fake fake = new Fake("fake")) {
                    fake.announce(5, 1);
                    for (int j = 0; j < 50; j++) {
                        byte[] payload = random.nextBoolean() ? envelope(ONE_WAY, 5, 0) : worker(1);
                        for (int k = random.nextInt(3); k > 0; k--) {
                            payload[random.nextInt(payload.length)] = (byte) random.nextInt();
                        }
                        fake.say(types[random.nextInt(types.length)], random.nextInt(6), payload);
                    }
                }
                await().until(() -> bridge.members().isEmpty());
            }
            assertThat(log.lines()).noneMatch(each -> each.contains("failed:"));
            assertThat(
                            Router.of(scope)
                                    .pipe(To.worker(1))
                                    .<Object>request("who", "x")
                                    .get(20, TimeUnit.SECONDS))
                    .isEqualTo("host-1 heard x");
        }
    }

    @Test
    void strangers_areRefused_andKeepNobodyOut() throws Exception {
        Random random = new Random(7);
        List<SocketChannel> silent = new ArrayList<>();
        try (LogLines log = new LogLines();
                Scope scope = scope();
                Bridge bridge = Mesh.join(Router.of(scope), folder(), SECRET, LONG)) {
            for (int i = 0; i < 100; i++) {
                byte[] garbage = new byte[1 + random.nextInt(200)];
                random.nextBytes(garbage);
                try (SocketChannel channel = stranger()) {
                    channel.write(ByteBuffer.wrap(garbage));
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("pipe");
                }
            }
            for (int i = 0; i < 100; i++) {
                silent.add(stranger());
            }
            try (Fake fake = new Fake("fake")) {
                await().until(() -> bridge.members().size() == 1);
                fake.announce(5, 1);
            }
            await().until(() -> bridge.refused() >= 100);
            assertThat(log.lines())
                    .filteredOn(each -> each.contains("refused a connection"))
                    .hasSizeLessThanOrEqualTo(10);
        } finally {
            for (SocketChannel each : silent) {
                each.close();
            }
        }
    }

    @Test
    void strangersThatFallSilent_areShownOut_andMembersStay() throws Exception {
        Tempo tempo = new Tempo(Duration.ofSeconds(2), Duration.ofSeconds(60), 5, 1 << 20);
        byte[] greeting = new byte[53 + 32 + 2 + 7];
        ByteBuffer.wrap(greeting)
                .putInt(0x504C4252)
                .put((byte) 1)
                .put(Greeting.newId())
                .putShort(53 + 32, (short) 8);
        try (LogLines log = new LogLines();
                Scope scope = scope();
                Bridge bridge = Mesh.join(Router.of(scope), folder(), SECRET, tempo);
                Fake member = new Fake("member")) {
            List<SocketChannel> silent = new ArrayList<>();
            for (int said : new int[] {0, 1, 53, greeting.length}) {
                SocketChannel channel = stranger();
                channel.write(ByteBuffer.wrap(greeting, 0, said));
                silent.add(channel);
            }
            for (SocketChannel each : silent) {
                ByteBuffer heard = ByteBuffer.allocate(100);
                while (each.read(heard) >= 0) {
                    assertThat(heard.hasRemaining()).isTrue();
                }
                each.close();
            }
            await().until(() -> bridge.refused() == silent.size());
            assertThat(log.lines())
                    .filteredOn(each -> each.contains("it said nothing for too long"))
                    .hasSize(silent.size());
            member.announce(5, 1);
            assertThat(Router.of(scope).pipe(To.named("member-1")).isOpen()).isTrue();
            try (Fake _ = new Fake("late")) {
                await().until(() -> bridge.members().size() == 2);
            }
        }
    }

    @Test
    void memberThatReadsNothing_isGivenUp_beforeItFillsTheMemory() throws Exception {
        try (LogLines log = new LogLines();
                Scope scope = scope()) {
            Router router = Router.of(scope);
            try (Bridge bridge = Mesh.join(router, folder(), SECRET, LONG);
                    Fake _ = new Fake("slow")) {
                await().until(() -> !bridge.members().isEmpty());
                Pipe pipe = router.pipe(To.named("slow"));
                byte[] large = new byte[512 << 10];
                assertThatThrownBy(
                                () -> {
                                    for (int i = 0; i < 100; i++) {
                                        pipe.send(large);
                                        router.pipe(To.worker(1)).request("who", i).get();
                                    }
                                })
                        .isInstanceOf(PipeClosedException.class)
                        .hasMessageContaining("primary slow")
                        .satisfies(_ -> assertThat(bridge.members()).isEmpty());
                assertThat(log.lines())
                        .anyMatch(each -> each.contains("more than 1048576 bytes waited"));
            }
        }
    }

    @Test
    void memberThatSaysNothing_isGivenUp() throws Exception {
        Tempo quick = new Tempo(Duration.ofSeconds(5), Duration.ofMillis(50), 5, 1 << 20);
        try (LogLines log = new LogLines();
                Scope scope = scope();
                Bridge bridge = Mesh.join(Router.of(scope), folder(), SECRET, quick);
                Fake fake = new Fake("dumb")) {
            fake.awaitEnd();
            await().until(() -> bridge.members().isEmpty());
            assertThat(log.lines()).anyMatch(each -> each.contains("it has said nothing for"));
        }
    }

    @Test
    void visitorInTheNameOfTheHost_isRefused() throws Exception {
        try (LogLines _ = new LogLines();
                Scope scope = scope();
                Bridge bridge = Mesh.join(Router.of(scope), folder(), SECRET, LONG)) {
            assertThatThrownBy(() -> new Fake("host")).isInstanceOf(IOException.class);
            await().until(() -> bridge.refused() == 1);
            assertThat(bridge.members()).isEmpty();
        }
    }
}
