package dev.polyloom.process.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polyloom.process.Call;
import dev.polyloom.process.Heads;
import dev.polyloom.process.MessageHandler;
import dev.polyloom.process.Peer;
import dev.polyloom.process.classes.ClassServer;
import dev.polyloom.process.codec.Codec;
import dev.polyloom.process.transport.ProtocolException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Both ends of a pipe, without processes: each exchange is the other one's way out. */
abstract class ExchangeFixture {
    static final long WORKER = (1L << Integer.SIZE) | 1;
    static final Duration LONG = Duration.ofSeconds(20);

    final Codec codec = Codec.ofWorker(new ClassServer());
    final Side primary = new Side(Hub.PRIMARY, Duration.ofSeconds(30));
    final Side worker = new Side(WORKER, Duration.ZERO);
    final PipeEnd toWorker;
    final PipeEnd toPrimary;

    ExchangeFixture() {
        primary.other = worker;
        worker.other = primary;
        primary.exchange.open(WORKER, new Peer(1, "worker-1", 11, Map.of()));
        worker.exchange.open(Hub.PRIMARY, new Peer(0, "primary", 10, Map.of()));
        toWorker = primary.pipe(WORKER);
        toPrimary = worker.pipe(Hub.PRIMARY);
    }

    /** One process. */
    final class Side implements Exchange.Carrier, Exchange.Host {
        final Exchange exchange;
        final List<Kind> carried = new CopyOnWriteArrayList<>();
        final List<Closure> gone = new CopyOnWriteArrayList<>();
        final List<Peer> poisoners = new CopyOnWriteArrayList<>();
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch interrupted = new CountDownLatch(1);

        /** Who hears what it says, or null. */
        volatile @Nullable Side other;

        Side(long self, Duration patience) {
            Heads heads =
                    Heads.builder().pipeMessages(16).pipeBytes(2000).sendTimeout(patience).build();
            exchange = new Exchange(self, codec, heads, this, this);
        }

        PipeEnd pipe(long id) {
            return Objects.requireNonNull(exchange.pipe(id));
        }

        @Override
        public void carry(Envelope envelope) {
            carried.add(envelope.kind());
            try {
                Side there = other;
                if (there != null) {
                    there.exchange.accept(Envelope.parse(HubTest.encoded(envelope)));
                }
            } catch (ProtocolException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void gone(long id, Closure why) {
            gone.add(why);
        }

        @Override
        public String name() {
            return "side";
        }

        @Override
        public @Nullable Object run(Call call, Callable<?> body) throws Exception {
            return body.call();
        }

        @Override
        public @Nullable Object ask(String name, @Nullable Object value, long from) {
            if (name.equals("wait")) {
                asked.countDown();
                awaitInterrupt(interrupted);
            }
            return name;
        }

        @Override
        public void poisoned(Peer by) {
            poisoners.add(by);
        }
    }

    static void awaitInterrupt(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    static MessageHandler<@Nullable Object> keeping(List<@Nullable Object> values) {
        return (value, from) -> values.add(value);
    }

    static void awaitRoom(PipeEnd pipe) {
        await().until(() -> pipe.outgoing().unconfirmed() == 0);
    }

    @AfterEach
    void everythingWasDealtWith() throws Exception {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(primary.exchange.awaitIdle(LONG.toNanos())).isTrue();
        assertThat(worker.exchange.awaitIdle(LONG.toNanos())).isTrue();
    }
}
