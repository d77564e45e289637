package dev.polyloom.process.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AcceptorTest {
    @TempDir private Path folder;

    private final BlockingQueue<Connection> arrived = new LinkedBlockingQueue<>();
    private Path socket;
    private Acceptor acceptor;

    @BeforeEach
    void open() throws IOException {
        socket = folder.resolve("s");
        acceptor = new Acceptor("door", socket, Duration.ofMillis(500));
        acceptor.start();
    }

    @AfterEach
    void close() {
        acceptor.close();
    }

    private Ticket ticket(int number) {
        Ticket ticket = new Ticket(number, arrived::add, channel -> {});
        ticket.offer(null);
        acceptor.admit(ticket);
        return ticket;
    }

    private void assertRefused(byte[] token, int number) {
        long before = acceptor.refused();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Transport.connect(socket, token, number));
        await().until(() -> acceptor.refused() == before + 1);
        assertThat(arrived).isEmpty();
    }

    private SocketChannel stranger() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    @Test
    void ownerOfATicket_isLetIn() throws Exception {
        assertWorkerIsLetIn();
    }

    private void assertWorkerIsLetIn() throws Exception {
        Ticket ticket = ticket(3);
        try (Connection worker = Transport.connect(socket, ticket.token(), 3);
                Connection primary = Objects.requireNonNull(arrived.poll(10, TimeUnit.SECONDS))) {
            worker.send(FrameType.READY, 0);
            worker.flush();
            assertThat(Objects.requireNonNull(primary.receive()).type()).isEqualTo(FrameType.READY);
        }
    }

    @Test
    void ticket_isGoodForOneConnectionOnly() throws Exception {
        Ticket ticket = ticket(3);
        try (Connection worker = Transport.connect(socket, ticket.token(), 3);
                Connection primary = Objects.requireNonNull(arrived.poll(10, TimeUnit.SECONDS))) {
            assertRefused(ticket.token(), 3);
            assertThat(worker).isNotSameAs(primary);
        }
    }

    @Test
    void wrongTokenOrNumber_isRefused() {
        Ticket ticket = ticket(3);
        assertRefused(new byte[32], 3);
        assertRefused(ticket.token(), 4);
    }

    @Test
    void forgottenTicket_isRefused() {
        Ticket ticket = ticket(3);
        acceptor.forget(ticket);
        assertRefused(ticket.token(), 3);
    }

    @Test
    void garbage_isRefusedAndHarmless() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            byte[] garbage = new byte[1 + random.nextInt(200)];
            random.nextBytes(garbage);
            try (SocketChannel channel = stranger()) {
                channel.write(ByteBuffer.wrap(garbage));
            }
        }
        await().until(() -> acceptor.refused() == 50);
        assertWorkerIsLetIn();
    }

    @Test
    void silentStranger_isShownOut() throws Exception {
        try (SocketChannel channel = stranger()) {
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        await().until(() -> acceptor.refused() == 1);
    }

    @Test
    void floodOfStrangers_doesNotKeepAWorkerOut() throws Exception {
        List<SocketChannel> flood = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                flood.add(stranger());
            }
            assertWorkerIsLetIn();
        } finally {
            for (SocketChannel each : flood) {
                each.close();
            }
        }
        await().until(() -> acceptor.refused() == 300);
    }

    @Test
    void closedAcceptor_acceptsNobody() {
        acceptor.close();
        assertThatExceptionOfType(IOException.class).isThrownBy(this::stranger);
    }
}
