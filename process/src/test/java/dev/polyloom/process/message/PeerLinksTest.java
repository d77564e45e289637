package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polyloom.process.Call;
import dev.polyloom.process.Heads;
import dev.polyloom.process.Peer;
import dev.polyloom.process.PeerPipe;
import dev.polyloom.process.PipeClosedException;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.Acceptor;
import dev.polyloom.process.transport.Connection;
import dev.polyloom.process.transport.Frame;
import dev.polyloom.process.transport.FrameType;
import dev.polyloom.process.transport.ProtocolException;
import dev.polyloom.process.transport.SilentConnection;
import dev.polyloom.process.transport.Ticket;
import dev.polyloom.process.transport.Transport;
import dev.polyloom.process.transport.TransportChoice;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H5, H14: links between workers whose other sides lie, are strangers, or come too late. */
@Timeout(60)
class PeerLinksTest {
    @TempDir private Path folder;

    private final Side one = new Side(1);
    private final Side two = new Side(2);
    private final Side three = new Side(3);
    private final Side hasty = new Side(4, Duration.ofMillis(200));

    @AfterEach
    void end() throws InterruptedException {
        one.links.end(0);
        two.links.end(0);
        three.links.end(0);
        hasty.links.end(0);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** A worker without a process of its own. */
    private static final class Side implements Exchange.Host {
        final long station;
        final Peer peer;
        final PeerLinks links;
        final Exchange exchange;

        Side(int index) {
            this(index, Duration.ofSeconds(30));
        }

        Side(int index, Duration patience) {
            links =
                    new PeerLinks(
                            new SilentConnection() {
                                @Override
                                public void send(FrameType type, long task, byte[]... payload) {}
                            },
                            patience.toNanos());
            station = ((long) index << Integer.SIZE) | index;
            peer = new Peer(index, "side-" + index, 10 + index, Map.of());
            Codec codec = Codec.ofPrimary(new ClassServer(), List.of());
            exchange = new Exchange(station, codec, Heads.defaults(), links, this);
            links.attach(exchange);
            exchange.on("echo", (message, from) -> message);
        }

        @Override
        public String name() {
            return peer.name();
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

        PeerPipe pipe(Side other) {
            return links.open(other.peer.index()).orElseThrow();
        }
    }

    private String socket(Side side) {
        return folder.resolve("p" + side.peer.index()).toString();
    }

    private Meeting.Invitation admit(Side listener, Side guest, long number) throws IOException {
        var admission =
                new Meeting.Admission(
                        number,
                        guest.station,
                        guest.peer,
                        socket(listener),
                        new ArrayList<>(),
                        TransportChoice.SOCKET);
        return (Meeting.Invitation) listener.links.meet(admission);
    }

    private long connect(Side guest, Side listener, long number, Meeting.Invitation invitation)
            throws IOException {
        var introduction =
                new Meeting.Introduction(
                        number, listener.station, listener.peer, socket(listener), invitation);
        return (Long) guest.links.meet(introduction);
    }

    private long link(Side listener, Side guest, long number) throws IOException {
        return connect(guest, listener, number, admit(listener, guest, number));
    }

    private Connection dial(Side listener, Meeting.Invitation invitation, int index)
            throws IOException {
        return Transport.connect(Path.of(socket(listener)), invitation.token(), index);
    }

    @Test
    void introducedTwice_keepTheirLink() throws Exception {
        assertThat(link(one, two, 1)).isEqualTo(1);
        PeerPipe pipe = one.pipe(two);
        assertThat(link(one, two, 2)).isEqualTo(1);
        assertThat(one.pipe(two)).isSameAs(pipe);
        assertThat(pipe.request("echo", "hello").get(30, TimeUnit.SECONDS)).isEqualTo("hello");
        assertThat(two.pipe(one).request("echo", "hi").get(30, TimeUnit.SECONDS)).isEqualTo("hi");
    }

    @Test
    void sideThatHasLostItsLink_getsANewOne() throws Exception {
        link(one, two, 1);
        PeerPipe old = one.pipe(two);
        two.pipe(one).close();
        assertThat(link(one, two, 2)).isEqualTo(2);
        old.closed().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertThat(one.pipe(two).request("echo", 2).get(30, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(one.pipe(two)).isNotSameAs(old);
    }

    @Test
    void linkThatOnlyTheListenerHasLost_isReplaced() throws Exception {
        link(one, two, 1);
        PeerPipe old = two.pipe(one);
        Meeting.Invitation lost = new Meeting.Invitation(0, admit(one, two, 2).token());
        assertThat(connect(two, one, 2, lost)).isEqualTo(2);
        assertThatThrownBy(() -> old.send(1)).hasMessageContaining("the other side had lost it");
        assertThat(two.pipe(one).request("echo", 2).get(30, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void guestThatIsGone_isLetInNoMore() throws Exception {
        Meeting.Invitation invitation = admit(one, two, 5);
        one.links.gone(two.station, new Closure("was killed", null));
        assertThatThrownBy(() -> dial(one, invitation, 2)).isInstanceOf(IOException.class);
        assertThat(link(one, two, 1)).as("nothing is kept of it").isEqualTo(1);
    }

    @Test
    void whoLeaves_hangsUpThoughTheOtherSideDoesNot() throws Exception {
        Connection other = dial(one, admit(one, two, 1), 2);
        other.receive();
        one.pipe(two).close();
        assertThat(lastWord(other)).isEqualTo("it was closed by its peer");
        assertThat(other.receive()).isNull();
    }

    @Test
    void stranger_isRefused() throws Exception {
        Meeting.Invitation invitation = admit(one, two, 1);
        Meeting.Invitation wrong = new Meeting.Invitation(0, new byte[32]);
        assertThatThrownBy(() -> dial(one, wrong, 2)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> dial(one, invitation, 3)).isInstanceOf(IOException.class);
        assertThat(connect(two, one, 1, invitation)).isEqualTo(1);
        assertThatThrownBy(() -> dial(one, invitation, 2)).isInstanceOf(IOException.class);
    }

    private void assertGivenUp(Meeting.Invitation invitation) throws Exception {
        assertThatThrownBy(() -> connect(hasty, one, 1, invitation))
                .isInstanceOf(IOException.class)
                .hasMessage("worker side-1 (pid 11) did not let this worker in within 200 ms");
        assertThat(hasty.links.open(1)).isEmpty();
        assertThat(link(hasty, three, 2)).isEqualTo(2);
        assertThat(three.pipe(hasty).request("echo", 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void listenerThatDoesNotAnswer_isGivenUp() throws Exception {
        try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            mute.bind(UnixDomainSocketAddress.of(socket(one)));
            assertGivenUp(new Meeting.Invitation(0, new byte[32]));
        }
    }

    @Test
    void listenerThatLetsInAndSaysNothing_isGivenUp() throws Exception {
        try (Acceptor mute = new Acceptor("mute", Path.of(socket(one)), Duration.ofMinutes(1))) {
            Ticket ticket = new Ticket(4, connection -> {}, channel -> {});
            ticket.offer(null);
            mute.admit(ticket);
            mute.start();
            assertGivenUp(new Meeting.Invitation(0, ticket.token()));
        }
    }

    @Test
    void strangersThatSayNothing_areShownOut_andKeepNobodyOut() throws Exception {
        Meeting.Invitation invitation = admit(one, two, 1);
        List<SocketChannel> silent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            silent.add(SocketChannel.open(UnixDomainSocketAddress.of(socket(one))));
        }
        assertThat(connect(two, one, 1, invitation)).isEqualTo(1);
        PeerPipe pipe = one.pipe(two);
        for (SocketChannel each : silent) {
            assertThat(each.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            each.close();
        }
        assertThat(pipe.request("echo", 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(link(one, three, 2)).isEqualTo(2);
    }

    @Test
    void invitation_isVoidAfterTheNext() throws Exception {
        Meeting.Invitation old = admit(one, two, 1);
        Meeting.Invitation next = admit(one, two, 2);
        assertThatThrownBy(() -> dial(one, old, 2)).isInstanceOf(IOException.class);
        assertThat(connect(two, one, 2, next)).isEqualTo(2);
    }

    @Test
    void invitationThatWasOvertaken_doesNotVoidTheLater() throws Exception {
        Meeting.Invitation later = admit(one, two, 2);
        assertThatThrownBy(() -> admit(one, two, 1)).hasMessageContaining("overtaken");
        assertThat(connect(two, one, 2, later)).isEqualTo(2);
    }

    @Test
    void linkThatWasOvertaken_doesNotReplaceTheLater() throws Exception {
        link(one, two, 2);
        PeerPipe pipe = one.pipe(two);
        Meeting.Invitation invitation = new Meeting.Invitation(0, admit(one, two, 3).token());
        link(one, two, 4);
        assertThatThrownBy(() -> connect(two, one, 3, invitation))
                .hasMessageContaining("overtaken");
        assertThat(one.pipe(two)).isSameAs(pipe);
        assertThat(pipe.request("echo", 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void linkOfAnotherIntroduction_isNotTaken() throws Exception {
        Meeting.Invitation invitation = admit(one, two, 1);
        assertThatThrownBy(() -> connect(two, one, 2, invitation))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("began with LINKED 1, not with LINKED 2");
        assertThat(two.links.open(1)).isEmpty();
        assertThat(link(one, two, 3)).isEqualTo(3);
        assertThat(one.pipe(two).request("echo", 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void lyingPeer_losesItsLinkAndNoOtherDoes() throws Exception {
        link(one, three, 1);
        for (long number = 2; number < 6; number++) {
            Connection liar = dial(one, admit(one, two, number), 2);
            assertThat(Objects.requireNonNull(liar.receive()).type()).isEqualTo(FrameType.LINKED);
            PeerPipe pipe = one.pipe(two);
            var open = pipe.request("echo", 1);
            lie(liar, (int) number, Long.MIN_VALUE | number);
            assertThat(lastWord(liar)).startsWith("the other side broke it off: ");
            liar.close();
            assertThatThrownBy(() -> open.get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("the link to worker side-2 (pid 12): it was broken off");
            assertThatThrownBy(() -> pipe.send("late"))
                    .isInstanceOf(PipeClosedException.class)
                    .hasMessageContaining("it was broken off: ");
        }
        assertThat(one.pipe(three).request("echo", 3).get(30, TimeUnit.SECONDS)).isEqualTo(3);
    }

    private void lie(Connection liar, int how, long pipe) {
        Envelope honest = Envelope.of(Kind.ONE_WAY, two.station, pipe, 1, "", new byte[1]);
        switch (how) {
            case 2 -> Envelope.of(Kind.ONE_WAY, three.station, pipe, 1, "", new byte[1]).send(liar);
            case 3 -> Envelope.of(Kind.REPLY, two.station, pipe, 99, "", new byte[1]).send(liar);
            case 4 -> liar.send(FrameType.TASK, 1, HubTest.encoded(honest));
            default -> liar.send(FrameType.MESSAGE, 0, new byte[10]);
        }
        liar.flush();
    }

    private static String lastWord(Connection connection) throws IOException {
        for (Frame frame = connection.receive(); frame != null; frame = connection.receive()) {
            Envelope envelope = Envelope.parse(frame.payload());
            if (envelope.kind() == Kind.CLOSED) {
                return envelope.name();
            }
        }
        return "nothing";
    }

    @Test
    void cutLink_failsWhoWaits() throws Exception {
        Connection other = dial(one, admit(one, two, 1), 2);
        other.receive();
        PeerPipe pipe = one.pipe(two);
        var open = pipe.request("echo", 1);
        other.close();
        assertThatThrownBy(() -> open.get(30, TimeUnit.SECONDS))
                .hasMessageContaining("worker side-2 (pid 12) ended or was killed");
        await().untilAsserted(() ->
                assertThat(pipe.closed().toCompletableFuture()).isCompletedExceptionally());
    }

    @Test
    void reasonThatThePrimaryKnows_isTold() throws Exception {
        link(one, two, 1);
        PeerPipe pipe = one.pipe(two);
        var open = pipe.request("nobody answers", 1);
        one.links.gone(two.station, new Closure("was killed by a falling stone", null));
        assertThatThrownBy(() ->
                        pipe.closed()
                                .toCompletableFuture()
                                .thenRun(() -> pipe.send(1))
                                .get(30, TimeUnit.SECONDS))
                .hasMessageContaining("by a falling stone");
        assertThat(open).isNotNull();
    }

    @Test
    void bothClosing_waitForNobody() throws Exception {
        for (int i = 1; i <= 300; i++) {
            link(one, two, i);
            PeerPipe here = one.pipe(two);
            PeerPipe there = two.pipe(one);
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(
                            () -> closesAtOnce(there), Thread::startVirtualThread);
            closesAtOnce(here);
            other.get(30, TimeUnit.SECONDS);
        }
        // who waited for the other would do so for five seconds
        await().atMost(Duration.ofSeconds(4))
                .until(() ->
                        Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(
                                        each -> each.getName().startsWith("polyloom-peer-side")));
    }

    /** Also when the other side's word that it closes is being taken at this moment. */
    private static void closesAtOnce(PeerPipe pipe) {
        pipe.close();
        assertThat(pipe.isOpen()).isFalse();
        assertThatThrownBy(() -> pipe.send(1)).isInstanceOf(PipeClosedException.class);
    }

    @Test
    void workerThatEnds_takesLeaveAndMeetsNobody() throws Exception {
        link(one, two, 1);
        PeerPipe there = two.pipe(one);
        one.links.end(TimeUnit.HOURS.toNanos(1));
        assertThatThrownBy(() -> there.send(1))
                .isInstanceOf(PipeClosedException.class)
                .hasMessageContaining("its worker was stopped");
        assertThatThrownBy(() -> admit(one, two, 2))
                .hasMessageContaining("side-1 is being stopped");
        assertThatThrownBy(() -> link(three, one, 3)).hasMessageContaining("being stopped");
    }

    @Test
    void listenerThatIsGone_isAnError() throws Exception {
        Meeting.Invitation invitation = admit(one, two, 1);
        one.links.end(0);
        assertThatThrownBy(() -> connect(two, one, 1, invitation)).isInstanceOf(IOException.class);
    }

    @Test
    void whomSomebodyWaitsFor_isKnown() throws Exception {
        link(one, two, 1);
        assertThat(one.links.awaited()).isEmpty();
        CountDownLatch latch = new CountDownLatch(1);
        two.exchange.on(
                "wait",
                (message, from) -> {
                    latch.await();
                    return message;
                });
        var open = one.pipe(two).request("wait", 1);
        assertThat(one.links.awaited()).containsExactly(two.station);
        latch.countDown();
        assertThat(open.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(one.links.awaited()).isEmpty();
    }
}
